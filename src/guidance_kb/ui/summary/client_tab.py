"""The texts of the client's page: every line can be edited before printing, or left out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from guidance_kb.documents import client_page
from guidance_kb.documents.client_page import HEADINGS, Contact, PagePart
from guidance_kb.documents.summary import Summary, Talk
from guidance_kb.language import Language, Text
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.summary.pages import Pages
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout, clear, show_all
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Fields


_MOST_LINES = 8
"""Maximum number of lines before the field scrolls."""


class WordsField(QPlainTextEdit):
    """A text field that grows with its lines. Tab moves to the next field."""

    def __init__(
        self, written: Callable[[str], object], left: Callable[[], object] | None = None, *, least: int = 1
    ) -> None:
        """Create an empty field.

        Args:
            written: Called with the text after the user changed it.
            left: Called when the field loses the focus.
            least: The minimum height in lines.
        """
        super().__init__()
        self._written, self._left, self._least = written, left, least
        self._showing = False
        self._edge = 0
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._typed)

    def show_text(self, text: str) -> None:
        """Set the text without calling `written`; an equal text does not move the cursor."""
        if text != self.toPlainText():
            self._showing = True
            self.setPlainText(text)
            self._showing = False

    def _typed(self) -> None:
        self._fit()
        if not self._showing:
            self._written(self.toPlainText())

    def _fit(self) -> None:
        """Set the height to that of the lines."""
        lines = max(round(self.document().documentLayout().documentSize().height()), self._least)
        fits = lines <= _MOST_LINES
        inside = min(lines, _MOST_LINES) * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        height = round(inside) + self._edge
        if height != self.height():
            self.setFixedHeight(height)
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if fits else needed)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._edge = max(
            self.height() - self.viewport().height(), 0
        )  # the frame of the style, known after the first layout
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._left is not None:
            self._left()


class Ticked(QWidget):
    """A check box beside a label or field, for whether that goes on the page."""

    def __init__(self, beside: QWidget, ticked: Callable[[bool], object]) -> None:
        super().__init__()
        self.tick = QCheckBox()
        self.tick.clicked.connect(lambda: ticked(self.tick.isChecked()))
        self.beside = beside
        across = row(self, spacing=6)
        across.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(beside, 1)
        across.setAlignment(self.tick, Qt.AlignmentFlag.AlignTop if isinstance(beside, QLabel) else Qt.AlignmentFlag(0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.tick.isEnabled() and isinstance(self.beside, QLabel):
            self.tick.click()


_LONGEST = 120
"""Maximum length of a name or telephone number."""


class ClientTab(TranslatedWidget, QWidget):
    """The fields of the client's page of the current conversation."""

    def __init__(self, conversation: ConversationView, pages: Pages, services: Services) -> None:
        super().__init__()
        self._conversation, self._agreed = conversation, conversation.agreed
        self._pages, self._services = pages, services
        self._language = label(role="caption", wrap=False)
        self.languages = {language: button("", "state", checkable=True) for language in Language}
        self.contact = {name: QLineEdit() for name in ("name", "organisation", "phone")}
        self._contact_names = {name: label(role="caption") for name in self.contact}
        self.ticks: dict[str, Ticked] = {}
        self.fields: dict[str, WordsField] = {}
        self._proposed: dict[str, Callable[[Talk, Summary], str]] = {}
        self._headings: dict[PagePart, QLabel] = {}
        self._built: object = None
        self._content = column(spacing=6)
        self._call, self._kept = label(role="heading"), label(role="caption")
        self._lay_out()
        pages.made.connect(self.refresh)
        conversation.controller.restarted.connect(self._empty)
        self.retranslate()

    def _lay_out(self) -> None:
        whole = column(self, spacing=6)
        across = row(spacing=6)
        across.addWidget(self._language)
        group = OneOf(self)
        for language, each in self.languages.items():
            group.addButton(each)
            each.clicked.connect(lambda _=False, language=language: self._agreed.set_language(language))
            across.addWidget(each)
        across.addStretch(1)
        add_layout(whole, across)
        add_layout(whole, self._content)
        whole.addSpacing(8)
        whole.addWidget(self._call)
        whole.addWidget(self._kept)
        for name, field in self.contact.items():
            field.setMaxLength(_LONGEST)
            field.textEdited.connect(self._contact_typed)
            whole.addWidget(self._contact_names[name])
            whole.addWidget(field)

    # ── construction ────────────────────────────────────────────────────────────────────────────

    def _empty(self) -> None:
        """Remove all fields, so that no text of the conversation before remains."""
        self._built = None
        clear(self._content)
        self.ticks, self.fields, self._proposed, self._headings = {}, {}, {}, {}

    def _build(self, talk: Talk, summary: Summary) -> None:
        self._empty()
        self._add("welcome", lambda talk, summary: client_page.welcome(talk, summary.language))
        for part in (PagePart.WANT, PagePart.WELL):
            self._head(part)
            for sentence in client_page.proposed(part, talk, summary):
                words = WordsField(partial(self._agreed.write, sentence.target), self._agreed.stop_typing)
                self.fields[sentence.target] = words
                self._proposed[sentence.target] = partial(_in_its_language, sentence.text)
                tick = Ticked(Warned(words, self._services), partial(self._put_on, sentence.target))
                self.ticks[sentence.target] = tick
                self._content.addWidget(tick)
            self._add(part.value, lambda *_: "")
        if summary.steps:
            self._head(PagePart.AGREED)
        for place in range(len(summary.steps)):
            words = WordsField(partial(self._say_step, place), self._agreed.stop_typing)
            self.fields[f"step-{place}"] = words
            self._content.addWidget(Warned(words, self._services))
        self._head(PagePart.NEXT)
        self._add("next", client_page.next_proposed)
        self._content.addSpacing(4)
        self._add("closing", lambda _, summary: client_page.CLOSING.say(summary.language))
        show_all(self._content)
        self._name()

    def _put_on(self, target: str, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._agreed.put_on_client(target, on=on)

    def _head(self, part: PagePart) -> None:
        self._content.addSpacing(6)
        self._headings[part] = label(HEADINGS[part].say(self._services.language), "overline")
        self._content.addWidget(self._headings[part])

    def _add(self, name: str, proposed: Callable[[Talk, Summary], str]) -> None:
        words = WordsField(partial(self._agreed.write, name), self._agreed.stop_typing)
        self.fields[name] = words
        self._proposed[name] = proposed
        self._content.addWidget(Warned(words, self._services))

    def _say_step(self, place: int, text: str) -> None:
        """Store the text of a step on the client's page; an empty one if it equals the proposed text, which follows the step."""
        step = self._agreed.steps[place]
        proposed = client_page.proposed_step(self._services.library, step.terms, self._agreed.summary.language)
        self._agreed.say(place, "" if text.strip() == proposed else text)

    # ── contents ────────────────────────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """Show the current texts; the fields are created anew only if the sentences or steps changed."""
        talk, summary = self._pages.talk, self._agreed.summary
        sentences = [
            each for part in (PagePart.WANT, PagePart.WELL) for each in client_page.proposed(part, talk, summary)
        ]
        built = (tuple(sentences), tuple(step.who for step in summary.steps))
        if built != self._built:
            self._build(talk, summary)
            self._built = built
        can = not self._conversation.controller.read_only
        for target, tick in self.ticks.items():
            on = summary.for_client(target, talk)
            tick.tick.setChecked(on)
            tick.tick.setEnabled(can)
            tick.beside.setEnabled(on)
        for name, field in self.fields.items():
            field.setReadOnly(not can)
            field.show_text(self._text(name, talk, summary))
        for language, each in self.languages.items():
            each.setChecked(language is summary.language)
            each.setEnabled(can)
        self._show_contact()

    def _text(self, name: str, talk: Talk, summary: Summary) -> str:
        if name.startswith("step-"):
            step = summary.steps[int(name.removeprefix("step-"))]
            return client_page.step_said(self._services.library, step, summary.language)
        return summary.words.get(name, self._proposed[name](talk, summary))

    def _show_contact(self) -> None:
        contact = self._pages.contact
        for name, field in self.contact.items():
            if field.text() != getattr(contact, name):
                field.setText(getattr(contact, name))

    def _contact_typed(self) -> None:
        typed = {name: field.text().strip() for name, field in self.contact.items()}
        self._pages.use_contact(Contact(**typed, place=self._pages.contact.place))

    # ── names ───────────────────────────────────────────────────────────────────────────────────

    def _name(self) -> None:
        """Set the accessible names of all fields, and the headings."""
        language = self._services.language
        own = self.tr("In your own words, one per line")
        for name, field in self.fields.items():
            said = {
                "welcome": self.tr("First line"),
                "want": f"{HEADINGS[PagePart.WANT].say(language)}: {own}",
                "well": f"{HEADINGS[PagePart.WELL].say(language)}: {own}",
                "next": HEADINGS[PagePart.NEXT].say(language),
                "closing": self.tr("Last line"),
            }.get(name)
            if name in ("want", "well"):
                field.setPlaceholderText(own)
            step = self.tr("Step, as the client reads it")
            field.setAccessibleName(said or (step if name.startswith("step-") else self._target(name)))
        for target, tick in self.ticks.items():
            tick.tick.setAccessibleName(self.tr("On the client's page: {name}").format(name=self._target(target)))
        for part, heading in self._headings.items():
            heading.setText(HEADINGS[part].say(language))

    def _target(self, target: str) -> str:
        return self._services.library.drives[target].text(self._services.language).name

    def retranslate(self) -> None:
        self._language.setText(self.tr("Language of the page"))
        for language, name in ((Language.NL, "Nederlands"), (Language.EN, "English")):
            self.languages[language].setText(name)
        self._call.setText(HEADINGS[PagePart.CALL].say(self._services.language))
        self._kept.setText(self.tr("Your details: kept for every conversation, in the settings of the program."))
        names = {"name": self.tr("Name"), "organisation": self.tr("Organisation"), "phone": self.tr("Telephone")}
        for name, text in names.items():
            self._contact_names[name].setText(text)
            self.contact[name].setAccessibleName(text)
        self._name()
        self.refresh()


def _in_its_language(text: Text, _talk: Talk, summary: Summary) -> str:
    """Return a text in the language of the page."""
    return text.say(summary.language)
