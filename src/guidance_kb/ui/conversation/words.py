"""The words that several parts of the conversation view share."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.conversation.verdicts import VerdictReason
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language

# How the sections of the report are named on screen.


def locators(sections: Iterable[str]) -> str:
    """The names of sections in one line: `§ 2.1.2 · § 3.4/8`."""
    return " · ".join(f"§ {section}" for section in sections)


def titles(library: Library, sections: Iterable[str], language: Language) -> str:
    """The sections with their titles, one a line, for a tip."""
    return "\n".join(f"§ {name}  {library.sections[name].title.say(language)}" for name in sections)


class StateWords(QObject):
    """Says answers and levels in the language now in force."""

    def state(self, state: State) -> str:
        """An answer state: `Named`."""
        match state:
            case State.NAMED:
                return self.tr("Named")
            case State.NOT_AN_ISSUE:
                return self.tr("Not an issue")
            case State.DECLINED:
                return self.tr("Rather not say")
            case State.NOT_DISCUSSED:
                return self.tr("Not discussed")

    def by(self, by: By) -> str:
        """Who said it."""
        return self.tr("Said by the client") if by is By.CLIENT else self.tr("Observed by you")

    def answer(self, answer: Answer) -> str:
        """An answer with who said it: `Named · Said by the client`; a gap has nobody who said it."""
        state = self.state(answer.state)
        return state if answer.state is State.NOT_DISCUSSED else f"{state} · {self.by(answer.by)}"

    def level(self, level: SignalLevel) -> str:
        """How much a signal asks for."""
        return self.tr("Discuss now") if level is SignalLevel.DISCUSS_NOW else self.tr("For information")

    def reason(self, reason: VerdictReason) -> str:
        """Why a signal was set aside; empty when it was not said."""
        match reason:
            case VerdictReason.UNSAID:
                return ""
            case VerdictReason.ALREADY_DISCUSSED:
                return self.tr("Already discussed")
            case VerdictReason.DOES_NOT_FIT:
                return self.tr("Does not fit this client")
            case VerdictReason.CLIENT_DOES_NOT_WANT:
                return self.tr("The client does not want it")
            case VerdictReason.OTHER:
                return self.tr("Another reason")
