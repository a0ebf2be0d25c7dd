"""Which of the rules are shown: by kind, by words, and only what shows in the conversation in hand."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from guidance_kb.documents.rules import RuleInWords
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.search.folding import fold


class Sort(StrEnum):
    """Kinds of barriers, drives and needs."""

    DRIVE = "drive"
    NEED = "need"
    DISPOSITIONAL = "dispositional"
    SITUATIONAL = "situational"
    INSTITUTIONAL = "institutional"


def sort_of(rule: RuleInWords, library: Library) -> Sort | None:
    """The kind of what a rule is about; None of a barrier that is not there any more."""
    barrier = library.barriers.get(rule.target)
    if barrier is not None:
        return Sort(barrier.category)
    return Sort(rule.kind) if rule.kind in (Sort.DRIVE, Sort.NEED) else None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the reader wants to see.

    Attributes:
        sort: Of this kind only.
        words: With all of these words, or their beginnings or ends, in any order.
        only: About these targets only.
    """

    sort: Sort | None = None
    words: str = ""
    only: Collection[str] | None = None

    def of(self, rules: Iterable[RuleInWords], library: Library, language: Language) -> list[RuleInWords]:
        """The rules that are shown, in their order."""
        wanted = fold(self.words).split()
        return [
            rule
            for rule in rules
            if (self.sort is None or sort_of(rule, library) is self.sort)
            and (self.only is None or rule.target in self.only)
            and (not wanted or _has_all(fold(rule.words(language)), wanted))
        ]


def _has_all(text: str, wanted: Iterable[str]) -> bool:
    return all(word in text for word in wanted)
