"""A row of the settings view: title, explanation, control, and the button to reset it."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from guidance_kb.search.language.folding import Range, fold
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.preferences.controls import Control
from guidance_kb.ui.widgets.basics import button, column, label, line, restyle, row
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout

# --- Pill: a short status with an icon, so that it does not depend on colour


class Pill(QFrame):
    """A short status with an icon; `now` emphasises it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "pill")
        self._theme, self._name, self._now = theme, "info", False
        self._icon, self._text = label(), label(role="pill", wrap=False)
        across = row(self, spacing=SPACE.xs, margins=(SPACE.sm, SPACE.xxs, SPACE.md, SPACE.xxs))
        across.addWidget(self._icon)
        across.addWidget(self._text)
        theme.changed.connect(self.draw)
        self.draw()

    @property
    def text(self) -> str:
        """The text."""
        return self._text.text()

    def say(self, text: str, icon: str, *, now: bool = False) -> None:
        """Show `text` and the icon with this name."""
        self._text.setText(text)
        if (icon, now) != (self._name, self._now):
            self._name, self._now = icon, now
            self.draw()

    def draw(self) -> None:
        """Update icon and style to the current theme."""
        tokens = self._theme.tokens
        colour = tokens.accent if self._now else tokens.soft_ink
        self._icon.setPixmap(pixmap(self._name, colour, self._theme.px(SIZE.icon_small)))
        if self.property("now") is not self._now:
            for part in (self, self._text):
                part.setProperty("now", self._now)
                restyle(part)


# --- Search in rows, ignoring case and accents


def words_of(typed: str) -> tuple[str, ...]:
    """Return the folded words of the search text."""
    return tuple(fold(typed).split())


def fits(texts: Iterable[str], words: Sequence[str]) -> bool:
    """Return whether the texts contain all words; a word may be part of another."""
    within = "\n".join(fold(text) for text in texts)
    return all(word in within for word in words)


def places(text: str, words: Sequence[str]) -> list[Range]:
    """Return the ranges of the words in a text, in order; overlapping and adjacent ranges are merged."""
    if not words:
        return []
    origin = [at for at, letter in enumerate(text) for _ in fold(letter)]
    folded = "".join(fold(letter) for letter in text)
    marked: set[int] = set()
    for word in words:
        start = folded.find(word)
        while start >= 0:
            marked.update(range(origin[start], origin[start + len(word) - 1] + 1))
            start = folded.find(word, start + 1)
    found: list[Range] = []
    for at in sorted(marked):
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


