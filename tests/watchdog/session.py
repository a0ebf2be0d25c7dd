"""The session: what a counselor does in ten minutes, each key and click an event of its own, as it would come from the system."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tools.tour.tour import seen

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.documents.form import FormKind
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.casebook_service import CasebookState as Casebook
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.printing import form_paper, write_pdf
from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.map.view import MapView
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.records.vault.create_page import CreateView
from guidance_kb.ui.shell.window import MainWindow
from tools.tour import sample_records

_PASSPHRASE = "paard nietje lantaarn 7 wolken"  # noqa: S105 - of a casebook that lives as long as the session
_KEY, _CLICK, _READING, _LISTENING = 0.18, 0.9, 4.0, 7.0
"""Seconds until the next key or click: while one types, clicks on, reads, or hears a client out."""

_QUERIES = (
    "geen oppas",
    "schaamte om te leren",
    "kinderopvnag",
    "drempel geld",
    "land:ierland werkgever",
    "babysitter",
)
_STATES = (State.NAMED, State.NAMED, State.NOT_AN_ISSUE, State.DECLINED)


class Step(NamedTuple):
    """What is done next, and then waited for.

    Attributes:
        name: What it is, in words.
        do: What is done: one event.
        pause: Seconds until the next step, as a person would take them.
        until: What has to be reached before the next one, if anything.
    """

    name: str
    do: Callable[[], object]
    pause: float = _CLICK
    until: Callable[[], bool] | None = None


def whole(window: MainWindow, folder: Path) -> Iterator[Step]:
    """A session of some ten minutes; what it writes goes to `folder`."""
    yield from rooms(window)
    yield from searching(window)
    yield from first_contact(window, folder)
    yield from countries_and_map(window)
    yield from records(window)
    yield from looks(window)
    yield from rooms(window)
    yield from searching(window)


def conversations(window: MainWindow, folder: Path) -> Iterator[Step]:
    """The part of it in which conversations are held."""
    yield from first_contact(window, folder)
    yield from records(window)


def rooms(window: MainWindow) -> Iterator[Step]:
    """Goes through every room, and back to the start from each."""
    for room in ViewId:
        if room is not ViewId.START:
            yield Step(f"to {room.value}", partial(window.go_to_room, room))
            yield Step(f"from {room.value} to the start", partial(window.go_to_room, ViewId.START))


def searching(window: MainWindow) -> Iterator[Step]:
    """Types, reads what is found, and looks for a word in it."""
    box = window.topbar.box
    for query in _QUERIES:
        yield Step("to the search box", window.focus_search, _KEY)
        yield Step("emptying the search box", box.clear, _KEY)
        for letter in query:
            yield Step(f"typing “{query}”", partial(QTest.keyClicks, box, letter), _KEY)
        yield Step(f"searching “{query}”", _nothing, _CLICK, partial(_answers, window, query))
        hits = window.results.results
        for _ in range(3):
            yield Step("reading the next hit", partial(QTest.keyClick, hits, Qt.Key.Key_Down), _READING)
    reading = window.results.reading
    yield Step("opening the find bar", reading.open_findbar)
    for letter in "leren":
        yield Step("finding on the page", partial(QTest.keyClicks, reading.findbar.box, letter), _KEY)
    for entry in ("care-duties", "money"):
        yield Step("opening an entry", partial(window.open_page, entry), _READING)
    for _ in range(4):
        yield Step("going back", window.go_back)


def first_contact(window: MainWindow, folder: Path) -> Iterator[Step]:
    """Holds a first contact, looks into its signals, and puts it on paper."""
    yield Step("beginning a first contact", partial(window.go_to_room, ViewId.CONVERSATION))
    view = seen(window, ViewId.CONVERSATION, ConversationView)
    for number, item in enumerate(list(view.controller.checklist.items)[:24]):
        yield Step("taking an item in hand", partial(view.items.go_to, item), _CLICK)
        yield Step("ticking", partial(view.controller.set_state, item, _STATES[number % 4]), _LISTENING)
    for signal in list(view.controller.signals)[:4]:
        yield Step("unfolding a signal", partial(view.side.signals.toggle, signal.target), _READING)
    for tab in view.side.tabs:
        yield Step("turning a page at the side", tab.click, _READING)
    session = view.controller.session
    yield Step(
        "writing the form as PDF",
        lambda: write_pdf(form_paper(window.services, FormKind.FILLED, session), folder / "form.pdf"),
    )
    yield Step("to the summary", window.conversation_coordinator.to_summary_and_back, _READING)
    yield Step("back from the summary", window.conversation_coordinator.to_summary_and_back)


def countries_and_map(window: MainWindow) -> Iterator[Step]:
    """Looks at countries side by side, and at links."""
    yield Step("to the countries", partial(window.go_to_room, ViewId.COUNTRIES), _READING)
    yield Step("to the map", partial(window.go_to_room, ViewId.MAP), _READING)
    view = seen(window, ViewId.MAP, MapView)
    for node in list(view.scene.links)[:20:4]:
        yield Step("choosing a thing on the map", partial(view.choose, node), _READING)
    yield Step("showing the whole map", view.show_everything)
    for _ in range(4):
        yield Step("zooming in", partial(view.picture.step, 1), _KEY)
    bar = view.picture.verticalScrollBar()
    for place in range(bar.minimum(), bar.maximum(), 48):
        yield Step("moving the map", partial(bar.setValue, place), _KEY)


def records(window: MainWindow) -> Iterator[Step]:
    """Begins a casebook, keeps a conversation in it, locks it and opens it again."""
    service = window.services.casebook
    yield Step("to the records", partial(window.go_to_room, ViewId.RECORDS))
    room = seen(window, ViewId.RECORDS, RecordsRoom)
    creating = room.shown
    if not isinstance(creating, CreateView):
        raise TypeError(type(creating))
    yield Step("wanting records", creating.go.click)
    for field in (creating.passphrase.first, creating.passphrase.second):
        for letter in _PASSPHRASE:
            yield Step("typing a passphrase", partial(QTest.keyClicks, field, letter), _KEY)
    yield Step("making the casebook", creating.go.click, _CLICK, lambda: bool(creating.key.key))
    yield Step("having the key on paper", creating.go.click)
    for number, group in zip(creating.key.asked, creating.key.fields, strict=True):
        yield Step("typing the key over", partial(QTest.keyClicks, group, creating.key.key.split("-")[number - 1]))
    yield Step("opening the casebook", creating.go.click, _CLICK, lambda: service.state is Casebook.OPEN)
    clients: list[int] = []
    fill = partial(sample_records.fill, checklist=Checklist.of(window.services.library), dutch=True)
    yield Step("writing clients", lambda: service.execute(service, fill, clients.append), _CLICK, lambda: bool(clients))
    yield Step("opening a record", partial(window.open_record, clients[0]), _READING)
    yield Step("holding a conversation", lambda: window.start_conversation(clients[0]), _READING)
    view = seen(window, ViewId.CONVERSATION, ConversationView)
    if view.question.asked is not None:  # the first contact was not saved
        yield Step("giving up the one before", view.question.yes.click)
    yield Step("beginning it", _nothing, _CLICK, lambda: view.persistence.status is SaveStatus.NOTHING_SAID)
    for item in list(view.controller.checklist.items)[:8]:
        yield Step("ticking, saved", partial(view.controller.set_state, item, State.NAMED), _LISTENING)
    yield Step("saving", _nothing, _CLICK, lambda: view.persistence.status is SaveStatus.KEPT)
    yield Step("finishing", view.persistence.finish, _CLICK, lambda: view.persistence.status is SaveStatus.FINISHED)
    yield Step("opening the record", partial(window.open_record, clients[0]), _READING)
    yield Step("hiding everything", window.privacy_screen.move_it)
    yield Step("showing it again", window.privacy_screen.move_it)
    yield Step("to the start", partial(window.go_to_room, ViewId.START), _READING)
    yield from _locking(window, room, service)


def _locking(window: MainWindow, room: RecordsRoom, service: CasebookService) -> Iterator[Step]:
    yield Step("to the records", partial(window.go_to_room, ViewId.RECORDS))
    yield Step("locking", window.lock, _CLICK, lambda: service.state is Casebook.LOCKED)
    field = _passphrase_of(room)
    for letter in _PASSPHRASE:
        yield Step("typing the passphrase", partial(QTest.keyClicks, field, letter), _KEY)
    yield Step(
        "unlocking", partial(QTest.keyClick, field, Qt.Key.Key_Return), _CLICK, lambda: service.state is Casebook.OPEN
    )
    yield Step("reading the records", _nothing, _READING)
    yield Step("locking again", window.lock, _CLICK, lambda: service.state is Casebook.LOCKED)


def _passphrase_of(room: RecordsRoom) -> QWidget:
    shown = room.shown
    field = getattr(shown, "field", None)
    if not isinstance(field, QWidget):
        raise TypeError(type(shown))
    return field


def looks(window: MainWindow) -> Iterator[Step]:
    """Changes language, colours and size, in the room that has most in it."""
    for room in (ViewId.SEARCH, ViewId.CONVERSATION):
        yield Step("to what is changed", partial(window.go_to_room, room), _READING)
        for _ in range(2):
            yield Step("another language", window.topbar.choose_other_language, _READING)
        for scheme in (Scheme.DARK, Scheme.CONTRAST, Scheme.LIGHT):
            yield Step("other colours", partial(_choose, window, "scheme", scheme), _READING)
        for size in (125, 100):
            yield Step("another size of letters", partial(_choose, window, "text_size", size), _READING)


def _choose(window: MainWindow, name: str, value: Scheme | int) -> None:
    window.services.settings.change(**{name: value})


def _nothing() -> None:
    pass


def _answers(window: MainWindow, query: str) -> bool:
    return window.answered == query
