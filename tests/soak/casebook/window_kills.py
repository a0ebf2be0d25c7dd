"""Kill -9 at the real window, while somebody presses and types: what the window called saved is stored.

The window says to a file what it shows, from its own state: every change of what stands there, and what it calls saved at that moment. It
is killed at a random moment, beside processes that keep every core busy. Then the casebook is opened and held against the file. Two things
count as lost: what was called saved and is not stored, and what had stood on the screen for longer than `LATEST` and is not stored,
whatever the window said.

    python -m tests.soak.casebook.window_kills notes|conversation FILE SEED
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, Final

from PySide6.QtTest import QTest

from guidance_kb.casebook.store import Store
from guidance_kb.casebook.vault import Vault
from guidance_kb.conversation.answers import State
from guidance_kb.tour import wait_until
from guidance_kb.ui.conversation.saver import Standing
from guidance_kb.ui.records.page import Tab
from tests.casebook.killing import CHEAP
from tests.hand import Hand
from tests.soak.casebook.apart import Home
from tests.soak.casebook.scripts import led
from tests.soak.casebook.sitting import PASSPHRASE, Sitting
from tests.soak.found import Found, Ground

LATEST: Final = 6.5
"""Seconds after which everything on the screen has to be stored: somebody may type on for five, and the rest is for a busy machine."""

_LONGEST: Final = 9.0
"""Seconds of work at most before the kill."""

_START: Final = 180.0
"""Seconds within which a window has to be there, on a machine that is kept busy."""

_AT_ONCE: Final = 2
_CODE: Final = "K-1"
_WORDS: Final = (
    "zij",
    "komt",
    "dinsdag",
    "terug",
    "met",
    "de",
    "brief",
    "van",
    "gemeente",
    "en",
    "vraagt",
    "naar",
    "het",
    "rooster",
)


# ── at the window ───────────────────────────────────────────────────────────────────────────────


class Teller:
    """Writes to a file what the window shows, with the moment; a line that is written survives the kill."""

    def __init__(self, file: str) -> None:
        self._file = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._last: dict[str, object] = {}

    def tell(self, what: str, shown: object) -> None:
        """Says that `shown` is on the screen, or called saved, unless that was the last that was said of it."""
        if self._last.get(what) != shown:
            self._last[what] = shown
            line = json.dumps({"what": what, "at": time.monotonic(), "shown": shown})
            os.write(self._file, line.encode() + b"\n")

    def forget(self, what: str) -> None:
        """Nothing is called that any more; the next time is worth telling."""
        self._last.pop(what, None)


def notes(sitting: Sitting, file: str, seed: str) -> None:
    """Types one note after the other; after some it waits until it is called saved, after others it goes on at once."""
    sitting.unlock()
    client = sitting.store(_client)
    sitting.window.open_record(client)
    wait_until(lambda: sitting.records.controller.record is not None)
    page = sitting.records.page
    page.show_tab(Tab.NOTES)
    QTest.qWait(200)
    teller, hand, chance = Teller(file), Hand(), Random(seed)  # noqa: S311
    hand.click(page.notes.pen)
    shown: dict[str, str] = {}

    def look() -> None:
        text = page.notes.pen.toPlainText()
        if text:
            shown[text.split(" ", 1)[0]] = text
        teller.tell("shown", dict(shown))
        if page.notes.saved.text().startswith("opgeslagen"):
            teller.tell("saved", {text.split(" ", 1)[0]: text})
        else:
            teller.forget("saved")

    teller.tell("ready", True)
    for number in range(10_000):
        hand.keys(f"nota{number} ")
        look()
        runs_on = chance.random() < 0.3  # without a pause that is long enough to be saved in
        for _ in range(chance.randint(3, 60 if runs_on else 8)):
            hand.keys(chance.choice(_WORDS) + " ")
            look()
            _wait(chance.uniform(0.0, 0.4 if runs_on else 1.0), look)
        if chance.random() < 0.5:
            _wait(chance.uniform(0.5, 2.0), look)
        hand.reach(page.notes.finish)
        hand.click(page.notes.finish)
        hand.reach(page.notes.pen)
        look()


def conversation(sitting: Sitting, file: str, seed: str) -> None:
    """Answers with the mouse and with keys, types notes on answers, goes on to others."""
    sitting.unlock()
    client = sitting.store(_client)
    sitting.window.hold_conversation(client, 0)
    view = sitting.conversation
    wait_until(lambda: view.saver.standing is Standing.NOTHING_SAID)
    QTest.qWait(200)
    teller, hand, chance = Teller(file), Hand(), Random(seed)  # noqa: S311

    def look() -> None:
        answers = view.controller.session.answers.items()
        said = {item: [answer.state.value, answer.note] for item, answer in answers}
        teller.tell("shown", said)
        if view.standing.words.text().startswith("opgeslagen"):
            teller.tell("saved", said)
        else:
            teller.forget("saved")

    teller.tell("ready", True)
    while True:
        items = [item for item, row in view.items.rows.items() if row.isVisible()]
        item = chance.choice(items)
        row = view.items.rows[item]
        hand.reach(row)
        teller.tell("about", item)  # what is stored of it may be newer than what is told
        if chance.random() < 0.6:
            mark = row.states[State.NAMED]
            hand.click(mark)
        else:
            hand.click(row)
            hand.press(chance.choice("1230"))
        look()
        teller.tell("about", "")
        _wait(chance.uniform(0.0, 0.6), look)
        details = row.details
        if details is not None and chance.random() < 0.5:
            hand.press("N")
            for _ in range(chance.randint(1, 15)):
                hand.keys(chance.choice(_WORDS) + " ")
                look()
                _wait(chance.uniform(0.0, 0.5), look)
            hand.press("Esc")


def _client(store: Store) -> int:
    client = store.clients.find(_CODE)
    assert client is not None
    return client.id


def _wait(seconds: float, look: Callable[[], None]) -> None:
    """Lets events run, and looks again and again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QTest.qWait(10)
        look()


