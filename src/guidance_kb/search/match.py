"""From a plan to the text of an FTS5 MATCH, one a language. Only folded words reach it, each between quotation marks."""

from collections.abc import Iterable

from guidance_kb.language import Language
from guidance_kb.search.plan import ANYWHERE, Pattern, Plan, Term

_SURFACE = "{title keywords body phrasings}"
_STEMS = "{title_stems keywords_stems body_stems phrasings_stems}"


def match_text(plan: Plan, language: Language) -> str:
    """Returns the MATCH text for the words of `plan` in the index of `language`; empty when it has none."""
    operator = " OR " if plan.any_word else " AND "
    return operator.join(_either(_term(term, language) for term in clause) for clause in plan.clauses)


def excluded_text(plan: Plan, language: Language) -> str:
    """Returns the MATCH text for what may not occur; empty when nothing is excluded."""
    return _either(_term(term, language) for term in plan.excluded) if plan.excluded else ""


def _either(parts: Iterable[str]) -> str:
    return "(" + " OR ".join(parts) + ")"


def _term(term: Term, language: Language) -> str:
    return _either(_pattern(pattern) for pattern in term.patterns(language))


def _pattern(pattern: Pattern) -> str:
    columns = _STEMS if pattern.stemmed else _SURFACE
    quoted = [f'"{word}"' for word in pattern.words]
    if pattern.spread == ANYWHERE:
        return "(" + " AND ".join(f"{columns} : {word}" for word in quoted) + ")"
    if pattern.spread:
        return f"{columns} : NEAR({' '.join(quoted)}, {pattern.spread})"
    return f"{columns} : {' + '.join(quoted)}{' *' if pattern.prefix else ''}"
