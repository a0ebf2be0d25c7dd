"""The conversation view: the client's goal above, the items on the left, the item in hand and the signals on the right."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.documents.form import FormKind
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.target_links import TargetLinks
from guidance_kb.preferences.options import Items, Settings
from guidance_kb.ui.conversation.access import SessionAccess
from guidance_kb.ui.conversation.agreements.agreement import AgreementDraft
from guidance_kb.ui.conversation.checklist.goal_line import GoalLine
from guidance_kb.ui.conversation.checklist.item_finder import ItemFinder
from guidance_kb.ui.conversation.checklist.item_list import ItemList
from guidance_kb.ui.conversation.checklist.key_actions import KeyActions
from guidance_kb.ui.conversation.checklist.key_bindings import Command, pressed, typed_letter
from guidance_kb.ui.conversation.checklist.question import AskedQuestion, QuestionBar, Unsaved
from guidance_kb.ui.conversation.checklist.theme_columns import MOST_COLUMNS, ThemeChooser
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.display_mode import DisplayMode
from guidance_kb.ui.conversation.panel_split import PanelSplit
from guidance_kb.ui.conversation.session.client_chooser import ClientChooser
from guidance_kb.ui.conversation.session.consent_bar import ConsentBar
from guidance_kb.ui.conversation.session.header import ConversationHeader
from guidance_kb.ui.conversation.session.last_time_card import LastTimeCard
from guidance_kb.ui.conversation.session.recovery_banner import RecoveryBanner
from guidance_kb.ui.conversation.session.save_status import SaveStatusBar
from guidance_kb.ui.conversation.session.session_persistence import SessionPersistence
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.conversation.signals.signal_panel import SidePanel
from guidance_kb.ui.core.casebook_service import CasebookState, Changes
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.navigation import PageView, ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import WITHIN, bind
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.widgets.basics import column, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.pressable import LEAST_PAGE, LinkRow, pressed_by_return
from guidance_kb.ui.widgets.roving import follow_layout, reach_after
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- The place: current item and visible panels, stored with the conversation


class ViewState:
    """Reads and restores the place of a conversation."""

    def __init__(
        self, controller: SessionController, display_mode: DisplayMode, items: ItemList, side: SidePanel
    ) -> None:
        self._controller, self._display_mode, self._items, self._side = controller, display_mode, items, side

    def read(self) -> dict[str, object]:
        """Return the place as JSON values."""
        return {
            "item": self._controller.current,
            "core_only": self._controller.core_only,
            "unfolded_themes": sorted(self._controller.scope.unfolded),
            "quiet": self._display_mode.quiet,
            "panel": self._side.stack.currentIndex(),
            "unfolded": list(self._side.signals.unfolded),
        }

    def go_to(self, place: Mapping[str, object]) -> None:
        """Restore a place. Ids that no longer exist are ignored."""
        self._display_mode.set_quiet(quiet=place.get("quiet") is True)
        self._controller.show_core_only(place.get("core_only") is not False)
        for theme in _listed(place, "unfolded_themes"):
            if theme in self._controller.checklist.themes:
                self._controller.unfold(theme)
        signals = self._side.signals
        for target in _listed(place, "unfolded"):
            if target in signals.cards and target not in signals.unfolded:
                signals.toggle(target)
        panel = place.get("panel")
        if isinstance(panel, int) and 0 <= panel < len(self._side.tabs):
            self._side.tabs[panel].click()
        item = place.get("item")
        if isinstance(item, str) and item in self._controller.checklist.items:
            self._items.go_to(item)


def _listed(place: Mapping[str, object], name: str) -> list[str]:
    """Return a list of ids from a stored place; empty if the value is invalid, because it comes from a file."""
    found = place.get(name)
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


# --- The right column, hidden while the client is watching


class SidePanelHost(TranslatedWidget, QWidget):
    """The side panel, or a line that replaces it in quiet mode.

    Signals:
        left: The part with the keyboard focus was hidden.
    """

    left = Signal()

    def __init__(self, side: SidePanel, display_mode: DisplayMode, services: Services) -> None:
        super().__init__()
        self._side, self._display_mode = side, display_mode
        self.quiet = LinkRow(services.theme, display_mode.toggle_quiet, "eye-off", role="soft")
        content = column(self, spacing=6)
        content.addWidget(self.quiet)
        content.addWidget(side, 1)
        content.addStretch(0)
        display_mode.changed.connect(self._show)
        self._show()

    def hasHeightForWidth(self) -> bool:
        """Return False: a column takes a height for a width as the minimum too, and the panel scrolls in less."""
        return False

    def _show(self) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.retranslate()
        for part, shown in (
            (self._side, not self._display_mode.quiet),
            (self.quiet, self._display_mode.quiet),
        ):
            if part.isHidden() is shown:
                if had_focus and not shown and focus is not None and (part is focus or part.isAncestorOf(focus)):
                    self.left.emit()
                part.setVisible(shown)

    def retranslate(self) -> None:
        """Update the texts. The line does not show the number of signals: a client would read it as a verdict."""
        self.quiet.say(self.tr("The client is watching"), self.tr("Press Shift+H to show this side again."))


_ONE_LINE = 860
"""From this width on (at 100 %), the buttons show their texts; below it only their icons."""

_LOWEST = 420
"""Below this height (at 100 %), the panel needs the whole height of the columns."""

_ONE_ROW = 600
"""From this width on (at 100 %), the goal and the box that finds items share one row."""

_WIDE = 1120
"""From this width on (at 100 %), the list has columns, and the details are beside it; with less, it has one column."""

_HIGH = 540
"""Minimum height (at 100 %) of the view for this."""

_COLUMN = 330
"""Minimum width (at 100 %) of a column; most labels of the core are whole then."""

_ROOMY_COLUMN = 370
"""Minimum width (at 100 %) of a column when there are three."""

_PANEL = 440
"""Width (at 100 %) of the panel beside the columns, until the user chooses another."""

_LEAST_PANEL = 340
"""Minimum width (at 100 %) of the panel beside the columns."""

_NARROW_PANEL = 390
"""Width (at 100 %) of the panel beside a list of one column, until the user chooses another: its tabs fit in one row at 150 %."""

_MOST_NARROW, _LEAST_NARROW = 0.42, 0.3
"""Share of the width that such a panel has at most until the user chooses, and at least."""

_DETAILS = (176, 300)
"""Minimum and maximum height (at 100 %) of the details above the signals."""

_LEAST_DETAILS = 60
"""Minimum height (at 100 %) of the details; with less room, below what was last time, they are hidden."""

_BETWEEN = SPACE.md
"""Pixels between the details and the signals."""

_CARDS = 330
"""Height (at 100 %) of the signals in which three cards are in view; the details have what is left."""

_LEAST = 280
"""Minimum height (at 100 %) of the columns below the client chooser or a question; with less, the columns are hidden."""

_NARROWEST = 420
"""Minimum width (at 100 %) at which all texts can be read."""


class ConversationView(PageView, QWidget):
    """A first contact: in memory, and in the casebook once a client was chosen."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services, self._crowded, self._low, self._practising = services, False, False, False
        self.controller = SessionController(Checklist.of(services.library), self)
        self.agreed = AgreementDraft(self.controller, self)
        self.display_mode = DisplayMode(self.controller, self)
        self.items = ItemList(self.controller, services, self.display_mode)
        self.items.setMinimumHeight(LEAST_PAGE)
        self.finder = ItemFinder(self.controller, services)
        self.goal = GoalLine(self.controller, services, self.display_mode)
        context = CardContext(
            services,
            self.controller,
            self.display_mode,
            self.agreed,
            TargetLinks(services.library),
            self.items.go_to,
            services.navigator.open_page,
        )
        self.header = ConversationHeader(self.controller, services, self.display_mode)
        self.themes = ThemeChooser(self.controller, services)
        self.side = SidePanel(context)
        self.aside = SidePanelHost(self.side, self.display_mode, services)
        boxes = {Command.GOAL: self.goal.take_focus, Command.FIND_ITEM: self.find_on_page}
        self.hands = KeyActions(self.controller, self.display_mode, boxes, self.items, self.side)
        self.whereabouts = ViewState(self.controller, self.display_mode, self.items, self.side)
        self.persistence = SessionPersistence(self.controller, services.casebook, self._place, self)
        self.access = SessionAccess(self.controller, self.persistence, self._room, services.conversation, self)
        self.save_status = SaveStatusBar(self.persistence, self.controller, services)
        self.chooser = ClientChooser(self.persistence, services)
        self.consent = ConsentBar(self.persistence, services)
        self.last_time = LastTimeCard(self.persistence, self.controller, services)
        self.question = QuestionBar()
        self.cut_off = RecoveryBanner(self.persistence, self.controller.checklist, services)
        self._build()
        self._connect()
        self._share_room()
        self.controller.show_core_only(services.settings.read().items is Items.CORE)

    def _build(self) -> None:
        left, right = QWidget(), QWidget()
        middle = self._middle = column(left, spacing=6)
        middle.addWidget(self.themes)
        middle.addWidget(self.items, 1)
        middle.addWidget(self.side.ask_next)
        keeping = self.side.ask_next.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # so that the list keeps its height in quiet mode
        self.side.ask_next.setSizePolicy(keeping)
        beside = column(right, spacing=_BETWEEN)
        beside.addWidget(self.items.pane)
        beside.addWidget(self.aside, 1)
        self.split = PanelSplit(left, right, self._services)
        self._columns = QWidget(self)
        column(self._columns, spacing=0).addWidget(self.split)
        content = self._content = column(self, spacing=SPACE.lg, margins=(18, SPACE.xl, SPACE.xl, SPACE.lg))
        top = column(spacing=4)
        top.addWidget(self.header)
        self._status = QWidget(self)
        self._below_title = row(self._status, spacing=10)
        self._below_title.addWidget(self.save_status, 3)
        self._below_title.addWidget(self.header.notice, 2)
        top.addWidget(self._status)
        add_layout(content, top)
        self._boxes = QWidget(self)
        self._across = row(self._boxes, spacing=10)
        self._across.addWidget(self.goal, 3)
        self._across.addWidget(self.finder, 2)
        content.addWidget(self._boxes)
        for part in (self.cut_off, self.consent, self.chooser, self.question, self.last_time):
            content.addWidget(part)
        content.addWidget(self._columns, 1)
        content.addStretch(0)

    def _connect(self) -> None:
        navigator = self._services.navigator
        self.header.print_wanted.connect(self._print_form)
        self.header.pdf_wanted.connect(self._save_form)
        self.themes.chosen.connect(self.items.go_to_theme)
        self.items.pressed.connect(self.hands.do)
        self.finder.chosen.connect(self.controller.select)
        self.finder.entered.connect(self.items.go_to)
        for box in (self.goal, self.finder):
            box.left.connect(self.items.take_focus)
        self.aside.left.connect(self.items.take_focus)
        self.side.signals.why_not_wanted.connect(self.hands.show_why_not)
        self.display_mode.changed.connect(self.persistence.moved)
        for happened in (self.controller.changed, self.controller.restarted, self.display_mode.changed):
            happened.connect(self._tell_waiting)
        self.items.theme_reached.connect(self.themes.mark)
        self.items.pane.changed.connect(self._share_height)
        self.split.moved.connect(self._keep_width)
        self.split.splitterMoved.connect(self._arrange)
        self.split.resized.connect(self._arrange)
        self.split.resized.connect(self._share_height)
        self._services.theme.changed.connect(self._share_room)
        self._services.settings.changed.connect(self._use_settings)
        self.header.new_wanted.connect(self._begin_anew)
        self.save_status.record_wanted.connect(navigator.open_record)
        self.save_status.choosing_wanted.connect(self.choose_client)
        self.save_status.finish_wanted.connect(navigator.show_summary)
        self.agreed.changed.connect(self.persistence.moved)
        self.agreed.changed.connect(self.header.refresh)
        self.agreed.changed.connect(self._services.conversation.look)
        self.persistence.status_changed.connect(self.agreed.take_what_is_kept)
        self.persistence.status_changed.connect(lambda: self.header.show_number(self.persistence.number))
        self.save_status.reopen_wanted.connect(self._reopen)
        self.controller.restarted.connect(self._close_questions)
        self._services.casebook.clear_on_lock(ClientData.QUESTION, self.question.close_question)
        self._services.casebook.changed.connect(self._close_question_when_opened)
        self.header.last_time_wanted.connect(self.last_time.toggle)
        self.last_time.changed.connect(self._show_last_time)
        self.consent.changed.connect(self._share_room)
        for closed in (self.chooser.closed, self.question.closed, self.consent.closed, self.last_time.closed):
            closed.connect(self._share_room)
            closed.connect(self.items.take_focus)
        self.persistence.taken_up.connect(self._go_to_place)
        self.side.rearranged.connect(self.persistence.moved)
        self.side.rules_wanted.connect(navigator.show_rules)
        self.controller.scope_changed.connect(self.persistence.moved)
        bind("undo", self, self._undo, WITHIN)
        self.header.undo_wanted.connect(self._undo)

    # ── print and PDF ───────────────────────────────────────────────────────────────────────────

    def _print_form(self, kind: FormKind) -> None:
        """Print the form of the conversation, or an empty form."""
        from guidance_kb.ui.core import printing  # noqa: PLC0415 - few print, and it brings Qt's printing

        session, number = self.controller.session, self.persistence.number
        printing.print_form(self.window(), self._services, kind, session, number)

    def _save_form(self, kind: FormKind) -> None:
        """Save the form of the conversation, or an empty form, as PDF."""
        from guidance_kb.ui.core import printing  # noqa: PLC0415 - few print, and it brings Qt's printing
        from guidance_kb.ui.core.save_dialog import tell_saved  # noqa: PLC0415

        session, number = self.controller.session, self.persistence.number
        try:
            saved = printing.save_form(self.window(), self._services, kind, session, number)
        except KnownError as error:
            self._services.jobs.failed.emit(error)
        else:
            if saved is not None:
                tell_saved(self, saved)

    # ── the casebook ────────────────────────────────────────────────────────────────────────────

    def _close_question_when_opened(self, what: Changes) -> None:
        """Close the question when the casebook opens: its text about unsaved changes may be outdated."""
        if Changes.STATE in what and self._services.casebook.state is CasebookState.OPEN:
            self.question.close_question()

    @property
    def is_busy(self) -> bool:
        """Whether the conversation has unfinished or unsaved contents."""
        return self.persistence.is_busy

    def start_for(self, client: int) -> None:
        """Begin a new conversation of a client; the current one is saved and closed.

        Raises:
            BugError: The casebook is not open.
        """
        self._leave(lambda: self.persistence.start_for(client))

    def resume(self, session: int) -> None:
        """Continue a draft, or show a finished conversation; the current one is saved and closed.

        Raises:
            BugError: The casebook is not open.
        """
        self._leave(lambda: self.persistence.resume(session))

    def find_on_page(self) -> bool:
        """Focus the box that finds an item."""
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def practise(self) -> None:
        """Turn this into the view of a practice: nothing is stored, and nothing is asked before it is discarded."""
        self._practising = True
        self.save_status.practise()
        self.header.practise()

    def _room(self) -> ViewId:
        return ViewId.PRACTICE if self._practising else ViewId.CONVERSATION

    def _begin_anew(self) -> None:
        self._leave(self.persistence.restart)

    def _leave(self, go_on: Callable[[], object]) -> None:
        """Go on to another conversation, and ask first if the current one would be lost."""
        if self.is_in_memory_only:
            self._ask_before_loss(AskedQuestion.LEAVE_UNSAVED, go_on)
        else:
            go_on()

    @property
    def is_in_memory_only(self) -> bool:
        """Whether the conversation has contents that are stored nowhere, and is not a practice."""
        return self.persistence.is_in_memory_only and not self._practising

    def ask_before_closing(self, close: Callable[[], object]) -> None:
        """Ask before the window closes with a conversation that is in memory only; `close` closes it anyway."""
        self._ask_before_loss(AskedQuestion.CLOSE_UNSAVED, close)

    def _ask_before_loss(self, asked: AskedQuestion, go_on: Callable[[], object]) -> None:
        self.chooser.close_chooser()
        unsaved = Unsaved(len(self.controller.session.answers), self.controller.agreed, self.persistence.status)
        self.question.ask_before_loss(asked, unsaved, go_on, self._save)
        self._share_room()

    def _save(self) -> None:
        """Open the client chooser, or go to the records if the casebook is not open."""
        if self._services.casebook.state is CasebookState.OPEN:
            self.choose_client()
        else:
            self._services.navigator.go_to_room(ViewId.RECORDS)

    def put_down(self) -> None:
        """Save and close the conversation, and show an empty one."""
        self.persistence.put_down()

    def choose_client(self) -> None:
        """Open the client chooser."""
        self.question.close_question()
        self.chooser.open_chooser()
        self._share_room()

    def _show_last_time(self) -> None:
        card = self.last_time
        self.header.show_last_time(wanted=card.wanted, opened=not card.isHidden())
        self._share_room()

    def _use_settings(self, before: Settings, now: Settings) -> None:
        if now.items is not before.items:
            self.controller.show_core_only(now.items is Items.CORE)

    def _tell_waiting(self, _: object = None) -> None:
        self.header.show_waiting(self.side.signals.waiting if self.display_mode.frozen else 0)

    def _reopen(self) -> None:
        self.chooser.close_chooser()
        self.question.ask(AskedQuestion.REOPEN, self.persistence.reopen)
        self._share_room()

    def finish(self) -> None:
        """Finish the draft with its agreements. Unsaved changes are written first."""
        self.persistence.finish(self.agreed.ending(self._place(), consented=self.persistence.consented))

    def _undo(self) -> None:
        """Undo the last change, or the finishing of the conversation if that came last."""
        if self.persistence.just_finished:
            self.persistence.take_finish_back()
        else:
            self.controller.undo()

    def _close_questions(self) -> None:
        self.question.close_question()
        self.chooser.close_chooser()

    def _place(self) -> Mapping[str, object]:
        """Return the place of the conversation, with its agreements, as JSON values."""
        return {**self.whereabouts.read(), **self.agreed.as_place()}

    def _go_to_place(self, place: Mapping[str, object]) -> None:
        """Restore the place and the agreements."""
        self.agreed.go_to_place(place)
        self.whereabouts.go_to(place)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._services.conversation.attend(self.access)
        self.persistence.look_again()

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's name and argument
        follow_layout(
            self, *self.split.in_order
        )  # cards and the details of items are created and moved while answers change
        row = self.items.row_in_hand
        if row is not None and self.items.beside:
            reach_after(row, self.items.pane)
        return super().focusNextPrevChild(following)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.cut_off.take_focus() and not self.side.knowledge.list.take_focus_back():
            self.items.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of the whole conversation, and type other letters into the box that finds an item; not in a text field."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit):
            super().keyPressEvent(event)
        elif (does := pressed(event, on_item=False)) is not None:
            self.hands.do(does)
        elif letter := typed_letter(event):
            self.finder.begin(letter)
        elif focus is None or not self.aside.isAncestorOf(focus) or not pressed_by_return(event):
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        # The size hint of the columns is no minimum: with less space they are arranged otherwise, and the window could never get smaller.
        return QSize(self._services.theme.px(_NARROWEST), self._services.theme.px(_NARROWEST // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _set_low(self, *, low: bool) -> None:
        """In a low view, put the goal and the box above the list only, and the question to ask below the last card."""
        if low is self._low:
            return
        self._low = low
        self._content.setSpacing(SPACE.sm if low else SPACE.lg)
        if low:
            self._middle.insertWidget(0, self._boxes)
            self.side.signals.content.addWidget(self.side.ask_next)
        else:
            self._content.insertWidget(1, self._boxes)
            self._middle.addWidget(self.side.ask_next)
        if not self.isVisible():  # Qt drops the request to lay out a view that is not shown yet
            self._content.activate()

    # ── room ────────────────────────────────────────────────────────────────────────────────────

    @property
    def _wide(self) -> bool:
        px = self._services.theme.px
        return self.width() >= px(_WIDE) and self.height() >= px(_HIGH)

    def _share_room(self) -> None:
        """Arrange the parts by the size of the view and of the text."""
        px, wide = self._services.theme.px, self._wide
        self.last_time.set_room(self.height())
        self.consent.set_waiting(waits=not wide and not self.last_time.isHidden())
        asking = [each for each in (self.chooser, self.question, self.consent, self.last_time) if not each.isHidden()]
        width = self._columns.width()
        asked = sum(max(each.sizeHint().height(), each.heightForWidth(width)) for each in asking)
        height = self.height() - asked
        crowded = bool(asked) and height <= px(_LEAST)
        if crowded is not self._crowded:  # `setVisible` on an unchanged widget would polish it before it is shown
            self._crowded = crowded
            self._columns.setVisible(not crowded)
        self._set_low(low=self.height() < px(_LOWEST))
        for each, beside_from in ((self._across, _ONE_ROW), (self._below_title, _WIDE)):
            fits = self.width() >= px(beside_from)
            direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
            if each.direction() is not direction:
                each.setDirection(direction)
        of_last_time = 0 if self.header.last_time.isHidden() else self.header.last_time.sizeHint().width()
        self.header.set_room(stacked=self.width() < px(_ONE_LINE) + of_last_time, beside=self.width() >= px(_WIDE))
        if self.themes.isHidden() is not wide:
            self.themes.setHidden(wide)
        self._share_width()
        self._arrange()
        self._share_height()

    def _share_width(self) -> None:
        """Give the panel the width that the user chose, or the usual one."""
        px, room = self._services.theme.px, self.width()
        chosen = px(self._services.settings.panel_width)
        if self._wide:
            self.split.share(chosen or px(_PANEL), (px(2 * _COLUMN), px(_LEAST_PANEL)))
        else:
            least = round(room * _LEAST_NARROW)
            self.split.share(chosen or min(px(_NARROW_PANEL), round(room * _MOST_NARROW)), (round(room * 0.4), least))

    def _arrange(self, *_: object) -> None:
        """Show the list in as many columns as fit."""
        if not self._wide:
            self.items.arrange(1)
            return
        room = self.split.width() - self.split.handleWidth() - self.split.panel_width
        roomy = self._services.theme.px(MOST_COLUMNS * _ROOMY_COLUMN)
        self.items.arrange(MOST_COLUMNS if room >= roomy else 2)

    def _share_height(self) -> None:
        """Give the details a height that depends on nothing but the view, or all of it."""
        px, pane, wide = self._services.theme.px, self.items.pane, self._wide
        whole = wide and pane.whole
        room = self.split.height() - _BETWEEN - self.aside.minimumSizeHint().height()
        pane.setVisible(wide and (whole or room >= px(_LEAST_DETAILS)))
        if whole:
            pane.setMinimumHeight(0)
            pane.setMaximumHeight(self.split.height())
        else:
            least, most = _DETAILS
            wanted = max(px(least), min(self.split.height() - _BETWEEN - px(_CARDS), px(most)))
            pane.setFixedHeight(min(wanted, max(room, 0)))
        if self.aside.isHidden() is not whole:
            self.aside.setHidden(whole)

    def _keep_width(self) -> None:
        """Keep the width that the user gave the panel, for any text size."""
        self._services.settings.panel_width = round(self.split.panel_width / self._services.theme.scale)
        self._share_width()
