"""Controls to edit a setting, with a common interface: switch, radio buttons, line of text, path, and drop-down list."""

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
    """A control for one setting.

    Attributes:
        beside: Whether the control is small enough to be placed beside the title.
        inner: The widget that gets the focus.

    Signals:
        chosen (Value): The user chose a value.
    """

    chosen = Signal(object)
    beside = False
    inner: QWidget

    def say(self, title: str, explanation: str, names: Sequence[str]) -> None:
        """Set the accessible texts, and the names of the choices."""
        raise NotImplementedError

    def show_value(self, value: Value) -> None:
        """Show a value without emitting `chosen`."""
        raise NotImplementedError

    def _choose(self, value: Value) -> None:
        self.chosen.emit(value)

    def take_focus(self) -> None:
        """Focus the inner widget. There is no focus proxy, because it would break Qt's tab order."""
        self.inner.setFocus(Qt.FocusReason.OtherFocusReason)


class Toggle(Control):
    """A switch for a boolean."""

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
    """Radio buttons for a few values."""

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
        if on:  # on a click or an arrow key
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
        """Focus the checked button."""
        self.buttons[self._group.checkedId()].setFocus(Qt.FocusReason.OtherFocusReason)


class OptionLine(Control):
    """A line of text; every edit is a choice."""

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
        """Show a value; keep the text, and with it the cursor, if it differs in white space only."""
        if " ".join(self.field.text().split()) != value:
            self.field.setText(str(value))


class PathField(Control):
    """A read-only path that can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = self.field = QLineEdit()
        self.field.setReadOnly(True)
        column(self).addWidget(self.field)

    def say(self, title: str, explanation: str, names: Sequence[str]) -> None:  # noqa: ARG002
        self.field.setAccessibleName(title)
        self.field.setAccessibleDescription(explanation)

    def show_value(self, value: Value) -> None:
        """Show a path, scrolled to its beginning."""
        self.field.setText(str(value))
        self.field.setCursorPosition(0)


class OptionControl(Control):
    """A drop-down list of numbers."""

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
        """Add a value in force that is not among the offered ones; call `say` afterwards with the names of `values`."""
        self.values = tuple(sorted({*self._offered, value}))


def control_of(option: Option, theme: Theme) -> Control:
    """Return the control for an option."""
    if option.choices:
        return Segments([value for value, _ in option.choices])
    if isinstance(option.default, bool):
        return Toggle(theme)
    return OptionLine()
