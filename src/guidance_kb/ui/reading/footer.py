"""Where in the report the page stands, below it: its section, which of how many, and the ways to what comes before and after."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton

from guidance_kb.knowledge.outline import OutlinePlace
from guidance_kb.ui.core.names import KindNames
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.basics import button, icon_only, label, row


class Footer(QFrame):
    """Shows a place; hidden while nothing is read.

    Attributes:
        here: The section, as a button that opens it.
        previous, following: The ways on.

    Signals:
        opened (str): The id of what is wanted.
    """

    opened = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self._services = services
        self._names = KindNames(self)
        self._place: OutlinePlace | None = None
        self._said = ""
        self.previous = button("", "quiet", lambda: self.go(-1))
        self.following = button("", "quiet", lambda: self.go(1))
        self.here = button("", "more", self._open_section)
        self._itself = label(role="caption", wrap=False)  # of a section, which needs no way to itself
        across = row(self, spacing=SPACE.xs, margins=(SPACE.xl, SPACE.xs, SPACE.xl, SPACE.xs))
        across.addWidget(self.previous)
        across.addWidget(self.here, 1, Qt.AlignmentFlag.AlignCenter)
        across.addWidget(self._itself, 1, Qt.AlignmentFlag.AlignCenter)
        across.addWidget(self.following)
        services.theme.changed.connect(self._speak)
        self.hide()

    def show_place(self, place: OutlinePlace | None) -> None:
        """Shows where something stands; None when there is nothing to say."""
        self._place = place
        self.setVisible(place is not None)
        self._speak()

    def go(self, step: int) -> None:
        """Opens what comes before (-1) or after (1), if there is anything."""
        place = self._place
        other = None if place is None else place.following if step > 0 else place.previous
        if other is not None:
            self.opened.emit(other)

    def _open_section(self) -> None:
        if self._place is not None:
            self.opened.emit(self._place.section)

    # ── what it says ────────────────────────────────────────────────────────────────────────────

    def _speak(self) -> None:
        place = self._place
        if place is None:
            return
        for made, other, name, said in (
            (self.previous, place.previous, "chevron-left", self.tr("Previous in the report: {title} (Alt+Page Up)")),
            (self.following, place.following, "chevron-right", self.tr("Next in the report: {title} (Alt+Page Down)")),
        ):
            self._point(made, other, name, said)
        self._said = self._where(place)
        self.here.setAccessibleName(self._said)
        self.here.setToolTip(self.tr("All that comes from this section"))
        self.here.setVisible(place.kind != "section")
        self._itself.setVisible(place.kind == "section")
        self._share_room()

    def _point(self, made: QPushButton, other: str | None, name: str, said: str) -> None:
        theme = self._services.theme
        size, title = theme.px(SIZE.icon), self._services.library.title(other) if other else None
        if other is not None and title is None and other in self._services.library.sections:
            title = self._services.library.sections[other].title
        icon_only(made, icon(name, theme.tokens.accent if other else theme.tokens.faint, size), size, "")
        text = said.format(title=self._services.say(title) if title else self.tr("nothing"))
        made.setAccessibleName(text)
        made.setToolTip(text)
        made.setEnabled(other is not None)

    def _where(self, place: OutlinePlace) -> str:
        """`§2.1.2 Situational barriers · 3 of 10`; of what has no place in a section, which of its like it is."""
        section = self._services.library.sections[place.section]
        number = "" if section.pack else f"§{section.name} "
        parts = [f"{number}{self._services.say(section.title)}"]
        if place.count > 1:
            which = self.tr("{number} of {count}").format(number=place.number, count=place.count)
            like = place.kind in ("barrier", "drive", "need", "item")
            parts.append(f"{self._names.kinds(place.kind).lower()}: {which}" if like else which)  # type: ignore[arg-type]
        return " · ".join(parts)

    def _share_room(self) -> None:
        room = self.width() - self.previous.sizeHint().width() - self.following.sizeHint().width() - 8 * SPACE.md
        metrics = self.here.fontMetrics()
        self.here.setText(
            metrics.elidedText(self._said, Qt.TextElideMode.ElideMiddle, max(room, 40)).replace("&", "&&")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says the place shorter where there is little room."""
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