# ── outside ─────────────────────────────────────────────────────────────────────────────────────


def noted(ground: Ground) -> Found:
    """Kills the window while notes are typed into a record."""
    return _killed(ground, "notes")


def answered(ground: Ground) -> Found:
    """Kills the window in a conversation."""
    return _killed(ground, "conversation")


def _killed(ground: Ground, script: str) -> Found:
    template = ground.folder / "template"
    vault = Vault(template, cost=CHEAP)
    vault.create(PASSPHRASE)
    vault.open(PASSPHRASE).clients.add(_CODE)
    vault.close()
    found = Found()
    with _busy(os.cpu_count() or 1), ThreadPoolExecutor(_AT_ONCE) as pool:
        runs = [pool.submit(_one, ground, script, number) for number in range(ground.count)]
        called = stood = 0
        latest = 0.0
        for number, run in enumerate(runs):
            one = run.result()
            found.tried += 1
            found.lost += [f"{script} {number}: {line}" for line in one["lost"]]
            found.tracebacks += one["tracebacks"]
            called += one["called"]
            stood += one["stood"]
            latest = max(latest, one["latest"])
    found.said.append(f"{called:,} times called saved, {stood:,} pieces on the screen at the kill")
    found.said.append(f"the longest that something stood before it was called saved: {latest:.1f} s")
    return found


