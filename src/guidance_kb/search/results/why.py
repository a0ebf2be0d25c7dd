"""Why a document was found, in a few words."""

from collections.abc import Iterator, Sequence
from typing import Final

from guidance_kb.language import Language, Text
from guidance_kb.search.index.occurrences import Occurrence
from guidance_kb.search.query.plan import Closeness, Plan
from guidance_kb.search.ranking.ranking import FoundEntry

_TITLE: Final = Text("titel", "title")
_KEYWORD: Final = Text("trefwoord", "keyword")
_TEXT: Final = Text("in de tekst", "in the text")
_NEAR: Final = Text("hoort bij: {}", "goes with: {}")
_SAID: Final = Text("zo gezegd: {}", "people say: {}")
_WORDED: Final = Text("past bij hoe mensen dit zeggen", "fits how people say this")
_FORM: Final = Text("vorm van {}", "form of {}")
_BEGINS: Final = Text("begint met {}", "begins with {}")
_ALSO: Final = Text("ook: {}", "also: {}")
_COMPOUND: Final = Text("deel van {}", "part of {}")
_PARTS: Final = Text("delen: {}", "parts: {}")
_PART: Final = Text("deel: {}", "part: {}")
_SHARE: Final = Text("{} van {} woorden", "{} of {} words")
_IN_DUTCH: Final = Text("Nederlandse tekst", "Dutch text")
_IN_ENGLISH: Final = Text("Engelse tekst", "English text")
_REASONS: Final = {
    Closeness.STEM: _FORM,
    Closeness.PREFIX: _BEGINS,
    Closeness.SYNONYM: _ALSO,
    Closeness.COMPOUND: _COMPOUND,
    Closeness.PARTS: _PARTS,
    Closeness.PART: _PART,
}

_NEAREST: Final = tuple(Closeness)


def why(plan: Plan, found: FoundEntry, lang: Language, language: Language) -> tuple[str, ...]:
    """Returns the reasons in `language` for a document whose text is in `lang`, the strongest first."""
    return tuple(dict.fromkeys(_reasons(plan, found, lang, language)))


def said(phrasing: str, language: Language) -> str:
    """Returns the reason of a document with a phrasing that is like the query."""
    return _SAID.say(language).format(phrasing)


def near(title: str, language: Language) -> str:
    """Returns the reason of a document that only comes with another, by the title of that one."""
    return _NEAR.say(language).format(title)


def _reasons(plan: Plan, found: FoundEntry, lang: Language, language: Language) -> Iterator[str]:
    if found.title:
        yield _TITLE.say(language)
    elif found.keywords:
        yield _KEYWORD.say(language)
    elif found.body:
        yield _TEXT.say(language)
    elif found.phrasings:
        yield _WORDED.say(language)
    nearest = {**_nearest((*found.keywords, *found.body, *found.phrasings)), **_nearest(found.title)}
    if plan.any_word:
        yield _SHARE.say(language).format(len(nearest), len(plan.clauses))
    for clause in sorted(nearest):
        at = nearest[clause]
        texts = " / ".join(" ".join(term.text.split()) for term in plan.clauses[clause])
        reason = _REASONS.get(at.closeness)
        if reason is not None:
            yield reason.say(language).format(at.label or texts)
    if lang is not language:
        yield (_IN_DUTCH if lang is Language.NL else _IN_ENGLISH).say(language)


def _nearest(occurrences: Sequence[Occurrence]) -> dict[int, Occurrence]:
    nearest: dict[int, Occurrence] = {}
    for at in occurrences:
        known = nearest.get(at.clause)
        if known is None or _NEAREST.index(at.closeness) < _NEAREST.index(known.closeness):
            nearest[at.clause] = at
    return nearest
