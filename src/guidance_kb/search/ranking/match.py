"""The FTS5 MATCH text of a plan in each language. It contains only folded words, each between quotation marks."""

from collections.abc import Iterable

from guidance_kb.language import Language
from guidance_kb.search.query.plan import ANYWHERE, Pattern, Plan

_SURFACE = "{title keywords body phrasings}"
_STEMS = "{title_stems keywords_stems body_stems phrasings_stems}"
_NAMED_SURFACE = "{title keywords}"
_NAMED_STEMS = "{title_stems keywords_stems}"


def match_text(plan: Plan, language: Language) -> str:
    """Return the MATCH text for the words of `plan` in the index of `language`; empty if it has none."""
    operator = " OR " if plan.any_word else " AND "
    return operator.join(_either(patterns_text(term.patterns(language)) for term in clause) for clause in plan.clauses)


def excluded_text(plan: Plan, language: Language) -> str:
    """Return the MATCH text for the exclusions; empty if there are none."""
    return _either(patterns_text(term.patterns(language)) for term in plan.excluded) if plan.excluded else ""


def patterns_text(patterns: Iterable[Pattern], *, named: bool = False) -> str:
    """Return the MATCH text for any of `patterns`: in all columns, or with `named` in the title or keywords."""
    return _either(_pattern(pattern, named=named) for pattern in patterns)


def _either(parts: Iterable[str]) -> str:
    return "(" + " OR ".join(parts) + ")"


def _pattern(pattern: Pattern, *, named: bool) -> str:
    surface, stems = (_NAMED_SURFACE, _NAMED_STEMS) if named else (_SURFACE, _STEMS)
    columns = stems if pattern.stemmed else surface
    quoted = [f'"{word}"' for word in pattern.words]
    if pattern.spread == ANYWHERE:
        return "(" + " AND ".join(f"{columns} : {word}" for word in quoted) + ")"
    if pattern.spread:
        return f"{columns} : NEAR({' '.join(quoted)}, {pattern.spread})"
    return f"{columns} : {' + '.join(quoted)}{' *' if pattern.prefix else ''}"
