"""What is done at the real window: `guidance_kb.app.main` as it is started by a user, on the offscreen platform, led by a script.

    python -m tests.soak.casebook.scripts first EXPORTS | second | watched COUNT | without_room FOLDER | read_only

`first` creates a casebook and puts a word to look for into every field, exports, cancels exports, makes a mistake of ours happen, locks,
and is killed in the middle of a conversation. `second` opens it again and prints what is left of that conversation. `watched` leaves the
desk with something open, and prints how long it took to lock. `without_room` goes on when the file system of FOLDER is full, and prints
what is there when there is room again. `read_only` tries to open what may not be written.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tools.tour.tour import settle, wait_until

from guidance_kb import app
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import State as Answered
from guidance_kb.documents.form import FormKind
from guidance_kb.preferences.options import LOCK_MINUTES
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.core.casebook_service import CasebookState
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.write_queue import casebook_writes
from guidance_kb.ui.records.clients.page import Tab
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand
from tests.soak.casebook.sitting import ITEMS, WRONG, Sitting, Titles, dialogs_open
from tests.soak.casebook.telling import CODE, WORDS


def first(sitting: Sitting, exports: str) -> None:
    """The first day; it does not come to an end."""
    sitting.create()
    client = sitting.add_client()
    sitting.fill_record()
    sitting.talk(client)
    sitting.export(client, Path(exports))
    QTimer.singleShot(0, _mistake)
    settle()
    sitting.window.privacy_screen.move_it()
    settle()
    sitting.window.privacy_screen.move_it()
    sitting.window.lock()
    wait_until(lambda: sitting.service.state is CasebookState.LOCKED)
    sitting.unlock(WRONG)
    sitting.unlock()
    (draft,) = sitting.store(lambda store: store.sessions.drafts())
    sitting.window.resume_conversation(draft.held.id)
    wait_until(lambda: sitting.conversation.persistence.status is SaveStatus.KEPT)
    sitting.write_in_item(ITEMS[1], WORDS["ingetikt"])
    wait_until(lambda: sitting.conversation.persistence.saved_at is not None)
    os.kill(os.getpid(), signal.SIGKILL)


def _mistake() -> None:
    raise ValueError(WORDS["notitie"], CODE)


def second(sitting: Sitting) -> None:
    """The day after: what was cut off is offered, taken up, and finished; then the window is closed."""
    sitting.unlock()
    sitting.window.go_to_room(ViewId.CONVERSATION)
    view = sitting.conversation
    wait_until(lambda: bool(view.cut_off.drafts))
    hand.click(view.cut_off.go_on)
    wait_until(lambda: view.persistence.status is SaveStatus.KEPT)
    answers = {item: [answer.state.value, answer.note] for item, answer in view.controller.session.answers.items()}
    sys.stdout.write(json.dumps({item: note for item, (_, note) in answers.items()}))
    view.persistence.finish()
    wait_until(lambda: view.persistence.status is SaveStatus.FINISHED)


def watched(sitting: Sitting, count: str) -> None:
    """Leaves the desk `count` times, with another thing open each time, and prints how it locked."""
    sitting.create()
    client = sitting.add_client()
    sitting.service.choose(sitting.service, LOCK_MINUTES, 1)
    told, lefts = (
        [],
        [_with_a_note, _with_a_dialog, _with_a_search, _with_a_conversation, _with_a_menu, _with_a_pdf, _asleep],
    )
    for number in range(int(count)):
        left, word = lefts[number % len(lefts)], f"{WORDS['ingetikt']} {number}"
        away = left(sitting, client, word)
        seconds = sitting.waited.pop() if sitting.waited else _away(sitting, asleep=left is _asleep)
        settle()
        dialogs = len(dialogs_open()) + (QApplication.activePopupWidget() is not None)
        sitting.unlock()
        told.append({"left": left.__name__, "seconds": seconds, "dialogs": dialogs, "kept": away()})
    sys.stdout.write(json.dumps(told))


def _away(sitting: Sitting, *, asleep: bool) -> float:
    """Lets the clocks go on past the limit, and returns the seconds until it is locked: it looks by itself, each second."""
    watch = sitting.window.watch
    if asleep:
        sitting.gone += 3600
    else:
        watch.look()
        for _ in range(2):
            assert sitting.service.state is CasebookState.OPEN
            sitting.gone += 29  # less than a gap that would count as sleep
            watch.look()
        sitting.gone += 3
    start = time.monotonic()
    while sitting.service.state is CasebookState.OPEN and time.monotonic() - start < 10:
        settle()
    return time.monotonic() - start


Kept = Callable[[], bool]


def _with_a_note(sitting: Sitting, client: int, word: str) -> Kept:
    """A note that was typed a moment ago."""
    sitting.window.open_record(client)
    wait_until(lambda: sitting.records.controller.record is not None)
    page = sitting.records.page
    page.show_tab(Tab.NOTES)
    hand.write(page.notes.pen, word)
    return lambda: sitting.store(lambda store: any(each.text == word for each in store.notes.of_client(client)))


def _with_a_dialog(sitting: Sitting, client: int, word: str) -> Kept:
    """The dialog that asks for the place of a calendar file, over a note."""
    kept = _with_a_note(sitting, client, word)
    sitting.store(lambda store: store.follow_ups.plan_first_weeks(client, date(2030, 1, 7)))
    sitting.window.open_record(client)
    header = sitting.records.page.header
    wait_until(header.calendar.isEnabled)
    hand.click(header.calendar)
    wait_until(lambda: bool(dialogs_open()))
    return kept


def _with_a_search(sitting: Sitting, client: int, word: str) -> Kept:
    """Words in the search of the notes: they are gone, and nothing had to be kept."""
    sitting.records.show_finder()
    hand.write(sitting.records.finder.box, word)
    settle()
    return lambda: not sitting.records.finder.box.text()


def _with_a_conversation(sitting: Sitting, client: int, word: str) -> Kept:
    """A note in a conversation, typed a moment ago."""
    sitting.window.start_conversation(client)
    view = sitting.conversation
    wait_until(lambda: view.persistence.status is SaveStatus.NOTHING_SAID)
    view.controller.set_state(ITEMS[0], Answered.NAMED)
    sitting.write_in_item(ITEMS[0], word)

    def in_draft(store: Store) -> bool:
        drafts = [each.held.id for each in store.sessions.drafts()]
        return any(word == answer.note for draft in drafts for answer in store.sessions.answers(draft).values())

    return lambda: sitting.store(in_draft)


def _with_a_menu(sitting: Sitting, client: int, word: str) -> Kept:
    """The menu of a conversation, which lies over the window."""
    kept = _with_a_conversation(sitting, client, word)
    button = sitting.conversation.header.print
    button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
    wait_until(lambda: QApplication.activePopupWidget() is not None)
    return kept


def _with_a_pdf(sitting: Sitting, client: int, word: str) -> Kept:
    """The dialog that asks for the place of a PDF. Its loop is its own: time passes inside it, and it ends when it is taken away."""
    kept = _with_a_conversation(sitting, client, word)
    QTimer.singleShot(300, lambda: sitting.waited.append(_away(sitting, asleep=False) if dialogs_open() else 99))
    sitting.conversation.header.pdfs[FormKind.FILLED].trigger()
    return kept


def _asleep(sitting: Sitting, client: int, word: str) -> Kept:
    """The computer, with a note on the screen."""
    return _with_a_note(sitting, client, word)


def without_room(sitting: Sitting, folder: str) -> None:
    """A conversation goes on when the disk is full; it locks; then there is room again."""
    sitting.create()
    client = sitting.add_client()
    sitting.window.start_conversation(client)
    persistence = sitting.conversation.persistence
    wait_until(lambda: persistence.status is SaveStatus.NOTHING_SAID)
    status, ballast = os.statvfs(folder), Path(folder) / "ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, status.f_bavail * status.f_frsize)
    items = list(sitting.conversation.controller.checklist.items)[:12]
    for item in items:
        sitting.conversation.controller.set_state(item, Answered.NAMED)
    sitting.write_in_item(items[0], WORDS["antwoord"])
    wait_until(lambda: persistence.status is SaveStatus.REFUSED)
    sitting.window.lock()
    wait_until(lambda: sitting.service.state is CasebookState.LOCKED)
    ballast.unlink()
    sitting.unlock()
    wait_until(lambda: not casebook_writes(sitting.service).waiting)
    (draft,) = sitting.store(lambda store: store.sessions.drafts())
    answers = sitting.store(lambda store: store.sessions.answers(draft.held.id))
    kept = {item: answers[item].note for item in items if item in answers}
    sys.stdout.write(json.dumps({"answers": len(items), "kept": len(kept), "note": kept.get(items[0])}))


_SCRIPTS: dict[str, Callable[..., None]] = {each.__name__: each for each in (first, second, watched, without_room)}


def led(script: Callable[..., None], *arguments: str) -> int:
    """Starts the program as it is, and leads its window by a script once it is shown."""
    make_window, failed = app.make_window, []

    def make(*args: Any, **kinds: Any) -> MainWindow:  # noqa: ANN401 - whatever the program hands on
        window = make_window(*args, **kinds)
        titles = Titles(window)
        QApplication.instance().installEventFilter(titles)

        def lead() -> None:
            try:
                script(Sitting(window), *arguments)
            except BaseException:
                failed.append(True)
                raise
            finally:
                window.close()

        QTimer.singleShot(0, lead)
        return window

    app.make_window = make
    code = app.main()
    return 3 if failed else code


if __name__ == "__main__":
    sys.exit(led(_SCRIPTS[sys.argv[1]], *sys.argv[2:]))
