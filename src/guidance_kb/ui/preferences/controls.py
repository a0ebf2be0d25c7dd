"""What one chooses with: a switch, buttons of which one is on, a line of text, a list that unfolds. All answer to the same calls."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from guidance_kb.preferences.options import LONGEST, Option, Value
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.widgets.basics import button, column
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.layouts import FlowLayout
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.switch import Switch


class Control(QWidget):
    """Something to choose with.

    Attributes:
        beside: Whether it is so small that it stands beside the words.
        inner: What the keyboard goes to.

    Signals:
        chosen (Value): Somebody chose.
    """

    chosen = Signal(object)
    beside = False
    inner: QWidget

    def say(self, title: str, explanation: str, names: Sequence[str]) -> None:
        """Says what is chosen here, and what the choices are called."""
        raise NotImplementedError

    def show_value(self, value: Value) -> None:
        """Shows what is in force, and tells nobody."""
        raise NotImplementedError

    def _choose(self, value: Value) -> None:
        self.chosen.emit(value)

    def take_focus(self) -> None:
        """Gives the keyboard to the one thing in it. No focus proxy: Qt would lose its way with the Tab key."""
        self.inner.setFocus(Qt.FocusReason.OtherFocusReason)


class Toggle(Control):
    """Yes or no."""

    beside = True

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.inner = self.switch = Switch(theme)
        self.switch.clicked.connect(self._choose)
        column(self).addWidget(self.switch)
        theme.changed.connect(self.switch.updateGeometry)

    def say(self, title: str, explanation: str, names: Sequence[str]) -> None:  # noqa: ARG002
        self.switch.setAccessibleName(title)
        self.switch.setAccessibleDescription(explanation)
        self.switch.say(self.tr("Off"), self.tr("On"))

    def show_value(self, value: Value) -> None:
        self.switch.setChecked(bool(value))


class Segments(Control):
    """One of a few, all of them in sight."""

    def __init__(self, values: Sequence[Value]) -> None:
        super().__init__()
        speak_as(self, QAccessible.Role.Grouping)
        self._values = values
        self.buttons = [button("", "chip", checkable=True) for _ in values]
        self._group = OneOf(self)
        across = FlowLayout(self, spacing=SPACE.sm)
        for place, made in enumerate(self.buttons):
            self._group.addButton(made, place)
            speak_as(made, QAccessible.Role.RadioButton)
            across.addWidget(made)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.idToggled.connect(self._toggled)

    def _toggled(self, place: int, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        if on:  # by a click, and by the arrow keys
            self.chosen.emit(self._values[place])

    def say(self, title: str, explanation: str, names: Sequence[str]) -> None:
        self.setAccessibleName(title)
        for made, name in zip(self.buttons, names, strict=True):
            made.setText(name)
            made.setAccessibleName(f"{title}: {name}")
            made.setAccessibleDescription(explanation)

    def show_value(self, value: Value) -> None:
        with QSignalBlocker(self._group):
            self.buttons[self._values.index(value)].setChecked(True)

    def take_focus(self) -> None:
        """Gives the keyboard to the one that is on."""
        self.buttons[self._group.checkedId()].setFocus(Qt.FocusReason.OtherFocusReason)


class OptionLine(Control):
    """A line of text, kept as it is typed."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.textEdited.connect(self._choose)
        column(self).addWidget(self.field)

    def say(self, title: str, explanation: str, names: Sequence[str]) -> None:  # noqa: ARG002
        self.field.setAccessibleName(title)
        self.field.setAccessibleDescription(explanation)

    def show_value(self, value: Value) -> None:
        """Shows it, unless it is what is being typed: the cursor stays where it is."""
        if " ".join(self.field.text().split()) != value:
            self.field.setText(str(value))


class PathField(Control):
    """A path, to read and to take along; nothing is chosen with it."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = self.field = QLineEdit()
        self.field.setReadOnly(True)
        column(self).addWidget(self.field)

    def say(self, title: str, explanation: str, names: Sequence[str]) -> None:  # noqa: ARG002
        self.field.setAccessibleName(title)
        self.field.setAccessibleDescription(explanation)

    def show_value(self, value: Value) -> None:
        """Shows it from its beginning."""
        self.field.setText(str(value))
        self.field.setCursorPosition(0)


class OptionControl(Control):
    """One of many numbers, in a list that unfolds; one that is in force is always among them."""

    beside = True

    def __init__(self, theme: Theme, values: Sequence[int]) -> None:
        super().__init__()
        self._offered, self.values = tuple(values), tuple(values)
        self.inner = self.combo = DropDown(theme)
        self.combo.activated.connect(lambda place: self.chosen.emit(self.values[place]))
        column(self).addWidget(self.combo)

    def say(self, title: str, explanation: str, names: Sequence[str]) -> None:  # noqa: ARG002
        self.combo.setAccessibleName(title)
        place = self.combo.currentIndex()
        self.combo.clear()
        self.combo.addItems(list(names))
        self.combo.setCurrentIndex(place)

    def show_value(self, value: Value) -> None:
        if value in self.values:
            self.combo.setCurrentIndex(self.values.index(int(value)))

    def offer(self, value: int) -> None:
        """Offers a number that is in force although nobody would choose it; names have to be said again."""
        self.values = tuple(sorted({*self._offered, value}))


def control_of(option: Option, theme: Theme) -> Control:
    """What the setting is chosen with."""
    if option.choices:
        return Segments([value for value, _ in option.choices])
    if isinstance(option.default, bool):
        return Toggle(theme)
    return OptionLine()
