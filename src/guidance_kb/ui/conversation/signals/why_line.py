"""Why a signal is shown, in one line: the client's own words where they were noted, else the answer."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.signals import SignalReason
from guidance_kb.documents.answers import quotation
from guidance_kb.documents.names import ANSWER_LABELS, OBSERVERS
from guidance_kb.ui.conversation.one_line import OneLine
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.core.translation import in_sentence
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.widgets.basics import label, row
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


def words_of(context: CardContext, reason: SignalReason) -> str:
    """Return the client's own words about a reason, as a quotation: the note of an item that was named; empty if there is none."""
    answer = context.controller.session.answer(reason.item)
    named = reason.state is State.NAMED and answer.state is State.NAMED
    return quotation(answer.note.strip()) if named else ""


class WhyLine(TranslatedWidget, QWidget):
    """One reason, those with the client's words first; who said it; and how many reasons there are besides."""

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        self._context = context
        self._reasons: tuple[SignalReason, ...] = ()
        self._words: tuple[str, ...] = ()
        self._by = By.CLIENT
        self._icon, self._who = label(), label(role="caption", wrap=False)
        self.said = OneLine("small")
        self.line = row(self, spacing=6)
        self.line.addWidget(self._icon)
        self.line.addWidget(self.said, 1)
        self.line.addWidget(self._who)
        self.draw()
        context.services.theme.changed.connect(self.draw)

    def show_reasons(self, reasons: Sequence[SignalReason]) -> bool:
        """Show the reasons of a signal; return whether they, or the client's words about them, are other than before.

        Those of a conversation held by older rules may be of items that are no longer there.
        """
        known = tuple(each for each in reasons if each.item in self._context.controller.checklist.items)
        words = tuple(words_of(self._context, each) for each in known)
        if (known, words) == (self._reasons, self._words):
            return False
        self._reasons, self._words = known, words
        self._show()
        return True

    def _show(self) -> None:
        if not self._reasons:
            return
        said, first = next(
            (each for each in zip(self._words, self._reasons, strict=True) if each[0]), ("", self._reasons[0])
        )
        name = self._context.name_of_answer(first.item, first.state)
        if first.state is not State.NAMED:
            name = f"{name}: {in_sentence(ANSWER_LABELS[first.state])}"
        self.said.say(said or name)
        more = len(self._reasons) - 1
        who = self.tr("said") if first.by is By.CLIENT else self.tr("observed")
        self._who.setText(f"{who} · +{more}" if more else who)
        self._who.setToolTip(in_sentence(OBSERVERS[first.by]))
        if first.by is not self._by:
            self._by = first.by
            self.draw()

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        return f"{self.said.text()}, {self._who.toolTip()}"

    def retranslate(self) -> None:
        self._show()

    def draw(self) -> None:
        """Update the icon to the theme and to who said it."""
        theme = self._context.services.theme
        self._icon.setPixmap(pixmap("quote" if self._by is By.CLIENT else "eye", theme.tokens.soft_ink, theme.px(14)))
