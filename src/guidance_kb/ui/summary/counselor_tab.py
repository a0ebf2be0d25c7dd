"""The choices for the counselor's page, and for the reply to whoever referred the client."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from guidance_kb.conversation.signals import Signal as Raised
from guidance_kb.conversation.verdicts import Verdict
from guidance_kb.documents.names import LEVELS, VERDICTS
from guidance_kb.documents.reply import PARTS
from guidance_kb.documents.summary import ReplyPart
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import in_sentence
from guidance_kb.ui.summary.client_tab import Ticked, WordsField
from guidance_kb.ui.summary.pages import Pages
from guidance_kb.ui.widgets.basics import column, label
from guidance_kb.ui.widgets.layouts import add_layout, clear, show_all
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- The counselor's page


class CounselorTab(TranslatedWidget, QWidget):
    """The choices for the counselor's page of the current conversation: its signals, and remarks."""

    def __init__(self, conversation: ConversationView, pages: Pages, services: Services) -> None:
        super().__init__()
        self._conversation, self._agreed = conversation, conversation.agreed
        self._pages, self._services = pages, services
        self._cards, self._never = label(role="heading"), label(role="caption")
        self.ticks: dict[str, Ticked] = {}
        self._built: object = None
        self._content = column(spacing=8)
        self._remarks = label(role="heading")
        self.remarks = WordsField(partial(self._agreed.write, "remarks"), self._agreed.stop_typing, least=4)
        whole = column(self, spacing=8)
        whole.addWidget(self._cards)
        add_layout(whole, self._content)
        whole.addWidget(self._never)
        whole.addSpacing(8)
        whole.addWidget(self._remarks)
        whole.addWidget(Warned(self.remarks, services))
        pages.made.connect(self.refresh)
        conversation.controller.restarted.connect(self._empty)
        self.retranslate()

    def _empty(self) -> None:
        self._built = None
        self.ticks = {}
        clear(self._content)

    def _build(self, signals: tuple[Raised, ...]) -> None:
        self._empty()
        drives = [signal for signal in signals if signal.target in self._services.library.drives]
        barriers = [signal for signal in signals if signal.target in self._services.library.barriers]
        for heading, group in ((self.tr("To build on"), drives), (self.tr("May be in the way"), barriers)):
            if group:
                self._content.addWidget(label(heading, "overline"))
            for signal in group:
                tick = Ticked(label(), partial(self._put_on, signal.target))
                self.ticks[signal.target] = tick
                self._content.addWidget(tick)
        if not signals:
            self._content.addWidget(label(self.tr("The answers point to nothing yet."), "soft"))
        show_all(self._content)

    def _put_on(self, target: str, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._agreed.put_on_counselor(target, on=on)

    def refresh(self) -> None:
        """Show the current choices."""
        talk, summary = self._pages.talk, self._agreed.summary
        built = (talk.signals, self._services.language)
        if built != self._built:
            self._build(talk.signals)
            self._built = built
        can = not self._conversation.controller.read_only
        for signal in talk.signals:
            ticked = self.ticks.get(signal.target)
            if ticked is None:
                continue
            said = self._said(signal, aside=signal.target in talk.aside)
            if isinstance(ticked.beside, QLabel):
                ticked.beside.setText(said)
            ticked.tick.setAccessibleName(self.tr("On the counselor's page: {name}").format(name=said))
            ticked.tick.setChecked(summary.for_counselor(signal.target, talk))
            ticked.tick.setEnabled(can)
        self.remarks.setReadOnly(not can)
        self.remarks.show_text(summary.words.get("remarks", ""))

    def _said(self, signal: Raised, *, aside: bool) -> str:
        """Return the name of a signal, with the level for a barrier, and whether it is dismissed."""
        library, language = self._services.library, self._services.language
        barrier = library.barriers.get(signal.target)
        name = (barrier or library.drives[signal.target]).text(language).name
        said = f"{name} ({LEVELS[signal.level].say(language)})" if barrier else name
        return ", ".join([said, in_sentence(VERDICTS[Verdict.DISMISSED])]) if aside else said

    def retranslate(self) -> None:
        self._cards.setText(self.tr("What goes on your page"))
        self._never.setText(self.tr("No signal and no barrier ever stands on the client's page."))
        self._remarks.setText(self.tr("Your own notes"))
        self.remarks.setAccessibleName(self._remarks.text())
        self.remarks.setPlaceholderText(self.tr("For yourself or a colleague, if you like"))
        self.refresh()


# --- The reply to the referrer


class ReplyTab(TranslatedWidget, QWidget):
    """The choice of what the reply to the referrer tells: the next appointment, until the counselor ticks more."""

    def __init__(self, conversation: ConversationView, pages: Pages, services: Services) -> None:
        super().__init__()
        self._conversation, self._agreed, self._services = conversation, conversation.agreed, services
        self._heading, self._asked, self._never = label(role="heading"), label(), label(role="caption")
        self.ticks = {part: QCheckBox() for part in ReplyPart}
        whole = column(self, spacing=8)
        whole.addWidget(self._heading)
        whole.addWidget(self._asked)
        for part, tick in self.ticks.items():
            tick.clicked.connect(partial(self._tell, part))
            whole.addWidget(tick)
        whole.addWidget(self._never)
        pages.made.connect(self.refresh)
        self.retranslate()

    def _tell(self, part: ReplyPart) -> None:
        self._agreed.tell_referrer(part, told=self.ticks[part].isChecked())

    def refresh(self) -> None:
        """Show the current choices."""
        for part, tick in self.ticks.items():
            tick.setChecked(part in self._agreed.summary.reply)
            tick.setEnabled(not self._conversation.controller.read_only)

    def retranslate(self) -> None:
        self._heading.setText(self.tr("What the referrer hears"))
        self._asked.setText(self.tr("Go through it with the client, and tick what the client allows."))
        self._never.setText(
            self.tr(
                "No signal, no note and no code ever stands in it. Write by hand to whom it goes and whom it is about."
            )
        )
        for part, tick in self.ticks.items():
            tick.setText(PARTS[part].say(self._services.language))
        self.refresh()
