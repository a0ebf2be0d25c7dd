"""The settings view: settings in groups, with search and reset; changes apply at once."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget

from guidance_kb.paths import portable_folder
from guidance_kb.preferences.options import (
    DATA,
    GROUPS,
    OPTIONS,
    ORGANISATION,
    RECORDS_OPTIONS,
    SETTINGS,
    WHERE,
    Option,
    OptionGroup,
    Settings,
)
from guidance_kb.preferences.organisation_defaults import places
from guidance_kb.ui.core.casebook_service import CasebookState, Changes
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.preferences.controls import OptionControl, PathField, control_of
from guidance_kb.ui.preferences.row import SettingRow, SettingSection, words_of
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.banner import Banner
from guidance_kb.ui.widgets.basics import button, column, label, line, row
from guidance_kb.ui.widgets.empty_state import EmptyState
from guidance_kb.ui.widgets.field_icons import FieldIcons
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.pressable import ScrollColumn, settle
from guidance_kb.ui.widgets.roving import follow_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Folders and files


def open_folder(folder: Path) -> None:
    """Open a folder in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class PlaceRow(SettingRow):
    """A row with a path and buttons to open the folder and to copy the path."""

    def __init__(self, theme: Theme, key: str, path: Path, opener: Callable[[Path], object]) -> None:
        self.path = path
        self._opener = opener
        self.open, self.copy = button("", "", self._open), button("", "", self._copy)
        shown = PathField()
        shown.show_value(str(path))
        super().__init__(theme, key, shown, [self.open, self.copy])

    def say_place(self, title: str, explanation: str, also: str) -> None:
        """Set the texts; the search also looks in `also` and in the path."""
        self.say(title, explanation, (), f"{also} {self.path}")
        self.open.setText(self.tr("Open folder"))
        self.copy.setText(self.tr("Copy path"))
        for each in (self.open, self.copy):
            each.setAccessibleName(f"{each.text()}: {title}")

    def _open(self) -> None:
        folder = self.path if self.path.is_dir() else self.path.parent
        self._opener(next(each for each in (folder, *folder.parents) if each.is_dir()))  # the folder may not exist yet

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.path))
        announce(self, self.tr("Copied."))