class SettingRow(QFrame):
    """A row for one setting.

    Attributes:
        key: The key of the setting.
        control: The control; None for a row that only explains.
        reset: The button that restores the default; hidden while the default applies.

    Args:
        theme: The current look.
        key: The key of the setting.
        control: The control.
        buttons: Buttons for further actions.

    Signals:
        reset_wanted: The user asked for the default.
    """

    reset_wanted = Signal()

    def __init__(
        self, theme: Theme, key: str, control: Control | None = None, buttons: Sequence[QPushButton] = ()
    ) -> None:
        super().__init__()
        self.key, self.control = key, control
        self._theme = theme
        self._texts = ("", "", "")
        self._words: Sequence[str] = ()
        self._title, self._explanation = label(role="strong"), label(role="soft")
        self._changed = Pill(theme)
        self.reset = button("", "more", self._reset)
        self._lay_out(buttons)
        self.show_changed(changed=False)
        theme.changed.connect(self._mark)

    def _lay_out(self, buttons: Sequence[QPushButton]) -> None:
        head = row(spacing=SPACE.md)
        head.addWidget(self._title, 1)
        head.addWidget(self._changed, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignVCenter)
        for each in (self._changed, self.reset):
            keeping = each.sizePolicy()
            keeping.setRetainSizeWhenHidden(True)  # the layout does not move when the value changes
            each.setSizePolicy(keeping)
        if self.control is not None and self.control.beside:
            head.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(spacing=SPACE.xs)
        add_layout(words, head)
        words.addWidget(self._explanation)
        if self.control is not None and not self.control.beside:
            words.addSpacing(SPACE.xs)
            words.addWidget(self.control)
        if buttons:
            ways = QWidget()
            flow = FlowLayout(ways, spacing=SPACE.md)
            for each in buttons:
                flow.addWidget(each)
            words.addSpacing(SPACE.xs)
            words.addWidget(ways)
        whole = column(self, margins=(SPACE.xxl, SPACE.xl, SPACE.xxl, SPACE.xl))
        add_layout(whole, words)

    @property
    def title(self) -> str:
        """The title of the setting."""
        return self._texts[0]

    def say(self, title: str, explanation: str, names: Sequence[str] = (), also: str = "") -> None:
        """Set the texts; `names` are those of the choices, and the search also looks in `also`."""
        self._texts = (title, explanation, also)
        self._changed.say(self.tr("Changed"), "pencil-line")
        self.reset.setText(self.tr("Reset"))
        self.reset.setAccessibleName(f"{self.reset.text()}: {title}")
        if self.control is not None:
            self.control.say(title, explanation, names)
        self._mark()

    def show_changed(self, *, changed: bool) -> None:
        """Show or hide the status “changed” and the reset button."""
        self._changed.setVisible(changed)
        self.reset.setVisible(changed)

    def take_focus(self) -> None:
        """Focus the control, or the first visible button if there is none."""
        if self.control is not None:
            self.control.take_focus()
        else:
            ways = (each for each in self.findChildren(QPushButton) if not each.isHidden())
            next(ways).setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset(self) -> None:
        self.reset_wanted.emit()
        self.take_focus()  # the focused button was hidden

    def look_for(self, words: Sequence[str]) -> bool:
        """Highlight the words and show the row if it contains all of them; return whether it does."""
        self._words = words
        found = fits(self._texts, words)
        self.setVisible(found)
        self._mark()
        return found

    def _mark(self) -> None:
        title, explanation, _ = self._texts
        show_marked(self._title, title, self._words, self._theme)
        show_marked(self._explanation, explanation, self._words, self._theme)
        self._explanation.setVisible(bool(explanation))
        self._changed.updateGeometry()  # a hidden widget does not report by itself that its reserved size changed


def show_marked(shown: QLabel, text: str, words: Sequence[str], theme: Theme) -> None:
    """Show `text` with `words` highlighted; the text is escaped."""
    found = places(text, words)
    shown.setAccessibleName(text if found else "")
    if not found:
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setText(text)
        return
    mark = f"<span style='background-color:{theme.tokens.mark};color:{theme.tokens.on_mark}'>"
    pieces, at = [], 0
    for start, end in found:
        pieces += [escape(text[at:start]), mark, escape(text[start:end]), "</span>"]
        at = end
    shown.setTextFormat(Qt.TextFormat.RichText)
    shown.setText("".join([*pieces, escape(text[at:])]))


class SettingSection(QWidget):
    """Rows under a heading, in one card with separators; hidden if no row fits.

    Attributes:
        rows: The rows, from top to bottom.
    """

    def __init__(self, rows: Sequence[SettingRow]) -> None:
        super().__init__()
        self.rows = list(rows)
        self._heading = label(role="heading")
        self._lines = [line() for _ in rows]
        box = QFrame()
        box.setProperty("role", "card")
        inside = column(box, spacing=0, margins=(0, 0, 0, 0))
        for above, each in zip(self._lines, rows, strict=True):
            inside.addWidget(above)
            inside.addWidget(each)
        self._lines[0].hide()
        whole = column(self, spacing=SPACE.md)
        whole.addWidget(self._heading)
        whole.addWidget(box)

    def say(self, heading: str) -> None:
        """Set the heading."""
        self._heading.setText(heading)

    def look_for(self, words: Sequence[str], absent: Sequence[SettingRow]) -> int:
        """Show the rows that contain the words and are not in `absent`; return their number."""
        fitting = [each for each in self.rows if each.look_for(words) and each not in absent]
        for above, each in zip(self._lines, self.rows, strict=True):
            each.setVisible(each in fitting)
            above.setVisible(each in fitting[1:])
        self.setVisible(bool(fitting))
        return len(fitting)
