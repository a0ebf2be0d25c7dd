"""The one place where anything moves: how long that takes, and whether it may.

Nothing moves by itself. What comes into a page fades in, once, in `MOTION` milliseconds; Qt unfolds its menus and lists (150 at most);
a bar runs while something is under way. Whether the system asks for less movement, Qt cannot tell before 6.12
(`QAccessibilityHints.motionPreference`): until then the setting says so.
"""

from typing import Final

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QPropertyAnimation, Qt, Signal
from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect, QWidget

from guidance_kb.ui.look.tokens import MOTION

_QTS_OWN: Final = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


class Motion(QObject):
    """Moves things, if that may be.

    Attributes:
        allowed: Whether anything may move.

    Signals:
        changed: It may now, and might not before, or the reverse.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.allowed = True
        self._of_the_system = [effect for effect in _QTS_OWN if application.isEffectEnabled(effect)]

    def allow(self, allowed: bool) -> None:  # noqa: FBT001 - a setting
        """Lets things move, or not; also those that Qt moves, as far as the system lets it."""
        for effect in self._of_the_system:
            QApplication.setEffectEnabled(effect, allowed)
        if allowed is not self.allowed:
            self.allowed = allowed
            self.changed.emit()

    def fade_in(self, widget: QWidget) -> QPropertyAnimation | None:
        """Lets a widget that was just shown come up softly. Returns what runs, or None: then it is simply there.

        Its place and size are its own from the first frame on, so that nothing beside it moves.
        """
        if not self.allowed or not widget.isVisible():
            return None
        effect = QGraphicsOpacityEffect(widget)
        effect.setOpacity(0)
        widget.setGraphicsEffect(effect)
        running = QPropertyAnimation(effect, b"opacity", effect)
        running.setDuration(MOTION)
        running.setEndValue(1)
        running.setEasingCurve(QEasingCurve.Type.OutCubic)
        running.finished.connect(lambda: widget.setGraphicsEffect(None))  # type: ignore[arg-type]  # Qt takes none
        running.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)
        return running
