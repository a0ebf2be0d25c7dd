"""A row of the page: what a setting is called, what it does, what it is chosen with, and the way back to its default."""

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

# A pill: a state in a word or two, always with an icon, never a colour alone.


class Pill(QFrame):
    """Says how something stands; `now` is what asks for attention, everything else is for information."""

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
        """What it says."""
        return self._text.text()

    def say(self, text: str, icon: str, *, now: bool = False) -> None:
        """Shows `text` after the icon of that name."""
        self._text.setText(text)
        if (icon, now) != (self._name, self._now):
            self._name, self._now = icon, now
            self.draw()

    def draw(self) -> None:
        """Draws the icon in the colours and size now in force."""
        tokens = self._theme.tokens
        colour = tokens.accent if self._now else tokens.soft_ink
        self._icon.setPixmap(pixmap(self._name, colour, self._theme.px(SIZE.icon_small)))
        if self.property("now") is not self._now:
            for part in (self, self._text):
                part.setProperty("now", self._now)
                restyle(part)


# Which rows fit the words that are typed, and where in a text the words stand. Case and accents make no difference. No Qt.


def words_of(typed: str) -> tuple[str, ...]:
    """The words that are looked for."""
    return tuple(fold(typed).split())


def fits(texts: Iterable[str], words: Sequence[str]) -> bool:
    """Whether each of the words stands somewhere in the texts, also in the middle of another word."""
    within = "\n".join(fold(text) for text in texts)
    return all(word in within for word in words)


def places(text: str, words: Sequence[str]) -> list[Range]:
    """Where the words stand in a text, from left to right; what overlaps is one place."""
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
    """One setting.

    Attributes:
        key: Its name.
        control: What it is chosen with; None for a row that only says something.
        reset: The button that goes back to the default; hidden while that is in force.

    Args:
        theme: Of the window.
        key: Its name.
        control: What it is chosen with.
        buttons: What else can be done about it.

    Signals:
        reset_wanted: The default is wanted.
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
            keeping.setRetainSizeWhenHidden(True)  # so that nothing moves when something is chosen
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
        """What it is called."""
        return self._texts[0]

    def say(self, title: str, explanation: str, names: Sequence[str] = (), also: str = "") -> None:
        """Says what it is and does; `names` are those of its choices, and it is found by `also` too."""
        self._texts = (title, explanation, also)
        self._changed.say(self.tr("Changed"), "pencil-line")
        self.reset.setText(self.tr("Reset"))
        self.reset.setAccessibleName(f"{self.reset.text()}: {title}")
        if self.control is not None:
            self.control.say(title, explanation, names)
        self._mark()

    def show_changed(self, *, changed: bool) -> None:
        """Shows whether something else was chosen than the default, and then the way back."""
        self._changed.setVisible(changed)
        self.reset.setVisible(changed)

    def take_focus(self) -> None:
        """Gives the keyboard to what is chosen with here, or to the first thing that can be done."""
        if self.control is not None:
            self.control.take_focus()
        else:
            ways = (each for each in self.findChildren(QPushButton) if not each.isHidden())
            next(ways).setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset(self) -> None:
        self.reset_wanted.emit()
        self.take_focus()  # the button went

    def look_for(self, words: Sequence[str]) -> bool:
        """Marks these words and is shown when all of them are in it; returns whether they are."""
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
        self._changed.updateGeometry()  # hidden, it does not say by itself that it needs more room than is kept for it


def show_marked(shown: QLabel, text: str, words: Sequence[str], theme: Theme) -> None:
    """Shows `text` with `words` marked in it. Only our own marks are markup: the text stays text."""
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
    """Rows under a heading, in one card with hairlines between; without any row that fits it is not there.

    Attributes:
        rows: Its rows, from top to bottom.
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
        """What the rows have in common."""
        self._heading.setText(heading)

    def look_for(self, words: Sequence[str], absent: Sequence[SettingRow]) -> int:
        """Shows the rows that fit, of those that are not `absent` now; returns how many."""
        fitting = [each for each in self.rows if each.look_for(words) and each not in absent]
        for above, each in zip(self._lines, self.rows, strict=True):
            each.setVisible(each in fitting)
            above.setVisible(each in fitting[1:])
        self.setVisible(bool(fitting))
        return len(fitting)
