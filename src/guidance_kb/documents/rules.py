"""The rules of a checklist in words: per drive, need and barrier, the answers that raise it and the level.

The input is the document that `guidance-kb checklist --json` prints and that the casebook stores with every conversation, so that the rules
of an old conversation read as they were. An older document may lack fields and refer to things that no longer exist.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.documents.names import NOT_A_TEST
from guidance_kb.documents.page import bullets, heading, page, paragraph
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.names import CATEGORIES, KINDS
from guidance_kb.language import Language, Text

PRINCIPLES: Final = (
    Text(
        "Wat u alleen ziet en de cliënt niet zegt, is hooguit ter informatie: een reden om ernaar te vragen.",
        "What you only observe and the client does not say is for information at most: a reason to ask.",
    ),
    Text(
        "Wat niet besproken is, of waar iemand liever niets over zegt, wijst nergens op.",
        "What was not discussed, or what someone would rather not talk about, points to nothing.",
    ),
    Text(
        "Er wordt niets opgeteld over een persoon: elk signaal staat op zichzelf.",
        "Nothing is added up over a person: every signal stands by itself.",
    ),
)
"""Principles of every checklist, shown above the rules."""

DENIAL: Final = Text(
    "Zegt de cliënt dat iets niet speelt, of wil die er niets over zeggen, dan blijven aanwijzingen uit andere antwoorden ter informatie.",
    "When the client says that something is not an issue, or would rather not say, hints from other answers stay for information.",
)
"""The principle added by decision 18."""


class RuleAnswer(NamedTuple):
    """An answer in a rule: the id of the item, and its label."""

    item: str
    label: Text


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One sentence of a rule.

    Attributes:
        level: The level to which it raises the signal.
        lead: The sentence, or its beginning if answers follow.
        answers: Alternatives, of which one suffices; empty if `lead` is the whole sentence.
    """

    level: SignalLevel
    lead: Text
    answers: tuple[RuleAnswer, ...] = ()

    def say(self, language: Language) -> str:
        """Return the whole sentence, with its answers quoted and joined by “or”."""
        labels = [f"“{answer.label.say(language)}”" for answer in self.answers]
        lead = self.lead.say(language)
        return f"{lead} {_OR.say(language).join(labels)}." if labels else lead


