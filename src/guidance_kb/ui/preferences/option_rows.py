"""The settings of the table on the page: a row each, which follows what is in force wherever that was chosen."""

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from guidance_kb.preferences.options import GROUPS, OPTIONS, Option, OptionGroup
from guidance_kb.ui.preferences.controls import control_of
from guidance_kb.ui.preferences.row import SettingRow
from guidance_kb.ui.services import Services


class ChosenRows(QObject):
    """The rows of the table.

    Attributes:
        by_key: Each of them.

    Args:
        services: Of the window.
        forget: The button that forgets the recent searches.
    """

    def __init__(self, services: Services, forget: QPushButton, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self.by_key = {option.key: self._row(option, [forget] if option.key == "recent" else []) for option in OPTIONS}
        services.settings.changed.connect(self.refresh)
        self.refresh()

    def _row(self, option: Option, buttons: Sequence[QPushButton]) -> SettingRow:
        control = control_of(option, self._services.theme)
        made = SettingRow(self._services.theme, option.key, control, buttons)
        control.chosen.connect(lambda value: self._services.settings.change(**{option.key: value}))
        made.reset_wanted.connect(partial(self._services.settings.reset, option.key))
        return made

    def of(self, group: OptionGroup) -> list[SettingRow]:
        """The rows of a group, in the order of the table."""
        return [self.by_key[option.key] for option in OPTIONS if option.group is group]

    @property
    def changed(self) -> tuple[str, ...]:
        """Which are other than their default, but for the language: nobody wants to come back to a page that they cannot read."""
        now, unchosen = asdict(self._services.settings.read()), asdict(self._services.settings.unchosen)
        return tuple(name for name in now if name != "language" and now[name] != unchosen[name])

    def refresh(self) -> None:
        """Shows what is in force."""
        now, unchosen = asdict(self._services.settings.read()), asdict(self._services.settings.unchosen)
        for name, each in self.by_key.items():
            if each.control is not None:
                each.control.show_value(now[name])
            each.show_changed(changed=now[name] != unchosen[name])

    def speak(self) -> None:
        """Says everything in the language now in force."""
        say, later = self._services.say, self.tr("Takes effect at the next start.")
        for option in OPTIONS:
            explanation = say(option.explanation)
            names = [say(name) for _, name in option.choices]
            self.by_key[option.key].say(
                say(option.title),
                f"{explanation} {later}" if option.at_next_start else explanation,
                names,
                " ".join([*names, say(option.said), say(GROUPS[option.group])]),
            )
