"""A plan as text, for `guidance-kb search --explain`: every pattern of each term, and the resulting MATCH text."""

from collections.abc import Iterator
from typing import Any

from guidance_kb.language import Language
from guidance_kb.search.index.postings import excluded_text, match_text
from guidance_kb.search.query.plan import ANYWHERE, Pattern, Plan, Term


def lines(plan: Plan) -> Iterator[str]:
    """Yield the plan line by line, with indented details."""
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


def data(plan: Plan) -> dict[str, Any]:
    """Return the plan as JSON for other tools."""
    return {
        "mode": plan.mode.value,
        "clauses": [[_term(term) for term in clause] for clause in plan.clauses],
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


def _term(term: Term) -> dict[str, Any]:
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
