"""The search itself: plan, find in both languages, rank, show. Everything heavy is imported here and not before the first search."""

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from guidance_kb.knowledge.model import Kind
from guidance_kb.language import Language
from guidance_kb.search import filters, ranking, thesaurus
from guidance_kb.search.answer import Answer, Hit
from guidance_kb.search.excerpt import excerpt
from guidance_kb.search.filters import Where
from guidance_kb.search.marks import marks_at
from guidance_kb.search.match import excluded_text, match_text
from guidance_kb.search.occurrences import Finder
from guidance_kb.search.plan import Mode, Plan
from guidance_kb.search.planner import Planner
from guidance_kb.search.ranking import Found
from guidance_kb.search.why import why

CANDIDATES: Final = 40
"""Documents of a language, the best by bm25, that are ranked in full."""

_NOTHING: Final = Found((), (), (), 0)


class _Candidate(NamedTuple):
    """A document that was found, in the language that will be shown."""

    score: float
    number: int
    lang: Language
    found: Found


@dataclass(frozen=True, slots=True)
class _Request:
    plan: Plan
    language: Language
    kinds: tuple[str, ...]
    limit: int


class Engine:
    """Searches one knowledge database over an open connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._planner = Planner(thesaurus.read(connection), filters.read(connection))
        sizes: dict[str, int] = dict(connection.execute("SELECT lang, count(*) FROM document GROUP BY lang"))
        self._documents = {language: sizes.get(language, 0) for language in Language}

    def search(self, query: str, language: Language, kinds: Collection[str], limit: int) -> Answer:
        """Answers `query`; see `Searcher.search`."""
        plan = self._planner.plan(query, language)
        if plan.empty:
            return Answer(plan)
        counts = self._counts(plan)
        if sum(counts.values()) < ranking.FEW and len(plan.clauses) > 1:
            plan = replace(plan, mode=Mode.FEW if counts else Mode.ANY)
            counts = self._counts(plan)
        if not counts:
            return Answer(plan)
        request = _Request(plan, language, tuple(sorted(kinds)), limit)
        best = self._candidates(request) if plan.clauses else self._listed(request)
        return Answer(plan, tuple(self._hits(best, plan, language)), counts)

    def _condition(self, plan: Plan, kinds: tuple[str, ...] = ()) -> Where:
        condition = filters.where(plan.filters, kinds)
        if not plan.excluded:
            return condition
        without = (
            " AND document.id NOT IN (SELECT id FROM document WHERE number IN (SELECT rowid FROM search_nl WHERE search_nl MATCH ?"
            " UNION ALL SELECT rowid FROM search_en WHERE search_en MATCH ?))"
        )
        texts = (excluded_text(plan, Language.NL), excluded_text(plan, Language.EN))
        return Where(condition.sql + without, (*condition.parameters, *texts))

    def _counts(self, plan: Plan) -> dict[str, int]:
        condition = self._condition(plan)
        found, parameters = "", condition.parameters
        if plan.clauses:
            found = (
                "number IN (SELECT rowid FROM search_nl WHERE search_nl MATCH ?"
                " UNION ALL SELECT rowid FROM search_en WHERE search_en MATCH ?) AND "
            )
            parameters = (match_text(plan, Language.NL), match_text(plan, Language.EN), *parameters)
        sql = f"SELECT kind, count(DISTINCT id) FROM document WHERE {found}{condition.sql} GROUP BY kind"  # noqa: S608
        return dict(self._connection.execute(sql, parameters))

    def _candidates(self, request: _Request) -> list[_Candidate]:
        """The best documents, one an id: in the asked language where that matches, else in the other."""
        best: dict[str, _Candidate] = {}
        for lang in (request.language, request.language.other):
            share = 1.0 if lang is request.language else ranking.OTHER_LANGUAGE
            ids, found = self._found(request, lang)
            for number, score in ranking.scores(found, len(request.plan.clauses), self._documents[lang]).items():
                candidate = _Candidate(score * share, number, lang, found[number])
                known = best.get(ids[number])
                if known is None:
                    best[ids[number]] = candidate
                elif candidate.score > known.score:
                    best[ids[number]] = known._replace(score=candidate.score)
        return sorted(best.values(), key=lambda candidate: (-candidate.score, candidate.number))[: request.limit]

    def _found(self, request: _Request, lang: Language) -> tuple[dict[int, str], dict[int, Found]]:
        condition = self._condition(request.plan, request.kinds)
        table = f"search_{lang}"
        sql = (
            "SELECT document.number, document.id, i.title, i.title_stems, i.keywords, i.keywords_stems, i.body, i.body_stems"  # noqa: S608
            f" FROM {table} i JOIN document ON document.number = i.rowid"
            f" WHERE {table} MATCH ? AND rank MATCH ? AND {condition.sql} ORDER BY rank LIMIT ?"
        )
        most = max(CANDIDATES if lang is request.language else CANDIDATES // 2, request.limit)
        parameters = (match_text(request.plan, lang), ranking.BM25, *condition.parameters, most)
        find = Finder(request.plan, lang).find
        ids: dict[int, str] = {}
        found: dict[int, Found] = {}
        for number, id_, title, title_stems, keywords, keywords_stems, body, body_stems in self._connection.execute(
            sql, parameters
        ):
            ids[number] = id_
            found[number] = Found(
                find(title, title_stems), find(keywords, keywords_stems), find(body, body_stems), body.count(" ") + 1
            )
        return ids, found

    def _listed(self, request: _Request) -> list[_Candidate]:
        """All documents that pass the filters, when there is no word to search for."""
        condition = self._condition(request.plan, request.kinds)
        sql = f"SELECT number FROM document WHERE lang = ? AND {condition.sql} ORDER BY number LIMIT ?"  # noqa: S608
        rows = self._connection.execute(sql, (request.language, *condition.parameters, request.limit))
        return [_Candidate(0.0, number, request.language, _NOTHING) for (number,) in rows]

    def _hits(self, best: Sequence[_Candidate], plan: Plan, language: Language) -> list[Hit]:
        rows = self._texts([candidate.number for candidate in best])
        hits: list[Hit] = []
        for candidate in best:
            id_, kind, title, section, country, body = rows[candidate.number]
            hits.append(
                Hit(
                    id=id_,
                    kind=kind,
                    title=title,
                    section=section,
                    country=country or "",
                    lang=candidate.lang,
                    score=round(candidate.score, 4),
                    why=why(plan, candidate.found, candidate.lang, language),
                    excerpt=excerpt(body, marks_at(body, candidate.found.body)),
                    title_marks=tuple(marks_at(title, candidate.found.title)),
                )
            )
        return hits

    def _texts(self, numbers: Sequence[int]) -> dict[int, tuple[str, Kind, str, str, str | None, str]]:
        sql = (
            "SELECT number, id, kind, title, section, country, body FROM document"  # noqa: S608
            f" WHERE number IN ({', '.join('?' * len(numbers))})"
        )
        return {row[0]: row[1:] for row in self._connection.execute(sql, numbers)}
