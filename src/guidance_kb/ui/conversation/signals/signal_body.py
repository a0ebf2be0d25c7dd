"""The unfolded part of a signal card, in the order in which a counselor uses it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from guidance_kb.conversation.answers import Answer
from guidance_kb.conversation.next_questions import question_about
from guidance_kb.conversation.session import may_carry
from guidance_kb.conversation.signals import Signal as Raised
from guidance_kb.conversation.signals import SignalReason, denied
from guidance_kb.documents.names import ANSWER_LABELS
from guidance_kb.knowledge.model import Barrier, DriveText, Entry
from guidance_kb.knowledge.names import KINDS
from guidance_kb.ui.conversation.agreements.steps import CardSteps
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.conversation.signals.why_line import words_of
from guidance_kb.ui.conversation.words import locators, titles
from guidance_kb.ui.core.answers import answer_words
from guidance_kb.ui.core.translation import as_title, in_sentence
from guidance_kb.ui.widgets.announcement import in_a_row
from guidance_kb.ui.widgets.basics import column, label, line
from guidance_kb.ui.widgets.layouts import RememberingColumn, add_layout
from guidance_kb.ui.widgets.pressable import LinkRow
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_MOST_ENTRIES = 3
_MOST_SOURCES = 3
_PARTS = ("why", "also", "ask", "carry", "build", "steps", "close_by", "elsewhere", "recommended", "source")


class CardBody(TranslatedWidget, QWidget):
    """The reasons, other explanations, a question to ask, a drive to build on, practices elsewhere, and possible steps."""

    def __init__(self, target: str, context: CardContext) -> None:
        super().__init__()
        self._target = context.material.target(target)
        self._context = context
        self._signal: Raised | None = None
        self._quoted: tuple[str, ...] = ()
        self._reasons: tuple[SignalReason, ...] = ()
        self._against: dict[str, Answer] = {}
        self._may_carry = may_carry(context.material.library, target)
        self._carriers: tuple[str, ...] = ()
        self._headings = {name: label(role="overline") for name in _PARTS}
        self._reason_lines: list[LinkRow] = []
        self._reason_items: tuple[str, ...] = ()
        self._reason_column = column(spacing=0)
        self._entry_lines: list[tuple[LinkRow, Entry]] = []
        self._also, self._ask, self._drive_text = label(), label(role="say"), label()
        self._drive_line = self._leading("heart-handshake", self._open_drive)
        self._more = self._leading("book-open", lambda: context.open(target))
        self._source = label(role="caption")
        self.steps = CardSteps(self._target, context)
        self._build()
        self.retranslate()

    def _leading(self, icon: str, go: Callable[[], object]) -> LinkRow:
        made = LinkRow(self._context.services.theme, go, icon)
        made.content.setContentsMargins(2, 3, 2, 3)
        return made

    # ── layout ──────────────────────────────────────────────────────────────────────────────────

    def _build(self) -> None:
        linked = self._context.material.linked(self._target.id)
        content = RememberingColumn(self, spacing=12, margins=(13, 0, 13, 13))
        content.addWidget(line())
        self._part(content, "why", self._reason_column)
        if self.steps.for_service:
            self._part(content, "steps", self.steps)
        if isinstance(self._target, Barrier):
            self._part(content, "also", self._also)
        self._part(content, "ask", self._ask)
        if isinstance(self._target, Barrier):
            self._part(content, "carry", self._drive_line, self._drive_text)
        else:
            self._part(content, "build", self._drive_text)
        if not self.steps.for_service:
            self._part(content, "steps", self.steps)
        self._part(content, "close_by", *self._lines(linked.addresses, "building-2"))
        self._part(content, "elsewhere", *self._lines(linked.practices, "globe"))
        self._part(content, "recommended", *self._lines(linked.recommendations, "lightbulb"))
        self._part(content, "source", self._source, self._more)

    def _part(self, content: QVBoxLayout, name: str, *parts: QWidget | QVBoxLayout) -> None:
        """Add a heading with the widgets below it; nothing if there are none."""
        if not parts:
            return
        made = column(spacing=3)
        made.addWidget(self._headings[name])
        for each in parts:
            if isinstance(each, QWidget):
                made.addWidget(each)
            else:
                add_layout(made, each)
        add_layout(content, made)

    def _lines(self, entries: Sequence[Entry], icon: str) -> list[LinkRow]:
        made = [self._leading(icon, partial(self._context.open, entry.id)) for entry in entries[:_MOST_ENTRIES]]
        self._entry_lines += zip(made, entries, strict=False)
        return made

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        language = self._context.services.language
        self._retranslate_headings()
        text = self._target.text(language)
        self._show_ask()
        if isinstance(text, DriveText):
            self._drive_text.setText(text.build_on)
        else:
            self._also.setText(text.also)
        for made, entry in self._entry_lines:
            made.say(entry.text(language).title, self._below(entry))
        sections = self._target.sections
        more = len(sections) > _MOST_SOURCES
        self._more.say(
            self.tr("All {count} sources, and what the report says").format(count=len(sections))
            if more
            else self.tr("Read what the report says")
        )
        self._source.setText(
            self.tr("Wording, kind and steps are ours; the subject is in the report: {sections}").format(
                sections=locators(self._context.material.library, sections[:_MOST_SOURCES]) + (" …" if more else "")
            )
        )
        self._source.setToolTip(titles(self._context.material.library, sections, language))
        self._show_reasons()
        self._show_drive()

    def _retranslate_headings(self) -> None:
        words = (
            self.tr("Why this shows"),
            self.tr("It may also be"),
            self.tr("You can ask"),
            self.tr("A drive to build on"),
            self.tr("How to build on it"),
            self.tr("What could be done"),
            self.tr("Close by"),
            self.tr("What others do"),
            as_title(KINDS["recommendation"]),
            self.tr("Source"),
        )
        for heading, text in zip(self._headings.values(), words, strict=True):
            heading.setText(text)

    def _below(self, entry: Entry) -> str:
        """Return the source of an entry: its number or country with the section, or its pack."""
        services, library = self._context.services, self._context.material.library
        country, pack = library.countries.get(entry.country or ""), library.packs.get(entry.pack or "")
        if pack is not None:
            return self.tr("From the pack {name}").format(name=services.say(pack.name))
        section = library.sections[entry.section].number
        if entry.kind == "recommendation" and entry.number is not None:
            return self.tr("Recommendation {number}").format(number=entry.number) + f" · {section}"
        return f"{services.say(country.name)} · {section}" if country is not None else section

    @property
    def spoken(self) -> str:
        """The text of the body in one piece, heading by heading: a screen reader would not reach it by keyboard focus."""
        name = self._context.name_of_answer
        said_to = [
            (name(each.item, each.state), ", ".join(filter(None, (as_title(ANSWER_LABELS[each.state]), quoted))))
            for each, quoted in zip(self._reasons, self._quoted, strict=True)
        ]
        said_to += [(name(item, answer.state), self._said_against(answer)) for item, answer in self._against.items()]
        reasons = "; ".join(f"{called} ({words})" for called, words in said_to)
        carried = "carry" if isinstance(self._target, Barrier) else "build"
        drive = (
            self._drive_text.text()
            if self._drive_line.isHidden()
            else f"{self._drive_line.accessibleName()}. {self._drive_text.text()}"
        )
        said = {
            "why": reasons,
            "also": self._also.text(),
            "ask": self._ask.text(),
            carried: drive,
            "source": self._source.text(),
        }
        return in_a_row(f"{self._headings[name].text()}: {text}" for name, text in said.items() if text)

    # ── changes of answers ──────────────────────────────────────────────────────────────────────

    def update_with(self, signal: Raised) -> None:
        """Show the current reasons, the client's answers against them, and the drive to build on."""
        controller, target = self._context.controller, self._target.id
        answers = controller.session.answers
        against = {item: answers[item] for item in denied(controller.checklist, answers, target)}
        quoted = tuple(words_of(self._context, each) for each in signal.reasons)
        if (signal.reasons, against, quoted) != (self._reasons, self._against, self._quoted):
            self._signal, self._reasons, self._against, self._quoted = signal, signal.reasons, against, quoted
            self._show_reasons()
            self._show_ask()
        self.steps.refresh()
        raised = {each.target for each in controller.signals} - controller.set_aside
        carriers = tuple(drive for drive in self._may_carry if drive in raised)
        if carriers != self._carriers:
            self._carriers = carriers
            self._show_drive()

    def _show_ask(self) -> None:
        if self._signal is not None:
            services = self._context.services
            asked = question_about(self._context.material.library, self._signal, services.language)
            self._ask.setText(f"“{asked}”")

    def _show_reasons(self) -> None:
        said = [
            (each.item, each.state, "\n".join(filter(None, (answer_words(Answer(each.state, each.by)), quoted))))
            for each, quoted in zip(self._reasons, self._quoted, strict=True)
        ]
        said += [(item, answer.state, self._said_against(answer)) for item, answer in self._against.items()]
        self._reason_items = tuple(item for item, _, _ in said)
        for place in range(len(self._reason_lines), len(said)):
            made = self._leading("quote", partial(self._go_to_reason, place))
            self._reason_lines.append(made)
            self._reason_column.addWidget(made)
            made.show()  # Qt would show it one frame later
        for made, (item, state, words) in zip(self._reason_lines, said, strict=False):
            made.say(self._context.name_of_answer(item, state), words)
        for place, made in enumerate(self._reason_lines):
            if place >= len(said):
                made.say("")  # it may quote the client
            made.setVisible(place < len(said))

    def _go_to_reason(self, place: int) -> None:
        self._context.go_to(self._reason_items[place])

    def _said_against(self, answer: Answer) -> str:
        return self.tr("The client said about this: {answer}").format(answer=in_sentence(ANSWER_LABELS[answer.state]))

    def _show_drive(self) -> None:
        """Show the drive to build on, or that none that fits was named, with the ones to ask about."""
        if not isinstance(self._target, Barrier):
            return
        library, language = self._context.material.library, self._context.services.language
        self._drive_line.setVisible(bool(self._carriers))
        if self._carriers:
            text = library.drives[self._carriers[0]].text(language)
            self._drive_line.say(text.name)
            self._drive_text.setText(text.build_on)
            return
        named = [library.drives[drive].text(language).name for drive in self._may_carry]
        self._drive_text.setText(
            self.tr("None that fits has been named yet. You can ask about: {drives}.").format(drives=", ".join(named))
            if named
            else self.tr("No drive has been named yet.")
        )

    def _open_drive(self) -> None:
        if self._carriers:
            self._context.open(self._carriers[0])
