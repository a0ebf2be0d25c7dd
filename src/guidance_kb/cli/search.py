"""`guidance-kb search`: one query, or a batch with one query on each line."""

import argparse
import os
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from guidance_kb.cli.input_files import read_lines
from guidance_kb.cli.openers import database, library
from guidance_kb.cli.output import wrapped, write, write_json
from guidance_kb.help.articles import help_texts
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.names import KINDS
from guidance_kb.language import Language, Text
from guidance_kb.search.index.postings import excluded_text, match_text
from guidance_kb.search.query.plan import ANYWHERE, Pattern, Plan, Term
from guidance_kb.search.results.answer import CLOSEST, Hit, SearchAnswer
from guidance_kb.search.searcher import Searcher

_SEARCHED = Text("Gezocht", "Searched")
_NOTHING_ASKED = Text("Typ een of meer woorden om te zoeken.", "Type one or more words to search for.")
_NOTHING = Text("Niets gevonden. Probeer minder of andere woorden.", "Nothing found. Try fewer or other words.")
_MEANT = Text("Bedoelde u “{}”?", "Did you mean “{}”?")
_VIEW = Text("In het venster: {}", "In the window: {}")
_NEAREST = Text("Wel te vinden: {}.", "What can be found: {}.")
_FALLBACK = Text(
    "Geen tekst heeft al deze woorden; hieronder staan teksten met een deel ervan.",
    "No text has all of these words; below are texts with some of them.",
)
_FOUND = Text("{} gevonden: {}.", "{} found: {}.")
_SHOWN = Text("Getoond: {}.", "Shown: {}.")
_FOUND_IN = {
    Language.NL: Text("gevonden in de Nederlandse tekst", "found in the Dutch text"),
    Language.EN: Text("gevonden in de Engelse tekst", "found in the English text"),
}
_WHY = Text("gevonden door", "found by")
_SCORE = Text("score", "score")


def run(arguments: argparse.Namespace) -> int:
    """Answer the query, or each query of the batch."""
    language = Language(arguments.lang)
    with closing(Searcher(database(arguments), help_texts=help_texts)) as searcher:

        def answer(query: str) -> SearchAnswer:
            return searcher.search(query, language, kinds=arguments.kind, limit=arguments.limit)

        if arguments.batch is not None:
            for query in read_lines(arguments.batch):
                write_json(_as_data(query, answer(query), language, explain=arguments.explain), line=True)
            return 0
        query = os.fsencode(arguments.query).decode("utf-8", "replace")  # surrogates from a wrong locale are replaced
        found = answer(query)
        if arguments.json:
            write_json(_as_data(query, found, language, explain=arguments.explain))
        else:
            with library(arguments) as knowledge:
                _print(query, found, knowledge, language, explain=arguments.explain)
        return 0


def _as_data(query: str, found: SearchAnswer, language: Language, *, explain: bool) -> dict[str, Any]:
    data: dict[str, Any] = {"query": query, "hits": [_hit(hit) for hit in found.hits]}
    if found.view:
        data["view"] = {"id": found.view.view, "name": found.view.name.say(language), "row": found.view.row}
    if found.missing:
        data |= {"missing": list(found.missing), "note": _unknown(found, language)}
    if found.suggestion:
        data["suggestion"] = found.suggestion
    if explain:
        data |= {
            "explanation": found.explanation(language),
            "fallback": found.fallback,
            "total": found.total,
            "counts": dict(found.counts),
            "missing": list(found.missing),
            "nearest": list(found.nearest),
            "suggestion": found.suggestion,
            "plan": plan_as_data(found.plan),
        }
    return data


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "id": hit.id,
        "kind": hit.kind,
        "title": hit.title,
        "section": hit.section,
        "lang": hit.lang.value,
        "score": round(hit.score, 4),
        "why": list(hit.why),
        "excerpt": hit.excerpt.text,
    }


def _print(query: str, found: SearchAnswer, knowledge: Library, language: Language, *, explain: bool) -> None:
    if not query.strip():
        write(_NOTHING_ASKED.say(language))
        return
    searched = found.explanation(language) or " ".join(query.split())
    write("\n".join(wrapped(f"{_SEARCHED.say(language)}: {searched}", hang="  ")))
    if explain:
        for line in plan_lines(found.plan):
            write(f"  {line}")
    _print_notes(found, language)
    if not found.hits:
        write(_NOTHING.say(language))
        if found.nearest:
            write("\n".join(wrapped(_NEAREST.say(language).format(", ".join(found.nearest)))))
        return
    if found.fallback and not found.missing:
        write(_FALLBACK.say(language))
    kinds = [f"{KINDS[kind].say(language)} {found.counts[kind]}" for kind in KINDS if found.counts.get(kind)]
    shown = f" {_SHOWN.say(language).format(len(found.hits))}" if len(found.hits) < found.total else ""
    write("\n".join(wrapped(_FOUND.say(language).format(found.total, ", ".join(kinds)) + shown)))
    for number, hit in enumerate(found.hits, 1):
        _print_hit(number, hit, knowledge, language, explain=explain)


