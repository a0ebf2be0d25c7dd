"""The theme: applies a colour scheme and a text size to the application's font, palette and style sheet."""

from collections.abc import Iterator
from string import Template
from typing import Final

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect, QWidget

from guidance_kb.paths import RESOURCES
from guidance_kb.preferences.options import Scheme
from guidance_kb.ui.look.tokens import (
    DARK,
    EDGE,
    HIGH_CONTRAST,
    LIGHT,
    MOTION,
    RADIUS,
    RING,
    SIZE,
    SPACE,
    STRONG,
    TYPE,
    Tokens,
)

# All motion is in this module: its duration and whether it is allowed.
#
# New content of a page fades in once, in `MOTION` milliseconds; Qt animates its menus and lists (150 at most); a progress bar moves while
# work is in progress. Qt before 6.12 cannot tell whether the system asks for less motion (`QAccessibilityHints.motionPreference`), so a
# setting decides.


_QTS_OWN: Final = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


class Motion(QObject):
    """Animations, if the user allows motion.

    Attributes:
        allowed: Whether motion is allowed.

    Signals:
        changed: Emitted when `allowed` changes.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.allowed = True
        self._of_the_system = [effect for effect in _QTS_OWN if application.isEffectEnabled(effect)]

    def allow(self, allowed: bool) -> None:  # noqa: FBT001 - a setting
        """Allow or forbid motion, including Qt's own effects that the system has switched on."""
        for effect in self._of_the_system:
            QApplication.setEffectEnabled(effect, allowed)
        if allowed is not self.allowed:
            self.allowed = allowed
            self.changed.emit()

    def fade_in(self, widget: QWidget) -> QPropertyAnimation | None:
        """Fade in a widget that was just shown. Return the running animation, or None if motion is off.

        The widget has its final position and size from the first frame, so that nothing beside it moves.
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


FAMILY: Final = "Inter"
"""The font family, which is shipped with the program."""

_STYLES: Final = RESOURCES / "styles"
_MIDDLE: Final = 128


class Theme(QObject):
    """The current look.

    Attributes:
        tokens: The colours.
        scale: The text size, 1.0 to 2.0.
        motion: The animations.

    Signals:
        changed: Emitted when colours or sizes change; widgets that paint themselves repaint.

    Args:
        application: Gets the style sheet until `dress` names a window.
        waits: Whether to set no style sheet before that.
    """

    changed = Signal()

    def __init__(self, application: QApplication, *, waits: bool = False) -> None:
        super().__init__(application)
        self._application = application
        self.tokens: Tokens = LIGHT
        self.scale = 1.0
        self.motion = Motion(application)
        self._scheme = Scheme.SYSTEM
        self._hints = application.styleHints()  # kept: the objects it returns are deleted with it
        self._asked = self._hints.colorScheme()
        self._contrast = self._hints.accessibility().contrastPreference()
        self._hints.colorSchemeChanged.connect(self._follow_colours)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)
        for file in sorted((RESOURCES / "fonts").glob("*.otf")):
            QFontDatabase.addApplicationFont(str(file))
        self._sheet = Template((_STYLES / "window.qss").read_text("utf-8"))
        self._dressed: QApplication | QWidget | None = None if waits else application

    def px(self, size: float) -> int:
        """Return a length in pixels at 100 % scaled to the current text size."""
        return round(size * self.scale)

    def letters(self, size: int, *, strong: bool = False) -> QFont:
        """Return the font of a size of `TYPE`, for widgets that paint themselves."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(STRONG) if strong else QFont.Weight.Normal)
        return font

    def dress(self, window: QWidget) -> None:
        """Set the style sheet on this window, and what opens from it, instead of on the application.

        Qt takes about six times as long to change the style sheet of an application: it visits the widgets in no particular order, and a
        widget that is styled after its children propagates its style to them once more.
        """
        if self._dressed is not None:
            self._dressed.setStyleSheet("")
        self._dressed = window
        window.destroyed.connect(self._undress)
        window.setStyleSheet(self._style())

    def _undress(self) -> None:
        self._dressed = None

    def apply(self, scheme: Scheme, percent: int) -> None:
        """Apply `scheme` and a text size of `percent`."""
        self._scheme = scheme
        dark = self._asked is Qt.ColorScheme.Dark
        self.tokens = chosen(scheme, dark=dark, contrast=self._contrast is Qt.ContrastPreference.HighContrast)
        self.scale = percent / 100
        font = self.letters(TYPE.body)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if font != self._application.font():
            self._application.setFont(font)
        self._application.setPalette(_palette(self.tokens))
        if self._dressed is not None:
            self._dressed.setStyleSheet(self._style())
        self.changed.emit()

    def _style(self) -> str:
        return self._sheet.substitute(self.tokens._asdict(), **self.names())

    def names(self) -> dict[str, str]:
        """Return the names other than colours that the style sheet may use, at the current text size."""
        return dict(self._names())

    def _names(self) -> Iterator[tuple[str, str]]:
        px = self.px
        for name, size in TYPE._asdict().items():
            yield f"type_{name}", f"{px(size)}px"
        for name, size in SPACE._asdict().items():  # _in: reduced by the difference between ring and edge
            yield f"space_{name}", f"{px(size)}px"
            yield f"space_{name}_in", f"{max(px(size) - (RING - EDGE), 0)}px"
            yield f"space_{name}_in2", f"{max(px(size) - RING, 0)}px"
        for name, size in RADIUS._asdict().items():
            yield f"radius_{name}", f"{px(size) if name.startswith('pill') else size}px"
            yield f"radius_{name}_in", f"{size - EDGE}px"
        for name, size in SIZE._asdict().items():  # _in: within an edge on both sides
            yield f"size_{name}", f"{px(size)}px"
            yield f"size_{name}_in", f"{px(size) - 2 * EDGE}px"
        yield from (
            ("edge", f"{EDGE}px"),
            ("ring", f"{RING}px"),
            ("strong", str(STRONG)),
            ("styles", _STYLES.as_posix()),
        )
        for name in ("ink", "on_accent"):  # an image has no text colour, so there are a white one and a black one
            yield f"{name}_is", "white" if QColor(getattr(self.tokens, name)).lightness() > _MIDDLE else "black"

    def _follow_colours(self, asked: Qt.ColorScheme) -> None:
        self._asked = asked
        self._follow_system()

    def _follow_contrast(self, preference: Qt.ContrastPreference) -> None:
        self._contrast = preference
        self._follow_system()

    def _follow_system(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self.apply(self._scheme, round(self.scale * 100))


def chosen(scheme: Scheme, *, dark: bool, contrast: bool) -> Tokens:
    """Return the colours of a scheme for a system that is `dark` or not and that asks for high `contrast` or not."""
    match scheme:
        case Scheme.LIGHT:
            return LIGHT
        case Scheme.DARK:
            return DARK
        case Scheme.CONTRAST:
            return HIGH_CONTRAST
        case Scheme.SYSTEM if contrast:
            return HIGH_CONTRAST
        case _:
            return DARK if dark else LIGHT


def _palette(tokens: Tokens) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    for where, colour in (
        (role.Window, tokens.canvas),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.raised),
        (role.Text, tokens.ink),
        (role.PlaceholderText, tokens.soft_ink),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.ink),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.ToolTipBase, tokens.ink),
        (role.ToolTipText, tokens.surface),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.faint))
    return palette