def _one(ground: Ground, script: str, number: int) -> dict[str, Any]:
    """One window, killed; what came of it."""
    chance = Random(f"{script} {number} {os.urandom(4).hex()}")  # noqa: S311
    root = ground.folder / f"{script}-{number}"
    root.mkdir()
    home, told = Home(root), root / "told"
    environment = home.environment(ground.knowledge)
    shutil.copytree(ground.folder / "template", home.casebook)
    command = [sys.executable, "-m", __name__, script, str(told), str(number)]
    with (home.output / "err").open("wb") as errors:
        child = subprocess.Popen(
            command, env=environment, cwd=root / "home", stdin=subprocess.DEVNULL, stdout=errors, stderr=errors
        )
        try:
            _until_ready(child, told)
            time.sleep(chance.uniform(0.2, _LONGEST))
            ended = child.poll() is not None
        finally:
            killed_at = time.monotonic()
            child.send_signal(signal.SIGKILL)
            child.wait()
    complained = (home.output / "err").read_text("utf-8", "replace")
    one: dict[str, Any] = {"lost": [], "tracebacks": [], "called": 0, "stood": 0, "latest": 0.0}
    if ended or "Traceback" in complained or "ERROR" in complained:
        one["tracebacks"].append(f"{script} {number}: {complained[-3000:]}")
    lines = [json.loads(line) for line in told.read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
    stored = _stored(home.casebook, script)
    one |= _compared(lines, stored, killed_at)
    if not (one["lost"] or one["tracebacks"]):
        shutil.rmtree(root)
    return one


def _until_ready(child: "subprocess.Popen[bytes]", told: Path) -> None:
    end = time.monotonic() + _START
    while not (told.exists() and told.stat().st_size) and child.poll() is None and time.monotonic() < end:
        time.sleep(0.02)


def _stored(folder: Path, script: str) -> dict[str, Any]:
    """What the casebook holds: notes by their first word, or answers by item."""
    vault = Vault(folder, cost=CHEAP)
    try:
        store = vault.open(PASSPHRASE)
        client = _client(store)
        if script == "notes":
            return {note.text.split(" ", 1)[0]: note.text for note in store.notes.of_client(client)}
        sessions = store.sessions.of_client(client)
        answers = store.sessions.answers(sessions[-1].id).items() if sessions else ()
        return {item: [answer.state.value, answer.note] for item, answer in answers}
    finally:
        vault.close()


def _compared(lines: list[dict[str, Any]], stored: dict[str, Any], killed_at: float) -> dict[str, Any]:
    """Holds what was shown against what is stored.

    A piece that was shown otherwise later may be stored as any of the later ones: they came before the kill too.
    """
    uncertain: dict[str, list[str]] = {}
    history: dict[str, list[tuple[float, Any]]] = {}
    called, latest, about = 0, 0.0, ""
    since: dict[str, float] = {}
    for line in lines:
        if line["what"] == "ready":
            continue
        if line["what"] == "about":
            about = line["shown"]
            continue
        for piece in {*line["shown"], *(history if line["what"] == "shown" else ())}:
            value = line["shown"].get(piece)
            known = history.setdefault(piece, [])
            if line["what"] == "shown":
                if not known or known[-1][1] != value:
                    known.append((line["at"], value))
                    since.setdefault(piece, line["at"])
                continue
            called += 1
            if piece in since:
                latest = max(latest, line["at"] - since.pop(piece))
            if not _later(known, line["at"], value, stored.get(piece)):
                uncertain.setdefault(piece, []).append(
                    f"called saved {killed_at - line['at']:.2f} s before the kill: {piece} {value!r}, stored {stored.get(piece)!r}"
                )
    for piece, known in history.items():
        stood = [(at, value) for at, value in known if killed_at - at > LATEST]
        if stood and not _later(known, stood[-1][0], stood[-1][1], stored.get(piece)):
            uncertain.setdefault(piece, []).append(
                f"stood {killed_at - stood[-1][0]:.2f} s at the kill: {piece} {stood[-1][1]!r}, stored {stored.get(piece)!r}"
            )
    uncertain.pop(about, None)
    return {
        "lost": [line for lines in uncertain.values() for line in lines],
        "called": called,
        "stood": sum(known[-1][1] is not None for known in history.values()),
        "latest": latest,
    }


def _later(known: list[tuple[float, Any]], at: float, value: Any, stored: Any) -> bool:  # noqa: ANN401
    """Whether what is stored is `value`, which was shown at `at`, or anything that was shown after it."""
    return _same(stored, value) or any(_same(stored, other) for moment, other in known if moment >= at)


def _same(stored: Any, shown: Any) -> bool:  # noqa: ANN401
    """Whether this is stored, or words typed on from it: a word may be written before it is told as a whole."""
    if isinstance(stored, list) and isinstance(shown, list):
        return bool(stored[0] == shown[0]) and _same(stored[1], shown[1])
    if isinstance(stored, str) and isinstance(shown, str):
        return stored.startswith(shown.strip())
    return bool(stored == shown)


@contextmanager
def _busy(cores: int) -> Iterator[None]:
    """Keeps every core busy, less urgently than the windows."""
    command = [sys.executable, "-c", "import os\nos.nice(5)\nwhile True: pass"]
    loops = [subprocess.Popen(command) for _ in range(cores)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


_SCRIPTS: Final = {each.__name__: each for each in (notes, conversation)}

if __name__ == "__main__":
    sys.exit(led(_SCRIPTS[sys.argv[1]], *sys.argv[2:]))