@dataclass(frozen=True, slots=True)
class RuleInWords:
    """The rule of one drive, need or barrier.

    Attributes:
        target: Its id.
        name: Its name; the id if it no longer exists.
        kind: `drive`, `need` or `barrier`; for something that no longer exists `drive` or `barrier`.
        category: Its category in words: that of a barrier, or that it is a drive or a need.
    """

    target: str
    name: Text
    kind: str
    category: Text
    lines: tuple[RuleLine, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """The ids of the items in the rule, each once."""
        return tuple(dict.fromkeys(answer.item for line in self.lines for answer in line.answers))

    def words(self, language: Language) -> str:
        """Return the whole text of the rule, for filtering."""
        said = (line.say(language) for line in self.lines)
        return "\n".join((self.name.say(language), self.category.say(language), *said))


def principles(document: Mapping[str, Any]) -> tuple[Text, ...]:
    """Return the principles of a checklist document; one from before decision 18 has none about denial."""
    return (*PRINCIPLES, DENIAL) if document.get("denial_holds_back") else PRINCIPLES


def rules(library: Library, document: Mapping[str, Any]) -> tuple[RuleInWords, ...]:
    """Return the rules of a checklist document: drives and needs, then barriers, then targets that no longer exist."""
    pieces: dict[str, list[_Piece]] = {}
    for piece in _pieces(document):
        pieces.setdefault(piece.target, []).append(piece)
    known = [target for target in (*library.drives, *library.barriers) if target in pieces]
    return tuple(_rule(library, pieces[target]) for target in dict.fromkeys((*known, *pieces)))


def rules_as_text(library: Library, document: Mapping[str, Any], language: Language) -> Iterator[str]:
    """Yield the rules as paragraphs: first the principles, then one paragraph for each rule with one line for each sentence."""
    yield "\n".join(f"- {principle.say(language)}" for principle in principles(document))
    for rule in rules(library, document):
        head = f"{rule.name.say(language)} ({rule.category.say(language)})"
        yield "\n".join((head, *(f"- {line.say(language)}" for line in rule.lines)))


class _Piece(NamedTuple):
    """One piece of evidence of the document."""

    target: str
    kind: str
    state: str
    firm: bool
    answer: RuleAnswer


def _pieces(document: Mapping[str, Any]) -> Iterator[_Piece]:
    for item in document.get("items", ()):
        answer = RuleAnswer(item["id"], Text(_label(item, "nl"), _label(item, "en")))
        for evidence in item.get("evidence", ()):
            for kind in ("barrier", "drive"):
                if target := evidence.get(kind):
                    state = evidence.get("state", "named")
                    yield _Piece(target, kind, state, evidence.get("strength") == "firm", answer)


def _label(item: Mapping[str, Any], language: str) -> str:
    """Return the label of an item; its id if the document has no label."""
    text = item.get(language)
    return str(text["label"] if isinstance(text, Mapping) and "label" in text else item["id"])


def _rule(library: Library, pieces: list[_Piece]) -> RuleInWords:
    target, lines = pieces[0].target, tuple(_lines(pieces))
    if barrier := library.barriers.get(target):
        name = Text(barrier.nl.name, barrier.en.name)
        return RuleInWords(target, name, "barrier", CATEGORIES[barrier.category], lines)
    if drive := library.drives.get(target):
        return RuleInWords(target, Text(drive.nl.name, drive.en.name), drive.kind, KINDS[drive.kind], lines)
    return RuleInWords(target, Text(target, target), pieces[0].kind, _GONE, lines)


def _lines(pieces: list[_Piece]) -> Iterator[RuleLine]:
    for (firm, state), lead in _LEADS.items():
        answers = tuple(piece.answer for piece in pieces if (piece.firm, piece.state) == (firm, state))
        if answers:
            yield RuleLine(SignalLevel.DISCUSS_NOW if firm else SignalLevel.FOR_INFORMATION, lead, answers)
    weak = any(not piece.firm for piece in pieces)
    if weak and len({piece.answer.item for piece in pieces}) > 1:
        yield RuleLine(SignalLevel.DISCUSS_NOW, _TWO)


_LEADS: Final[Mapping[tuple[bool, str], Text]] = {
    (True, "named"): Text("Nu bespreken als de cliënt dit noemt:", "Discuss now when the client names this:"),
    (True, "not_an_issue"): Text(
        "Nu bespreken als dit volgens de cliënt niet speelt:",
        "Discuss now when the client says that this is not an issue:",
    ),
    (False, "named"): Text("Ter informatie als de cliënt dit noemt:", "For information when the client names this:"),
    (False, "not_an_issue"): Text(
        "Ter informatie als dit volgens de cliënt niet speelt:",
        "For information when the client says that this is not an issue:",
    ),
}
"""Sentence beginnings by whether the evidence is firm, and the state that counts."""

_TWO: Final = Text(
    "Nu bespreken als er twee van deze samenkomen en de cliënt er minstens één zelf noemt.",
    "Discuss now when two of these come together and the client names at least one of them.",
)
_OR: Final = Text(" of ", " or ")
_GONE: Final = Text("niet meer in gebruik", "no longer in use")


# --- The rules as a printable page


_TITLE: Final = Text("Alle regels", "All rules")
_WHAT: Final = Text(
    "Checklist {0}: welke antwoorden welk signaal geven. De vragen en regels zijn van Guidance KB. Bron: {1}.",
    "Checklist {0}: which answers raise which signal. The questions and rules are Guidance KB's. Source: {1}.",
)


def rules_page(library: Library, document: Mapping[str, Any], language: Language) -> str:
    """Return the rules of a checklist document as an HTML page.

    Args:
        library: The knowledge, for the names of barriers and drives.
        document: The checklist as `guidance-kb checklist --json` prints it, and as the casebook stores it with a conversation.
        language: The language of the page.
    """
    parts = [
        paragraph(_WHAT.say(language).format(document.get("version", "?"), library.meta["report"]), small=True),
        paragraph(NOT_A_TEST.say(language)),
        bullets(principle.say(language) for principle in principles(document)),
    ]
    for rule in rules(library, document):
        parts += [
            heading(rule.name.say(language), 3),
            paragraph(rule.category.say(language), small=True),
            bullets(line.say(language) for line in rule.lines),
        ]
    return page(_TITLE.say(language), parts, language)
