"""The offer to practise first: calm, and gone once somebody has practised or put it away; it can always be had back."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout


class PracticeCard(QFrame):
    """An offer, with a button to take it up and one to put it away.

    Attributes:
        begin, away: The buttons; once it is put away, `away` takes that back until the page is left.

    Signals:
        wanted: Somebody wants to practise.
        changed: It was put away, or taken back.
    """

    wanted = Signal()
    changed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self._services = services
        self._just_now = False
        self._icon, self._heading, self._text = label(), label(role="heading"), label(role="soft")
        self.begin = button("", "", self.wanted.emit)
        self.away = button("", "quiet", self._move)
        across = row(self, spacing=SPACE.xl, margins=(SPACE.xxl, SPACE.xl, SPACE.xxl, SPACE.xl))
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=SPACE.xs)
        words.addWidget(self._heading)
        words.addWidget(self._text)
        buttons = row(spacing=SPACE.sm)
        buttons.addWidget(self.begin)
        buttons.addWidget(self.away)
        buttons.addStretch(1)
        words.addSpacing(SPACE.xs)
        add_layout(words, buttons)
        words.addStretch(1)
        add_layout(across, words, 1)
        services.theme.changed.connect(self._speak)
        self.look()

    @property
    def offered(self) -> bool:
        """Whether it is still offered."""
        return self._services.settings.read().practice

    @property
    def has_something(self) -> bool:
        """Whether there is anything to see: the offer, or the way to take back that it was put away just now."""
        return self.offered or self._just_now

    def look(self) -> None:
        """Looks whether it is still offered: somebody may have practised meanwhile. What was put away before is gone now."""
        self._just_now = False
        self._speak()

    def _move(self) -> None:
        self._services.settings.change(practice=not self.offered)
        self._just_now = not self.offered
        self._speak()
        self.changed.emit()

    def _speak(self) -> None:
        theme, gone = self._services.theme, self._just_now
        self._icon.setPixmap(pixmap("message-circle", theme.tokens.accent, theme.px(SIZE.icon_large)))
        self._icon.setVisible(not gone)
        self._heading.setVisible(not gone)
        self.begin.setVisible(not gone)
        self._heading.setText(self.tr("Practise first?"))
        self._text.setText(
            self.tr("The practice conversation stays at the bottom of this page.")
            if gone
            else self.tr("Three minutes, with a client who does not exist. None of it is kept.")
        )
        self.begin.setText(self.tr("Practise"))
        self.away.setText(self.tr("Undo") if gone else self.tr("Not now"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
