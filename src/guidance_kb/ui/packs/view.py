"""The packs view: add a pack after inspection, list the installed packs, remove a pack."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QFrame, QWidget

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.authoring.problems import PackError
from guidance_kb.language import by_name
from guidance_kb.ui.core.pack_service import Task
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.packs.offer import PackOffer, PackWords
from guidance_kb.ui.widgets.banner import Banner
from guidance_kb.ui.widgets.basics import button, card, column, label, row, text_and_icon
from guidance_kb.ui.widgets.busy import Busy
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout, clear
from guidance_kb.ui.widgets.pressable import ScrollColumn, settle
from guidance_kb.ui.widgets.roving import follow_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.knowledge.packs.manager import Installed, PacksChanged
    from guidance_kb.knowledge.packs.summary import PackSummary


# --- Card of an installed pack


class InstalledCard(TranslatedWidget, QFrame):
    """An installed pack with its description, content and remove button.

    Args:
        installed: The pack.
        brings: The number of things that the library has from the pack, by kind.
        services: The services of the window.
        on_remove: Called when the user presses the remove button.
    """

    def __init__(
        self,
        installed: "Installed",
        brings: Mapping[str, int],
        services: Services,
        on_remove: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.installed = installed
        self._brings, self._services, self._words = brings, services, PackWords(self)
        self._name, self._made = label(role="heading"), label(role="caption")
        self._description, self._contact = label(), label(role="caption")
        self.brings = label(role="soft")
        self._note = card("note")
        self.aside = label()
        column(self._note, margins=(12, 8, 12, 8)).addWidget(self.aside)
        self.remove = button("", "", on_remove)
        self._lay_out()
        self._note.setVisible(installed.aside is not None)
        self.brings.setVisible(bool(brings))
        self.retranslate()

    def _lay_out(self) -> None:
        whole = column(self, spacing=6, margins=(18, 14, 14, 14))
        head = row(spacing=12)
        named = column(spacing=2)
        named.addWidget(self._name)
        named.addWidget(self._made)
        add_layout(head, named, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        add_layout(whole, head)
        for widget in (self._note, self._description, self.brings, self._contact):
            whole.addWidget(widget)

    def retranslate(self) -> None:
        pack, say = self.installed.pack, self._services.say
        name = f"{say(pack.name)} {pack.version}"
        self._name.setText(name)
        self._made.setText(self._words.made(pack))
        self._description.setText(say(pack.description))
        self._contact.setText(self._words.contact(pack))
        self.brings.setText(self.tr("Brings %1.").replace("%1", self._words.counted(self._brings)))
        if self.installed.aside:
            text = self.tr(
                "Set aside, and not searched: it does not fit this version of the program. It is back when a newer version of the pack is "
                "added, or when it fits again.\n%1"
            )
            self.aside.setText(text.replace("%1", say(self.installed.aside)))
        self.remove.setText(self.tr("Remove"))
        self.remove.setAccessibleName(self.tr("Remove %1").replace("%1", name))
        self.setAccessibleName(name)


_WIDEST = 900
"""Maximum width in pixels at 100 %; longer lines are hard to read."""


class PacksView(TranslatedWidget, QWidget):
    """The packs view; a folder or zip file can also be dropped on it.

    Signals:
        listed: The list of installed packs was rebuilt.
    """

    listed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._service = services, services.packs
        self._path = Path()
        self._said: Callable[[], str] = str
        self.cards: list[InstalledCard] = []
        self._title, self._lead, self._named = label(role="title"), label(role="soft"), label()
        self.from_folder = button("", "", self._choose_folder)
        self.from_zip = button("", "", self._choose_zip)
        self._working = Busy(services.theme)
        self.notice = Banner(services.theme, self._put_back)
        self.offer = PackOffer(services)
        self._heading, self.none = label(role="heading"), label(role="soft")
        self._list = column(spacing=12)
        self._scroller = ScrollColumn(spacing=14, margins=(40, 32, 40, 28))
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.from_folder)
        self.setAcceptDrops(True)
        self.retranslate()
        self._show_task()
        self._ask()

    def _lay_out(self) -> None:
        buttons = QWidget()
        ways = FlowLayout(buttons, spacing=8)
        ways.addWidget(self.from_folder)
        ways.addWidget(self.from_zip)
        content = self._scroller.content
        for widget in (self._title, self._lead, self._named, buttons, self._working, self.notice, self.offer):
            content.addWidget(widget)
        content.addSpacing(6)
        content.addWidget(self._heading)
        content.addWidget(self.none)
        add_layout(content, self._list)
        self._scroller.body.setMaximumWidth(self._services.theme.px(_WIDEST))
        column(self).addWidget(self._scroller)

    def _connect(self) -> None:
        self._service.busy_changed.connect(self._show_task)
        self._service.changed.connect(self._ask)
        self.offer.accepted.connect(self._add)
        self.offer.put_away_chosen.connect(self._leave)
        self._services.theme.changed.connect(self._resize)

    # --- Choosing and inspecting

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("The folder of a knowledge pack"), _documents())
        if chosen:
            self.inspect(Path(chosen))

    def _choose_zip(self) -> None:
        kinds = self.tr("Knowledge packs (*.zip)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("The zip of a knowledge pack"), _documents(), kinds)
        if chosen:
            self.inspect(Path(chosen))

    def inspect(self, path: Path) -> None:
        """Inspect the pack in a folder or zip file and show its panel."""
        if self._service.busy is None:
            if self._service.removed is None:  # keep the undo of a removal
                self.notice.hide()
            self.offer.put_away()
            self._path = path
            self._service.inspect(path, self._show_offer)

    def _show_offer(self, found: "PackSummary") -> None:
        self.offer.show_inspection(found)
        self._see(self.offer)

    def _leave(self) -> None:
        self.offer.put_away()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Adding and removing

    def _add(self) -> None:
        self._service.add(self._path, self._added, self._not_added)

    def _added(self, change: "PacksChanged") -> None:
        self.offer.put_away()
        self._tell(lambda: self._said_added().replace("%1", self._name(change)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _said_added(self) -> str:
        return self.tr("Added: %1.") if self._service.named else self.tr("Added: %1. It is searched from now on.")

    def _not_added(self, error: KnownError) -> None:
        if isinstance(error, PackError):
            self.offer.show_problems(error.problems)
        else:
            self._service.told.emit(error)
            self.offer.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, identifier: str) -> None:
        self.offer.put_away()
        self._service.remove(identifier, self._removed)

    def _removed(self, change: "PacksChanged") -> None:
        self._tell(lambda: self.tr("Removed: %1.").replace("%1", self._name(change)))
        self.notice.action.setFocus(Qt.FocusReason.OtherFocusReason)
        self._see(self.notice)

    def _put_back(self) -> None:
        self._service.put_back(self._is_back)

    def _is_back(self, change: "PacksChanged") -> None:
        self._tell(lambda: self.tr("%1 is back.").replace("%1", self._name(change)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, change: "PacksChanged") -> str:
        return f"{self._services.say(change.pack.name)} {change.pack.version}"

    def _tell(self, said: Callable[[], str]) -> None:
        """Show a confirmation; `said` returns its text in the current language, also after a change of language."""
        self._said = said
        self._show_notice()

    def _show_notice(self) -> None:
        undo = self.tr("Put it back") if self._service.removed else ""
        self.notice.say(self._said(), undo)

    # --- Installed packs

    def _ask(self) -> None:
        self._service.ask_installed(self._show_installed)

    def _show_installed(self, installed: "Sequence[Installed]") -> None:
        clear(self._list)
        library = self._services.library
        self.cards = [
            InstalledCard(one, library.brings(one.pack.id), self._services, partial(self._remove, one.pack.id))
            for one in sorted(installed, key=lambda one: by_name(self._services.say(one.pack.name)))
        ]
        for made in self.cards:
            self._list.addWidget(made)
            made.show()  # Qt would show it one frame later
        self.none.setVisible(not installed)
        self._show_task()
        self.listed.emit()

    def _show_task(self) -> None:
        """Show the running task; disable all actions and move the focus to the indicator meanwhile."""
        task = self._service.busy
        words = {
            Task.LOOKING: self.tr("Looking at the pack…"),
            Task.ADDING: self.tr("Adding the pack: the knowledge database is being rebuilt…"),
            Task.REMOVING: self.tr("Removing the pack: the knowledge database is being rebuilt…"),
            Task.PUTTING_BACK: self.tr("Putting the pack back: the knowledge database is being rebuilt…"),
            Task.CATCHING_UP: self.tr("The packs are added to the new version of the program…"),
        }
        if task is not None:
            self._working.say(words[task])
            if self.isAncestorOf(QApplication.focusWidget() or self):
                self._working.setFocus(Qt.FocusReason.OtherFocusReason)
                self._see(self._working)
        ways = (self.from_folder, self.from_zip, self.offer.add, self.offer.leave, self.notice.action)
        for way in (*ways, *(made.remove for made in self.cards)):
            way.setEnabled(task is None)
        if task is None:
            self._working.say("")  # last: hiding moves the focus on, to a button that is enabled by now

    # --- Texts, layout and keys

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Knowledge packs"))
        self._title.setText(self.tr("Knowledge packs"))
        self._lead.setText(
            self.tr(
                "An organisation can add its own knowledge: local desks with their addresses, findings, practices, and the words that "
                "people use. What a pack brings is searched together with the rest, and names the pack wherever it is shown. Packs stay "
                "on this computer."
            )
        )
        self._named.setText(
            self.tr("This window shows a knowledge database that was named when it was opened, and no packs of yours.")
        )
        self._named.setVisible(self._service.named)
        self._heading.setText(self.tr("Installed"))
        self.none.setText(self.tr("No packs yet. You can also drop a folder or a zip here."))
        size, accent = self._services.theme.px(16), self._services.theme.tokens.accent
        for made, text in (
            (self.from_folder, self.tr("Add a pack from a folder…")),
            (self.from_zip, self.tr("Add a pack from a zip…")),
        ):
            text_and_icon(made, icon("package", accent, size), size, text)
        self._show_task()
        if not self.notice.isHidden():
            self._show_notice()

    def _resize(self) -> None:
        self._scroller.body.setMaximumWidth(self._services.theme.px(_WIDEST))
        self.retranslate()

    def _see(self, widget: QWidget) -> None:
        settle()
        self._scroller.ensureWidgetVisible(widget)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's name and argument
        follow_layout(self)  # cards are added and removed
        return super().focusNextPrevChild(following)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.inspect(Path(event.mimeData().urls()[0].toLocalFile()))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
