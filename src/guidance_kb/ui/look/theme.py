"""Applies a scheme and a text size to the whole program: font, palette and style sheet from one table of tokens."""

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

# The one place where anything moves: how long that takes, and whether it may.
#
# Nothing moves by itself. What comes into a page fades in, once, in `MOTION` milliseconds; Qt unfolds its menus and lists (150 at most);
# a bar runs while something is under way. Whether the system asks for less movement, Qt cannot tell before 6.12
# (`QAccessibilityHints.motionPreference`): until then the setting says so.


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


FAMILY: Final = "Inter"
"""The letters, which come with the program."""

_STYLES: Final = RESOURCES / "styles"
_MIDDLE: Final = 128


class Theme(QObject):
    """The look now in force.

    Attributes:
        tokens: The colours.
        scale: The text size, 1.0 to 2.0.
        motion: Whether things move, and how.

    Signals:
        changed: Colours or sizes are other than they were; widgets that paint themselves repaint.

    Args:
        application: Gets the style sheet, until a window is dressed.
        waits: Nothing gets it before that.
    """

    changed = Signal()

    def __init__(self, application: QApplication, *, waits: bool = False) -> None:
        super().__init__(application)
        self._application = application
        self.tokens: Tokens = LIGHT
        self.scale = 1.0
        self.motion = Motion(application)
        self._scheme = Scheme.SYSTEM
        self._hints = application.styleHints()  # held on to: what it hands out goes with it
        self._asked = self._hints.colorScheme()
        self._contrast = self._hints.accessibility().contrastPreference()
        self._hints.colorSchemeChanged.connect(self._follow_colours)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)
        for file in sorted((RESOURCES / "fonts").glob("*.otf")):
            QFontDatabase.addApplicationFont(str(file))
        self._sheet = Template((_STYLES / "window.qss").read_text("utf-8"))
        self._dressed: QApplication | QWidget | None = None if waits else application

    def px(self, size: float) -> int:
        """A length or text size in pixels at 100 %, at the chosen text size."""
        return round(size * self.scale)

    def letters(self, size: int, *, strong: bool = False) -> QFont:
        """Letters of a size of `TYPE`, for what paints itself."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(STRONG) if strong else QFont.Weight.Normal)
        return font

    def dress(self, window: QWidget) -> None:
        """Gives the style sheet to this window from now on, and to what opens from it, rather than to the application.

        Qt takes some six times as long to change the style of an application: it goes through its widgets in no order at all, and a widget
        that gets its style after what is in it tells all that once more.
        """
        if self._dressed is not None:
            self._dressed.setStyleSheet("")
        self._dressed = window
        window.destroyed.connect(self._undress)
        window.setStyleSheet(self._style())

    def _undress(self) -> None:
        self._dressed = None

    def apply(self, scheme: Scheme, percent: int) -> None:
        """Shows the program in `scheme` at `percent` of the normal text size."""
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
        """What the style sheet may write beside the colours, at the text size now in force."""
        return dict(self._names())

    def _names(self) -> Iterator[tuple[str, str]]:
        px = self.px
        for name, size in TYPE._asdict().items():
            yield f"type_{name}", f"{px(size)}px"
        for name, size in SPACE._asdict().items():  # _in: less than it by what a ring is wider than an edge
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
        for name in ("ink", "on_accent"):  # a picture has no colour of its own: there is a white one and a black one
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
    """The colours of a scheme, on a system that is `dark` or not, and asks for more `contrast` or not."""
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