class PlaceRows(QObject):
    """The rows of folders and files.

    Attributes:
        rows: The rows, from top to bottom.
    """

    def __init__(self, services: Services, opener: Callable[[Path], object], parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        settings = services.settings
        made = partial(PlaceRow, services.theme, opener=opener)
        self._data = made(DATA.target, services.casebook.folder.parent)
        self._settings = made(SETTINGS.target, settings.path)
        self._defaults = made(ORGANISATION.target, settings.defaults.path or places()[0])
        self.rows = [self._data, self._settings, self._defaults]

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        say, settings = self._services.say, self._services.settings
        portable = (
            self.tr("The program is portable: they stand beside it and travel with its folder.")
            if portable_folder() is not None
            else self.tr("They belong to your own account on this computer.")
        )
        kept = (
            "" if settings.is_kept else self.tr("This file cannot be written: what you choose applies until you close.")
        )
        there = self.tr("In force from this file: %1.").replace("%1", str(len(settings.defaults.values)))
        for place, about, more in (
            (self._data, DATA, [portable]),
            (self._settings, SETTINGS, [kept]),
            (self._defaults, ORGANISATION, self._of_the_organisation(there)),
        ):
            explanation = " ".join([say(about.explanation), *(each for each in more if each)])
            place.say_place(say(about.title), explanation, say(about.group))
        self._defaults.open.setVisible(settings.defaults.path is not None)

    def _of_the_organisation(self, there: str) -> list[str]:
        defaults = self._services.settings.defaults
        if defaults.path is None:
            return [self.tr("There is no such file on this computer; it could be put here.")]
        return [there, *(self._services.say(problem) for problem in defaults.problems)]


# --- Settings of the program


class ChosenRows(QObject):
    """The rows of `OPTIONS`; they follow the values in force.

    Attributes:
        by_key: The rows by key.

    Args:
        services: The services of the window.
        forget: The button that erases the recent searches.
        parent: The Qt parent.
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
        """Return the rows of a group, in the order of `OPTIONS`."""
        return [self.by_key[option.key] for option in OPTIONS if option.group is group]

    @property
    def changed(self) -> tuple[str, ...]:
        """The keys of changed settings, without the language: a reset must not lead to a language that the user cannot read."""
        now, unchosen = asdict(self._services.settings.read()), asdict(self._services.settings.unchosen)
        return tuple(name for name in now if name != "language" and now[name] != unchosen[name])

    def refresh(self) -> None:
        """Show the values in force."""
        now, unchosen = asdict(self._services.settings.read()), asdict(self._services.settings.unchosen)
        for name, each in self.by_key.items():
            if each.control is not None:
                each.control.show_value(now[name])
            each.show_changed(changed=now[name] != unchosen[name])

    def retranslate(self) -> None:
        """Set all texts in the current language."""
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


class RecordsRows(QObject):
    """The rows of settings stored in the casebook; while it is not open, a single row that says so.

    Attributes:
        by_key: The rows by key.
        closed: The row shown while the casebook is not open.
        rows: All rows.

    Signals:
        records_wanted: The user asked to open the records.
    """

    records_wanted = Signal()

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._service = services, services.casebook
        self._controls = {option.key: OptionControl(services.theme, option.numbers) for option in RECORDS_OPTIONS}
        self.by_key = {option.key: self._row(option) for option in RECORDS_OPTIONS}
        self.open = button("", "", self.records_wanted.emit)
        self.closed = SettingRow(services.theme, "records_locked", None, [self.open])
        self.rows = [self.closed, *self.by_key.values()]

    def _row(self, option: Option) -> SettingRow:
        made = SettingRow(self._services.theme, option.key, self._controls[option.key])
        self._controls[option.key].chosen.connect(partial(self._choose, option))
        made.reset_wanted.connect(partial(self._choose, option, option.default))
        return made

    def _choose(self, option: Option, number: int) -> None:
        self._service.choose(self, option, number)
        self.refresh()

    @property
    def shown(self) -> list[SettingRow]:
        """The rows that apply in the current state of the casebook."""
        return list(self.by_key.values()) if self._service.state is CasebookState.OPEN else [self.closed]

    def refresh(self) -> None:
        """Show the values in force."""
        now = asdict(self._service.settings)
        for option in RECORDS_OPTIONS:
            control = self._controls[option.key]
            if now[option.key] not in control.values:
                control.offer(now[option.key])
                self.retranslate()
            control.show_value(now[option.key])
            self.by_key[option.key].show_changed(changed=now[option.key] != option.default)

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        say = self._services.say
        for option in RECORDS_OPTIONS:
            names = [say(option.name_of(number)) for number in self._controls[option.key].values]
            group = say(GROUPS[option.group])
            self.by_key[option.key].say(say(option.title), say(option.explanation), names, group)
        there = self._service.state is CasebookState.LOCKED
        text = (
            self.tr("These are kept in the records themselves, encrypted. Open the records to see and change them.")
            if there
            else self.tr("These belong to the records, and there are none yet on this computer.")
        )
        title = " · ".join(say(option.title) for option in RECORDS_OPTIONS)
        self.closed.say(title, text, (), say(GROUPS[OptionGroup.RECORDS]))
        self.open.setText(self.tr("Open the records") if there else self.tr("To the records"))


_WIDEST = 820
"""Maximum width in pixels at 100 %; longer lines are hard to read."""


class PreferencesView(TranslatedWidget, QWidget):
    """The settings view.

    Attributes:
        field: The search box.
        reset_all: The button that restores all defaults; the banner offers to undo that.
        open_folder: Opens a folder in the file manager.
        nothing: The placeholder if no setting matches.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open_folder: Callable[[Path], object] = open_folder
        self._services, self._before = services, services.settings.read()
        self._title, self._lead, self._count = label(role="title"), label(role="soft"), label(role="caption")
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(60)
        self._glass = QAction(self.field)
        self.field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        FieldIcons(self.field, services.theme)
        self.reset_all = button("", "", self._reset_all)
        self.forget = button("", "toggle", self._forget)
        self.banner = Banner(services.theme, self._undo)
        self.problem = Banner(services.theme, icon="triangle-alert")
        self.nothing = EmptyState(services.theme, self._show_all)
        self.rows = ChosenRows(services, self.forget, self)
        self.kept = RecordsRows(services, self)
        self.places = PlaceRows(services, self._show_folder, self)
        self._sections = {group: SettingSection(self._rows_of(group)) for group in GROUPS}
        self._where = SettingSection(self.places.rows)
        self._scroller = ScrollColumn(spacing=SPACE.xxxl, margins=(40, SPACE.xl, 40, 28))
        self._telling = QTimer(self, singleShot=True, interval=500)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.field)
        self._resize()
        self._tell_again()

    def _show_folder(self, folder: Path) -> None:
        self.open_folder(folder)

    def _rows_of(self, group: OptionGroup) -> list[SettingRow]:
        return [*self.rows.of(group), *(self.kept.rows if group is OptionGroup.RECORDS else [])]

    def _lay_out(self) -> None:
        top = QWidget()
        head = column(top, spacing=SPACE.lg, margins=(40, 28, 40, SPACE.md))
        head.addWidget(self._title)
        head.addWidget(self._lead)
        across = row(spacing=SPACE.lg)
        across.addWidget(self.field, 1)
        across.addWidget(self.reset_all)
        add_layout(head, across)
        head.addWidget(self._count)
        head.addWidget(self.banner)
        head.addWidget(self.problem)
        for section in (*self._sections.values(), self._where):
            self._scroller.content.addWidget(section)
        self._scroller.content.addWidget(self.nothing)
        # otherwise Qt uses a size hint computed for narrow labels, which is too high
        self._scroller.body.setMinimumHeight(1)
        whole = column(self, spacing=0)
        whole.addWidget(top)
        whole.addWidget(line())
        whole.addWidget(self._scroller, 1)
        self._top = top

    def _connect(self) -> None:
        self.field.textChanged.connect(self._look)
        self._telling.timeout.connect(lambda: announce(self.field, self._count.text()))
        self.kept.records_wanted.connect(partial(self._services.navigator.go_to_room, ViewId.RECORDS))
        self._services.casebook.changed.connect(self._follow_records)
        self._services.settings.changed.connect(self._follow)
        self._services.theme.changed.connect(self._resize)

    # --- Search

    @property
    def shown(self) -> list[SettingRow]:
        """The visible rows."""
        sections = (*self._sections.values(), self._where)
        return [each for section in sections if not section.isHidden() for each in section.rows if not each.isHidden()]

    def _look(self) -> None:
        words = words_of(self.field.text())
        absent = [each for each in self.kept.rows if each not in self.kept.shown]
        for section in (*self._sections.values(), self._where):
            section.look_for(words, absent)
        found = len(self.shown)
        self.nothing.setVisible(not found)
        counted = self.tr("1 setting") if found == 1 else self.tr("%1 settings")
        self._count.setText(counted.replace("%1", QLocale().toString(found)))
        self._scroller.verticalScrollBar().setValue(0)
        if words:
            self._telling.start()

    def _show_all(self) -> None:
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, key: str) -> None:
        """Scroll to a setting and focus it; if the records are closed, to the row that opens them."""
        self.field.clear()
        rows = {each.key: each for each in self.shown}
        found = rows.get(key, self.kept.closed if self.kept.closed in self.shown else None)
        if found is not None:
            settle()
            self._scroller.ensureWidgetVisible(found)
            found.take_focus()

    # --- Changes

    def _follow(self, _before: Settings, _now: Settings) -> None:
        self._show_standing()
        self.places.retranslate()
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Keep the focused widget visible after a change of the text size."""
        settle()  # finish the layout, so that no intermediate state is painted
        at = QApplication.focusWidget()
        if at is not None and self._scroller.body.isAncestorOf(at):
            self._scroller.ensureWidgetVisible(at)

    def _show_standing(self) -> None:
        self.reset_all.setEnabled(bool(self.rows.changed))

    def _reset_all(self) -> None:
        self._before = self._services.settings.read()
        self._tell_reset()
        self.banner.action.setFocus(Qt.FocusReason.OtherFocusReason)  # before the button that has the focus is disabled
        self._services.settings.reset(*self.rows.changed)

    def _tell_reset(self) -> None:
        self.banner.say(
            self.tr(
                "All settings except the language are back to their defaults. Those of the records were not changed."
            ),
            self.tr("Undo"),
        )

    def _undo(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.banner.hide()
        self._services.settings.write(self._before)
        announce(self, self.tr("Your settings are back."))

    def _forget(self) -> None:
        self._services.navigator.forget_recent()
        announce(self.forget, self.tr("Recent searches have been erased."))

    def _follow_records(self, what: Changes) -> None:
        if what & (Changes.STATE | Changes.SETTINGS):
            self.kept.refresh()
        if Changes.STATE in what:
            self.kept.retranslate()
            self._look()

    # --- Texts

    def _set_texts(self) -> None:
        self.setAccessibleName(self.tr("Settings"))
        self._title.setText(self.tr("Settings"))
        self._lead.setText(self.tr("What you choose takes effect at once, and stays on this computer."))
        self.field.setPlaceholderText(self.tr("Find a setting"))
        self.field.setAccessibleName(self.tr("Find a setting"))
        size = self._services.theme.px(SIZE.icon)
        self._glass.setIcon(icon("search", self._services.theme.tokens.soft_ink, size))
        self._glass.setText(self.tr("Find a setting"))
        for each in self.field.findChildren(QToolButton):
            if each.defaultAction() is not self._glass:
                each.setAccessibleName(self.tr("Clear the field"))
        self.reset_all.setText(self.tr("Reset all"))
        self.forget.setText(self.tr("Erase recent searches now"))
        self.nothing.say(
            "search",
            self.tr("No setting with these words"),
            self.tr("Try another word, or a shorter one."),
            self.tr("Show all settings"),
        )
        for group, section in self._sections.items():
            section.say(self._services.say(GROUPS[group]))
        self._where.say(self._services.say(WHERE))
        self.rows.retranslate()
        self.kept.retranslate()
        self.places.retranslate()
        self._show_standing()
        self._look_again()

    def _tell_again(self) -> None:
        if not self.banner.isHidden():
            self._tell_reset()
        if self._services.settings.defaults.problems:
            self.problem.say(
                self.tr(
                    "The file with the settings of your organisation has mistakes; see below, at the end of this page."
                )
            )

    def _look_again(self) -> None:
        place = self._scroller.verticalScrollBar().value()
        self._look()
        self._scroller.verticalScrollBar().setValue(place)

    def _resize(self) -> None:
        for part in (self._top, self._scroller.body):
            part.setMaximumWidth(self._services.theme.px(_WIDEST))
        self._set_texts()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.kept.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the search box with Escape, wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self._show_all()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's name and argument
        follow_layout(self)  # the visible rows change
        return super().focusNextPrevChild(following)

    def retranslate(self) -> None:
        self._set_texts()
        self._tell_again()
        self._keep_in_sight()
