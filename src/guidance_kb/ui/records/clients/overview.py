"""The first page of a record: the remark, what to know now, and the timeline; side by side where there is room."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from guidance_kb.ui.core.pause import Pause
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.controller import RecordController
from guidance_kb.ui.records.clients.field_sync import FieldSync
from guidance_kb.ui.records.clients.personal import Warned
from guidance_kb.ui.records.clients.record import Record
from guidance_kb.ui.records.clients.summary_card import SummaryCard
from guidance_kb.ui.records.clients.timeline import TimelineList
from guidance_kb.ui.widgets.basics import column, label, row
from guidance_kb.ui.widgets.layouts import add_layout

_TWO_COLUMNS = 760
"""From this width on (at 100 %), the timeline stands beside what to know now."""

_PAUSE = 1500
"""Milliseconds without a key after which the remark is kept."""


class Remark(QWidget):
    """One line about the client, kept when one goes on; what looks personal is warned of."""

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__()
        self._controller = controller
        self._name, self.line = label(role="caption"), QLineEdit()
        self.warned = Warned(self.line, services)
        self._written = FieldSync()
        self._pause = Pause(_PAUSE, self)
        self._pause.ended.connect(self.keep)
        inside = column(self, spacing=3)
        inside.addWidget(self._name)
        inside.addWidget(self.warned)
        self.line.textEdited.connect(lambda _: self._pause.start())
        self.line.editingFinished.connect(self.keep)
        controller.leaving.connect(self.keep)
        controller.shown.connect(self._begin)
        controller.changed.connect(self._follow)
        self._speak()

    def keep(self) -> None:
        """Keeps what stands there, if it is other than before."""
        self._pause.stop()
        text, written = self.line.text().strip(), self._written
        if text != written.text:
            written.begin()
            self._controller.do_typed(
                "remark",
                lambda store, client: store.clients.change(client, remark=text),
                lambda: written.done(text),
                lambda: written is self._written,  # it still stands there, and is written with the next
            )

    def _begin(self, record: Record | None) -> None:
        self._written = FieldSync(record.timeline.client.remark if record else "")
        self.line.setText(self._written.text)

    def _follow(self, record: Record) -> None:
        """Shows what it is now, if it was taken back."""
        remark = record.timeline.client.remark
        if remark != self._written.text and self._written.follows(self.line.text().strip()):
            self._begin(record)

    def _speak(self) -> None:
        self._name.setText(self.tr("Remark"))
        self.line.setAccessibleName(self.tr("Remark"))
        self.line.setPlaceholderText(self.tr("What helps to recognise the record, without a name"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)


class Overview(QWidget):
    """Everything for half a minute.

    Signals:
        session_wanted, page_chosen, steps_wanted, follow_up_wanted, notes_wanted: As `SummaryCard` and `TimelineList` have them.
    """

    session_wanted = Signal(int)
    page_chosen = Signal(str)
    steps_wanted = Signal()
    follow_up_wanted = Signal()
    notes_wanted = Signal()

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__()
        self._services = services
        self.remark = Remark(controller, services)
        self.now, self.timeline = SummaryCard(controller, services), TimelineList(controller, services)
        self._columns = row(spacing=20)
        for part in (self.now, self.timeline):
            one = column()
            one.addWidget(part)
            one.addStretch(1)
            add_layout(self._columns, one, 1)
        whole = column(self, spacing=12)
        whole.addWidget(self.remark)
        add_layout(whole, self._columns)
        self.now.page_chosen.connect(self.page_chosen)
        self.timeline.notes_wanted.connect(self.notes_wanted)
        for part in (self.now, self.timeline):
            part.session_wanted.connect(self.session_wanted)
            part.steps_wanted.connect(self.steps_wanted)
            part.follow_up_wanted.connect(self.follow_up_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - Qt's name
        super().resizeEvent(event)
        wide = self.width() >= self._services.theme.px(_TWO_COLUMNS)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
