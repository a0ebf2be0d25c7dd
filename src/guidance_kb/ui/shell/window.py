"""The main window: the rail, the top bar, the views and the navigation between them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from guidance_kb.errors import KnownError
from guidance_kb.help.key_table import BY_NAME
from guidance_kb.search.results.choice import SearchChoice
from guidance_kb.ui.core.casebook_service import CasebookState, Changes
from guidance_kb.ui.core.clear_on_lock import ClientData, close_popups, empty_clipboard
from guidance_kb.ui.core.message_bar import MessageBar
from guidance_kb.ui.core.navigation import History, Location, Navigator, PageView, ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.settings import SIZES, Settings
from guidance_kb.ui.core.wheel_zoom import WheelZoom
from guidance_kb.ui.core.window_shortcuts import bind
from guidance_kb.ui.reading.reading_history import LastRead
from guidance_kb.ui.records.admin.auto_backup import auto_backup_of
from guidance_kb.ui.records.vault.idle_lock import idle_lock_of
from guidance_kb.ui.records.vault.privacy_screen import PrivacyStack
from guidance_kb.ui.search.search_controller import Recent, SearchController
from guidance_kb.ui.shell import view_registry
from guidance_kb.ui.shell.conversation_coordinator import ConversationCoordinator
from guidance_kb.ui.shell.help_coordinator import HelpCoordinator
from guidance_kb.ui.shell.rail import Rail
from guidance_kb.ui.shell.top_bar import TopBar
from guidance_kb.ui.shell.window_geometry import WindowPlace
from guidance_kb.ui.widgets import roles
from guidance_kb.ui.widgets.announcement import FocusTeller, announce
from guidance_kb.ui.widgets.basics import column, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.pressable import pressed_by_return

if TYPE_CHECKING:
    from guidance_kb.search.query.plan import Plan
    from guidance_kb.ui.conversation.view import ConversationView
    from guidance_kb.ui.preferences.view import PreferencesView
    from guidance_kb.ui.reading.beside_pane import BesidePane
    from guidance_kb.ui.records.room import RecordsRoom
    from guidance_kb.ui.rules.view import RulesView
    from guidance_kb.ui.search.view import SearchView
    from guidance_kb.ui.summary.view import SummaryView


class MainWindow(QMainWindow):
    """The main window, which is also the navigator of its views. It creates each view when it is first shown.

    Args:
        make_services: Creates the services of the views, with the window as their navigator.
        settings: The current settings.
    """

    def __init__(self, make_services: "Callable[[Navigator], Services]", settings: Settings) -> None:
        super().__init__()
        services = make_services(self)
        roles.install()
        services.theme.dress(self)
        self._services = services
        self._trail = History(Location(ViewId(settings.start_room)))
        self._views: dict[ViewId, QWidget] = {}
        self._choice = SearchChoice()
        self._shown: ViewId | None = None
        self._last_read = LastRead(services.settings)
        self.searching = SearchController(services, Recent(services.settings.recent, on=settings.recent), self)
        self.setWindowTitle("Guidance KB")
        self.place = WindowPlace(self, services.settings)
        self.rail = Rail(services.theme)
        self.topbar = TopBar(services)
        self._message = MessageBar(services)
        self._stack = QStackedWidget()
        self._across = row(spacing=0)
        self.beside: BesidePane | None = None
        self._wheel: WheelZoom | None = None
        canvas = QWidget()
        self.privacy_screen = PrivacyStack(services, canvas)
        self.watch = idle_lock_of(services.casebook)
        FocusTeller(self)
        self.keeper = auto_backup_of(services.casebook)
        self.conversation_coordinator = ConversationCoordinator(self, services)
        self.helping = HelpCoordinator(self, services)
        self._lay_out(canvas)
        self._connect()
        make_shortcuts(self)
        self._show(self._trail.here)
        self._enter(self._trail.here.room)  # so that the user can type at once

    def _lay_out(self, canvas: QWidget) -> None:
        self.setCentralWidget(self.privacy_screen)  # first, because widgets that are reparented later are styled again
        canvas.setObjectName("canvas")
        across = row(canvas, spacing=0)
        across.addWidget(self.rail)
        right = column(spacing=0)
        across.addLayout(right, 1)
        right.addWidget(self.topbar)
        right.addWidget(self._message)
        add_layout(right, self._across, 1)
        self._across.addWidget(self._stack, 3)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go_to_room)
        self.topbar.back.connect(self.go_back)
        self.topbar.forward.connect(self.go_forward)
        self.topbar.example_chosen.connect(self.search_for)
        self.topbar.box.textEdited.connect(self.search)
        self.topbar.box.returnPressed.connect(self.searching.remember)
        self.topbar.box.returnPressed.connect(self._to_results)
        self.topbar.box.left_downwards.connect(self._to_results)
        self.topbar.box.left.connect(self._leave_box)
        self.topbar.box.recent = lambda: self.searching.recent.queries
        self.topbar.box.completing = self.searching.completions
        self.topbar.bookmarks_chosen.connect(partial(self.go_to_room, ViewId.BOOKMARKS))
        self.topbar.packs_chosen.connect(partial(self.go_to_room, ViewId.PACKS))
        self.topbar.settings_chosen.connect(partial(self.go_to_room, ViewId.SETTINGS))
        self._services.settings.changed.connect(self._apply)
        self._services.packs.switched.connect(lambda database: self._services.reopen(database, self._show_anew))
        told = self._services
        for failed in (told.packs.told, told.jobs.failed, told.casebook.failed, told.bookmarks.failed):
            failed.connect(self.tell)
        told.casebook.clear_on_lock(ClientData.POPUPS, self._close_popups)
        told.casebook.clear_on_lock(ClientData.CLIPBOARD, self._empty_clipboard)
        told.casebook.clear_on_lock(ClientData.SEARCH, self._end_private_search)
        told.conversation.ended.connect(self._end_private_search)
        told.conversation.changed.connect(self._search_again)
        told.casebook.changed.connect(self._offer_when_opened)
        self.watch.hide_pressed.connect(self.privacy_screen.move_it)
        self.privacy_screen.lost.connect(lambda: self._enter(self._trail.here.room))

    # ── views ───────────────────────────────────────────────────────────────────────────────────

    def view(self, room: ViewId) -> QWidget:
        """Return a view, created on first use."""
        if room not in self._views:
            made = self._views[room] = view_registry.make(room, self._services, self._stack)
            if room is ViewId.SEARCH:
                self.searching.show_in(cast("SearchView", made))
            if room in (ViewId.SUMMARY, ViewId.RULES):  # the counselor's own conversation by default
                cast("SummaryView | RulesView", made).attend(
                    cast("ConversationView", self.view(ViewId.CONVERSATION)), ViewId.CONVERSATION
                )
            self._stack.addWidget(made)
        return self._views[room]

    @property
    def services(self) -> Services:
        """The services of this window."""
        return self._services

    @property
    def here(self) -> ViewId:
        """The current view."""
        return self._trail.here.room

    def made(self, room: ViewId) -> QWidget | None:
        """Return a view if it was created before."""
        return self._views.get(room)

    @property
    def _page_view(self) -> PageView | None:
        """The current view if it shows pages."""
        view = self._views.get(self.here)
        if view is None:
            return None
        return view if isinstance(view, PageView) else None

    @property
    def answered(self) -> str | None:
        """The query whose answer is shown."""
        return self.searching.query

    @property
    def results(self) -> "SearchView":
        """The search view."""
        return cast("SearchView", self.view(ViewId.SEARCH))

    def go_to_room(self, room: ViewId, page: str | None = None) -> None:
        """Show a view, or a page in it; show the search view as it was left."""
        self._keep_position()
        if room is not ViewId.SEARCH:
            self._trail.visit(Location(room, page=page))
        elif not self._trail.visit_again(room):
            self._trail.visit(self._searched(self.topbar.box.text()))
        self._show(self._trail.here, self._trail.position)
        self._enter(room)

    def go_to_setting(self, key: str) -> None:
        """Show the settings view and give the setting `key` the focus."""
        self.go_to_room(ViewId.SETTINGS)
        cast("PreferencesView", self.view(ViewId.SETTINGS)).go_to(key)

    def open_page(self, identifier: str) -> None:
        """Show the page of an id or follow a link of an article; keep the text of the search box."""
        if self.helping.takes(identifier):
            return
        self._visit(replace(self._searched(self.topbar.box.text()), page=identifier))
        self._show(self._trail.here)
        self.results.reading.setFocus()

    def open_beside(self, identifier: str) -> None:
        """Show the page of an id in a second pane; without room for one, show it instead of the current page."""
        from guidance_kb.ui.reading.beside_pane import LEAST, BesidePane

        is_open = self.beside is not None and self.beside.isVisible()
        room = self._stack.width() - self._stack.minimumSizeHint().width()
        if self._services.is_help(identifier) or not (is_open or room >= LEAST):
            self.open_page(identifier)
            return
        if self.beside is None:
            self.beside = BesidePane(self._services)
            self.beside.closed.connect(lambda: self.view(self.here).setFocus(Qt.FocusReason.OtherFocusReason))
            self._across.addWidget(self.beside, 2)
        self.beside.show_page(identifier)

    def open_help(self, identifier: str, plan: "Plan | None" = None) -> None:
        """Show a help article with the matches of a query highlighted; show a setting in the settings view."""
        self.helping.open(identifier, plan)

    def show_links(self, identifier: str) -> None:
        """Show the links of the thing with this id."""
        from guidance_kb.ui.map.view import MapView

        self.go_to_room(ViewId.MAP)
        if isinstance(view := self.view(ViewId.MAP), MapView):  # not an `UnreadableView`
            view.take(identifier)

    def show_theme(self, theme: str) -> None:
        """Show the countries, at the row of this theme."""
        from guidance_kb.ui.countries.view import CountriesView

        self.go_to_room(ViewId.COUNTRIES)
        if isinstance(view := self.view(ViewId.COUNTRIES), CountriesView):  # not an `UnreadableView`
            view.show_theme(theme)

    def go_back(self) -> None:
        """Go back one location."""
        self._go(self._trail.back)

    def go_forward(self) -> None:
        """Go forward one location."""
        self._go(self._trail.forward)

    def _go(self, step: Callable[[], Location]) -> None:
        self._keep_position()
        before, place = self._trail.here.room, step()
        self._show(place, self._trail.position)
        if place.room is not before:
            self._enter(place.room)

    def _visit(self, place: Location) -> None:
        self._keep_position()
        self._trail.visit(place)

    def _keep_position(self) -> None:
        """Store the position of the current view if it shows pages; other views keep their own."""
        view = self._page_view
        self._trail.keep(None if view is None else view.position)

    def _enter(self, room: ViewId) -> None:
        """Give a view the focus; for the start and search views, give it to the search box."""
        if room in (ViewId.START, ViewId.SEARCH):
            self.focus_search()
        else:
            self.view(room).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, place: Location, position: object = None) -> None:
        """Show a location and restore the `position` that its view returned when it was left."""
        if not place.private:
            self._forget_private()
        if place.room is not self._shown:  # the message about a saved file belongs to the previous view
            self._shown = place.room
            self._message.leave()
        self.rail.show_room(place.room)
        shown = self.view(place.room)
        if name := self.rail.name(place.room):
            shown.setAccessibleName(name)
        self._stack.setCurrentWidget(shown)
        if place.room is ViewId.HELP:
            self.helping.show(place.page, position)
        if place.room is ViewId.SEARCH:
            if self.topbar.box.text() != place.query:
                self.topbar.box.setText(place.query)
            self._choice = place.choice
            self.searching.show(place, position)
        self.topbar.show_way(back=self._trail.can_go_back, forward=self._trail.can_go_forward)

    # ── client records ──────────────────────────────────────────────────────────────────────────

    def start_conversation(self, client: int) -> None:
        """Start a new conversation with a client."""
        self.go_to_room(ViewId.CONVERSATION)
        cast("ConversationView", self.view(ViewId.CONVERSATION)).start_for(client)

    def resume_conversation(self, session: int) -> None:
        """Open a saved conversation."""
        self.go_to_room(ViewId.CONVERSATION)
        cast("ConversationView", self.view(ViewId.CONVERSATION)).resume(session)

    def show_summary(self) -> None:
        """Show the summary of the current conversation."""
        self.conversation_coordinator.show_summary()

    def show_rules(self) -> None:
        """Show all rules and how the answers of the current conversation meet them."""
        self.conversation_coordinator.show_rules()

    def open_record(self, client: int) -> None:
        """Show the record of a client; the history does not store which client."""
        self.go_to_room(ViewId.RECORDS)
        cast("RecordsRoom", self.view(ViewId.RECORDS)).show_client(client)

    def call_client(self, client: int, follow_up: int) -> None:
        """Show the record of a client with the form of a call for a follow-up."""
        self.go_to_room(ViewId.RECORDS)
        cast("RecordsRoom", self.view(ViewId.RECORDS)).call_client(client, follow_up)

    def open_due(self) -> None:
        """Show the clients with due steps or follow-ups."""
        self.go_to_room(ViewId.RECORDS)
        cast("RecordsRoom", self.view(ViewId.RECORDS)).show_due()

    def lock(self) -> None:
        """Lock the records, and clear the preview of a backup."""
        self._services.casebook.lock()

    def _offer_what_was_cut_off(self) -> None:
        """Show the conversation view with its recovery banner if a conversation was interrupted by a crash."""
        from guidance_kb.ui.conversation.session.recovery_banner import cut_off

        def found(drafts: object) -> None:
            if drafts:
                self.go_to_room(ViewId.CONVERSATION)

        self._services.casebook.query(self, "cut off", cut_off, found)

    def _offer_when_opened(self, what: Changes) -> None:
        if Changes.STATE in what and self._services.casebook.state is CasebookState.OPEN:
            self._offer_what_was_cut_off()

    def _close_popups(self) -> None:
        close_popups()

    def _empty_clipboard(self) -> None:
        if self._services.settings.read().clipboard:
            empty_clipboard()

    # ── search ──────────────────────────────────────────────────────────────────────────────────

    def _searched(self, query: str) -> Location:
        """Return the location of a query that is in the search box; it is as private as the current one."""
        return Location(ViewId.SEARCH, query, choice=self._choice, private=self._trail.here.private)

    def _forget_private(self) -> None:
        """Forget what was typed while a conversation was running, which is not shown any more."""
        if self._trail.forget_private():
            self.topbar.box.setText("")  # `clear` could be undone
            self._choice = self._choice.restored()
            self.searching.clear()

    def _end_private_search(self) -> None:
        """Clear the search that was typed while a conversation was running."""
        if self._trail.here.private:
            self._trail.replace(Location(ViewId.SEARCH, choice=self._choice.restored()))
            self.searching.clear()
            self._show(self._trail.here)
        self._forget_private()

    def _search_again(self) -> None:
        """Show the results with the questions of the running conversation, or without them if there is none any more."""
        self.searching.drop_answer()
        if self.here is ViewId.SEARCH:
            self._keep_position()
            self._show(self._trail.here, self._trail.position)

    def focus_search(self) -> None:
        """Give the search box the focus and select its text."""
        self.topbar.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.topbar.box.selectAll()

    def search_for(self, query: str) -> None:
        """Search for `query` as if it had been typed."""
        self.topbar.box.setText(query)
        self.search(query)

    def search(self, query: str) -> None:
        """Search during typing, as a single location until a result is chosen; keep the filters, but not for a conversation."""
        private = self._services.conversation.is_any_running
        here = self._trail.here
        from_conversation = private and not (here.room is ViewId.SEARCH and here.private)
        choice = SearchChoice() if from_conversation else self._choice.restored()
        place = Location(ViewId.SEARCH, query, choice=choice, private=private)
        if here.room is ViewId.SEARCH and here.page is None and here.private is private:
            self._trail.replace(place)
        else:
            self._visit(place)
        self.results.keep_focus_in_box()
        self._show(place)

    def narrow(self, choice: SearchChoice) -> None:
        """Search for the text of the search box with other filters, expansions or another order, as a new location."""
        self._visit(replace(self._searched(self.topbar.box.text()), choice=choice))
        self._show(self._trail.here)

    def find_here(self) -> None:
        """Open the find bar of the page next to the focus; without one, give the search box the focus."""
        view = self._page_view
        if self.beside is not None and self.beside.reading.holds_focus:
            self.beside.reading.open_findbar()
        elif view is None or not view.find_on_page():
            self.focus_search()

    def keep_page(self, identifier: str) -> None:
        """Store the open result in the current location; only the first result of a query adds a step."""
        self.searching.remember()
        place = replace(self._trail.here, page=identifier)
        if self._trail.here.page is None:
            self._visit(place)
        else:
            self._trail.replace(place)
        self.topbar.show_way(back=self._trail.can_go_back, forward=self._trail.can_go_forward)

    def warm_up(self) -> None:
        """Warm up the search in the background, and rebuild the database of the packs if needed."""
        self.searching.warm_up()
        self._services.packs.catch_up()

    def _show_anew(self) -> None:
        """Show the content of the new knowledge database."""
        self.searching.forget()
        if self._trail.here.room is ViewId.SEARCH:
            self._show(self._trail.here)
        self._services.packs.tell_switched()

    def _to_results(self) -> None:
        if self._trail.here.room is ViewId.SEARCH:
            self.results.focus_results()

    def _leave_box(self) -> None:
        """Move the focus from the search box to the current view."""
        self.topbar.box.deselect()
        if self.here is ViewId.SEARCH:
            self.results.leave_box()
        elif self.here is not ViewId.START:
            self._enter(self.here)

    def come_forward(self) -> None:
        """Bring the window to the front, because the program was started again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # ── settings and messages ───────────────────────────────────────────────────────────────────

    def _apply(self, before: Settings, now: Settings) -> None:
        """Apply changed settings."""
        if (now.scheme, now.text_size) != (before.scheme, before.text_size):
            self._services.theme.apply(now.scheme, now.text_size)
        if now.text_size != before.text_size:
            self._say_text_size(now.text_size)
        self._services.theme.motion.allow(now.motion)
        if now.recent != before.recent:
            self.searching.recent.switch(on=now.recent)
            self._last_read.forget()
        if now.language is not before.language:
            self._services.translation.use(now.language)
            self._show(self._trail.here)
            announce(self, self.tr("The language is English now."))

    def _say_text_size(self, size: int) -> None:
        """Announce the text size, and whether it is the smallest or the largest."""
        ends = {SIZES[0]: self.tr("Text {size} %, the smallest"), SIZES[-1]: self.tr("Text {size} %, the largest")}
        announce(self, ends.get(size, self.tr("Text {size} %")).format(size=size))

    def forget_recent(self) -> None:
        """Delete the recent searches and the recently read pages."""
        self.searching.recent.forget()
        self._last_read.forget()

    def change_text_size(self, step: int) -> None:
        """Change the text size by `step` sizes; at either end, only announce it."""
        now = self._services.settings.read().text_size
        at = SIZES.index(now) + step
        if 0 <= at < len(SIZES):
            self.topbar.choose(text_size=SIZES[at])
        else:
            self._say_text_size(now)

    def tell(self, error: KnownError) -> None:
        """Show an error in the message bar."""
        self._message.tell(error)

    def note(self, error: KnownError) -> None:
        """Show a message of the start in the message bar until the user closes it."""
        self._message.note(error)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if self._wheel is None and handle is not None:
            self._wheel = WheelZoom(handle, self.change_text_size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press the focused button if no widget accepts the key."""
        if not pressed_by_return(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.conversation_coordinator.asks_before_closing() or self.conversation_coordinator.would_lose():
            event.ignore()
            return
        self.place.keep()
        self.conversation_coordinator.end()
        self.watch.stop()
        self._services.casebook.close()
        self._services.jobs.close()
        super().closeEvent(event)


# --- Shortcuts of the window (their keys are in `help.key_table`)


_Key = tuple[str, Callable[[], object]]


def _always(window: "MainWindow") -> list[_Key]:
    """Return the shortcuts that also work while the privacy screen is closed."""
    return [
        ("lock", window.lock),
        ("hide", window.privacy_screen.move_it),
        ("quit", window.close),
    ]


def _when_shown(window: "MainWindow") -> list[_Key]:
    """Return the shortcuts that work only while the privacy screen is open."""
    return [
        ("search", window.focus_search),
        ("find", window.find_here),
        ("back", window.go_back),
        ("forward", window.go_forward),
        ("summary", window.conversation_coordinator.to_summary_and_back),
        ("show-to-client", window.conversation_coordinator.show_to_client),
        ("language", window.topbar.choose_other_language),
        ("larger", partial(window.change_text_size, 1)),
        ("smaller", partial(window.change_text_size, -1)),
        ("bookmarks", partial(window.go_to_room, ViewId.BOOKMARKS)),
        ("settings", partial(window.go_to_room, ViewId.SETTINGS)),
        ("keys", window.helping.toggle_keys),
        *((f"room-{room}", partial(window.go_to_room, room)) for room in ViewId if f"room-{room}" in BY_NAME),
    ]


def make_shortcuts(window: "MainWindow") -> None:
    """Create the shortcuts of a window."""
    for name, action in _when_shown(window):
        for made in bind(name, window, action):
            window.privacy_screen.moved.connect(lambda closed, made=made: made.setEnabled(not closed))
    for name, action in _always(window):
        bind(name, window, action)
