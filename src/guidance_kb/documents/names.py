"""What answers, signals, steps and moments of a conversation are called, in both languages: in the window, on paper, on the command line.

What the knowledge holds is named in `knowledge/names.py`.
"""

from collections.abc import Mapping
from typing import Final

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.conversation.verdicts import Verdict, VerdictReason
from guidance_kb.language import Text

STATES: Final[Mapping[State, Text]] = {
    State.NAMED: Text("genoemd", "named"),
    State.NOT_AN_ISSUE: Text("speelt niet", "not an issue"),
    State.NOT_DISCUSSED: Text("niet besproken", "not discussed"),
    State.DECLINED: Text("wil hier niets over zeggen", "does not want to say"),
}

ANSWER_LABELS: Final[Mapping[State, Text]] = {**STATES, State.DECLINED: Text("zegt liever niets", "rather not say")}
"""The same where it is ticked, in the window and on the form: shorter."""

SPEAKERS: Final[Mapping[By, Text]] = {
    By.CLIENT: Text("door de cliënt gezegd", "said by the client"),
    By.OBSERVED: Text("gezien door de begeleider", "observed by the counselor"),
}

OBSERVERS: Final[Mapping[By, Text]] = {
    By.CLIENT: Text("gezegd door de cliënt", "said by the client"),
    By.OBSERVED: Text("zelf gezien", "observed by you"),
}
"""The same, said to the counselor who fills it in."""

LEVELS: Final[Mapping[SignalLevel, Text]] = {
    SignalLevel.DISCUSS_NOW: Text("nu bespreken", "discuss now"),
    SignalLevel.FOR_INFORMATION: Text("ter informatie", "for information"),
}

VERDICTS: Final[Mapping[Verdict, Text]] = {
    Verdict.ACCEPTED: Text("opgepakt", "taken up"),
    Verdict.DISMISSED: Text("opzijgezet", "set aside"),
}

REASONS: Final[Mapping[VerdictReason, Text]] = {
    VerdictReason.ALREADY_DISCUSSED: Text("al besproken", "already discussed"),
    VerdictReason.DOES_NOT_FIT: Text("past niet bij deze cliënt", "does not fit this client"),
    VerdictReason.CLIENT_DOES_NOT_WANT: Text("de cliënt wil het niet", "the client does not want it"),
    VerdictReason.OTHER: Text("andere reden", "another reason"),
}
"""Why a signal was set aside; a reason that was not said has no name."""


NOT_A_TEST: Final = Text(
    "Dit is een leidraad voor een gesprek, geen gevalideerde test. Er komt geen score uit, en wat niet besproken is, zegt niets.",
    "This is a guide for a conversation, not a validated test. It gives no score, and what was not discussed says nothing.",
)

AGAINST: Final = Text("De cliënt zei hierover", "The client said about this")
"""Heading of the client's own answers against a signal."""
