"""The search itself: plan, find in both languages, rank, show. Everything heavy is imported here and not before the first search."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from guidance_kb.knowledge.model import Kind
from guidance_kb.language import Language
from guidance_kb.search import filters, ranking, thesaurus
from guidance_kb.search.answer import Answer, Hit
from guidance_kb.search.compounding import Compounding
from guidance_kb.search.excerpt import excerpt
from guidance_kb.search.filters import Where
from guidance_kb.search.marks import marks_at
from guidance_kb.search.match import excluded_text, match_text
from guidance_kb.search.occurrences import Finder
from guidance_kb.search.plan import Clause, Correction, Mode, Plan, Term, replace_word
from guidance_kb.search.planner import Planner
from guidance_kb.search.ranking import Found
from guidance_kb.search.spelling import Speller
from guidance_kb.search.vocabulary import Vocabulary
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
        self._vocabulary = Vocabulary(connection)
        self._speller = Speller(self._vocabulary)
        self._planner = Planner(thesaurus.read(connection), filters.read(connection), Compounding(self._vocabulary))
        sizes: dict[str, int] = dict(connection.execute("SELECT lang, count(*) FROM document GROUP BY lang"))
        self._documents = {language: sizes.get(language, 0) for language in Language}

    def search(self, query: str, language: Language, kinds: Collection[str], limit: int) -> Answer:
        """Answers `query`; see `Searcher.search`."""
        plan = self._planner.plan(query, language)
        if plan.empty:
            return Answer(plan)
        counts = self._counts(plan)
        if not counts:
            plan = self._corrected(plan, language)
            counts = self._counts(plan) if plan.corrections else counts
        suggestion = "" if plan.corrections else self._suggestion(plan, sum(counts.values()), language)
        if not counts or (sum(counts.values()) < ranking.FEW and len(plan.clauses) > 1):
            plan = plan.widened(Mode.FEW if counts else Mode.ANY)
            counts = self._counts(plan)
        if not counts:
            return Answer(plan, suggestion=suggestion)
        request = _Request(plan, language, tuple(sorted(kinds)), limit)
        best = self._candidates(request) if plan.clauses else self._listed(request)
        return Answer(plan, tuple(self._hits(best, plan, language)), counts, suggestion)

    def _corrected(self, plan: Plan, language: Language) -> Plan:
        """The plan with what was meant by the words that stand nowhere; the same plan when nothing better is known."""
        nowhere = [term for clause in plan.clauses if not self._stands(clause) for term in clause]
        corrections = tuple(self._corrections(nowhere, language))
        if not corrections:
            return plan
        corrected = self._planner.plan(plan.query, language, corrections)
        return corrected if self._counts(corrected.widened(Mode.ANY)) else plan

    def _suggestion(self, plan: Plan, found: int, language: Language) -> str:
        """The query with what may have been meant, when little was found; empty when there is nothing to suggest."""
        if found >= ranking.FEW:
            return ""
        query = plan.query
        terms = [term for clause in plan.clauses for term in clause]
        for correction in self._corrections(terms, language):
            if correction.meant.startswith(correction.typed.casefold()):
                continue  # it is still being typed, and is found as a beginning
            query = replace_word(query, correction.typed, correction.meant)
        if query == plan.query or sum(self._counts(self._planner.plan(query, language)).values()) <= found:
            return ""
        return query

    def _corrections(self, terms: Iterable[Term], language: Language) -> Iterator[Correction]:
        for term in terms:
            words = term.nl[0].words
            if len(words) == 1 and not (term.phrase or term.starred or term.parts or self._vocabulary.has(words[0])):
                meant = self._speller.meant(words[0], language)
                if meant:
                    yield Correction(term.text, meant)

    def _stands(self, clause: Clause) -> bool:
        """Whether any document holds one of the terms, whatever the rest of the query asks."""
        return bool(self._counts(Plan("", (tuple(term.widened() for term in clause),))))

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