def _print_notes(found: SearchAnswer, language: Language) -> None:
    """Print what is to be said before the hits: the view that is asked for, unknown words, and another query."""
    if found.view:
        way = " · ".join(filter(None, (found.view.name.say(language), found.view.row_name.say(language))))
        write("\n".join(wrapped(_VIEW.say(language).format(way))))
    if found.missing:
        write("\n".join(wrapped(_unknown(found, language))))
    if found.suggestion:
        write(_MEANT.say(language).format(found.suggestion))


def _unknown(found: SearchAnswer, language: Language) -> str:
    """Return which words the knowledge does not have, and that the hits are only the nearest."""
    return " ".join([found.unknown_words(language), *([CLOSEST.say(language)] if found.hits else [])])


def _print_hit(number: int, hit: Hit, knowledge: Library, language: Language, *, explain: bool) -> None:
    kind = next(name.say(language) for known, name in KINDS.items() if known == hit.kind)
    write()
    write("\n".join(wrapped(f"{number}. {hit.title}", hang="   ")))
    source = "" if hit.kind == "help" else f"{knowledge.sections[hit.section].named(language)} · "
    found_in = "" if hit.found_in is hit.lang else f" · {_FOUND_IN[hit.found_in].say(language)}"
    write("\n".join(wrapped(f"{kind} · {source}{hit.id}{found_in}", "   ", "   ")))
    write("\n".join(wrapped(hit.excerpt.text, "   ")))
    if explain:
        why = f"{_WHY.say(language)}: {', '.join(hit.why)}; {_SCORE.say(language)} {hit.score:.2f}"
        write("\n".join(wrapped(why, "   ")))


# --- The plan, for --explain


def plan_lines(plan: Plan) -> Iterator[str]:
    """Yield the plan line by line: every pattern of each term, indented, and the resulting MATCH text."""
    yield f"mode {plan.mode}"
    for number, clause in enumerate(plan.clauses, 1):
        for term in clause:
            typed = f" (typed {term.typed})" if term.typed else ""
            yield f"{number}. {term.text}{typed}"
            for language in Language:
                for pattern in term.patterns(language):
                    yield f"   {language} {pattern.closeness:<9} {_words(pattern)}"
    for condition in plan.filters:
        not_ = "not " if condition.excluded else ""
        yield f"filter {not_}{condition.field}: {', '.join(value.id for value in condition.values)}"
    for name, texts in (
        ("excluded", [term.text for term in plan.excluded]),
        ("ignored", plan.ignored),
        ("unknown", plan.unknown),
        ("removed", [f"{addition.term}: {addition.label}" for addition in plan.removed]),
    ):
        if texts:
            yield f"{name} {', '.join(texts)}"
    for language in Language if plan.clauses else ():
        yield f"match {language} {match_text(plan, language)}"
        if plan.excluded:
            yield f"without {language} {excluded_text(plan, language)}"


def plan_as_data(plan: Plan) -> dict[str, Any]:
    """Return the plan as JSON for other tools."""
    return {
        "mode": plan.mode.value,
        "clauses": [[_term_as_data(term) for term in clause] for clause in plan.clauses],
        "excluded": [term.text for term in plan.excluded],
        "filters": [
            {
                "field": condition.field.value,
                "values": [value.id for value in condition.values],
                "excluded": condition.excluded,
            }
            for condition in plan.filters
        ],
        "ignored": list(plan.ignored),
        "unknown": list(plan.unknown),
        "corrections": [{"typed": one.typed, "meant": one.meant} for one in plan.corrections],
        "match": {language.value: match_text(plan, language) for language in Language} if plan.clauses else {},
    }


def _term_as_data(term: Term) -> dict[str, Any]:
    return {
        "text": term.text,
        "concepts": [expansion.concept for expansion in term.expansions],
        "patterns": {
            language.value: [
                {"closeness": pattern.closeness.value, "words": list(pattern.words), "label": pattern.label}
                for pattern in term.patterns(language)
            ]
            for language in Language
        },
    }


def _words(pattern: Pattern) -> str:
    words = " ".join(pattern.words) + ("*" if pattern.prefix else "")
    if pattern.spread == ANYWHERE:
        words += " (anywhere)"
    elif pattern.spread:
        words += f" (within {pattern.spread})"
    return f"{words} ← {pattern.label}" if pattern.label else words
