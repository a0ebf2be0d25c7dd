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
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, Final

from PySide6.QtTest import QTest
from tools.tour.tour import wait_until

from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.answers import State
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.records.clients.page import Tab
from tests.casebook.killing import CHEAP
from tests.hand import hand
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
    teller, chance = Teller(file), Random(seed)  # noqa: S311
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
        hand.click(page.notes.pen)
        look()


def conversation(sitting: Sitting, file: str, seed: str) -> None:
    """Answers with the mouse and with keys, types notes on answers, goes on to others."""
    sitting.unlock()
    client = sitting.store(_client)
    sitting.window.start_conversation(client)
    view = sitting.conversation
    wait_until(lambda: view.persistence.status is SaveStatus.NOTHING_SAID)
    QTest.qWait(200)
    teller, chance = Teller(file), Random(seed)  # noqa: S311

    def look() -> None:
        answers = view.controller.session.answers.items()
        said = {item: [answer.state.value, answer.note] for item, answer in answers}
        teller.tell("shown", said)
        if view.save_status.words.text().startswith("opgeslagen"):
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
            hand.press("Shift+N")
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


class Comparison:
    """What a window told, held against what is stored.

    A piece that was shown otherwise later may be stored as any of the later ones: they came before the kill too. Nothing is said of the
    piece that was in hand at the kill: what is stored of it may be newer than what was told.

    Attributes:
        lost: What is not stored and should be, a line each.
        called: How often a piece was called saved.
        latest: The longest that a piece stood before it was called saved, in seconds.
    """

    def __init__(self, lines: Iterable[dict[str, Any]], stored: Mapping[str, Any], killed_at: float) -> None:
        self._stored, self._killed_at = stored, killed_at
        self._history: dict[str, list[tuple[float, Any]]] = {}
        self._since: dict[str, float] = {}
        self._expected: list[tuple[str, float, Any, str]] = []
        self.lost: list[str] = []
        self.called, self.latest = 0, 0.0
        about = ""
        for line in lines:
            match line["what"]:
                case "about":
                    about = line["shown"]
                case "shown":
                    self._see(line["at"], line["shown"])
                case "saved":
                    self._hold(line["at"], line["shown"])
        self._look_back()
        for piece, at, value, how in self._expected:
            if piece != about:
                self._expect(piece, at, value, how)

    @property
    def stood(self) -> int:
        """How many pieces were on the screen at the kill."""
        return sum(known[-1][1] is not None for known in self._history.values())

    def _see(self, at: float, shown: Mapping[str, Any]) -> None:
        for piece in {*shown, *self._history}:
            known, value = self._history.setdefault(piece, []), shown.get(piece)
            if not known or known[-1][1] != value:
                known.append((at, value))
                self._since.setdefault(piece, at)

    def _hold(self, at: float, saved: Mapping[str, Any]) -> None:
        for piece, value in saved.items():
            self.called += 1
            if piece in self._since:
                self.latest = max(self.latest, at - self._since.pop(piece))
            self._expected.append((piece, at, value, "called saved"))

    def _look_back(self) -> None:
        """At what had stood for so long at the kill that it has to be stored."""
        for piece, known in self._history.items():
            stood = [(at, value) for at, value in known if self._killed_at - at > LATEST]
            if stood:
                self._expected.append((piece, *stood[-1], "on the screen"))

    def _expect(self, piece: str, at: float, value: object, how: str) -> None:
        """That what is stored is `value`, or anything that was shown after it."""
        there = self._stored.get(piece)
        later = (other for moment, other in self._history.get(piece, ()) if moment >= at)
        if not any(_same(there, other) for other in (value, *later)):
            seconds = self._killed_at - at
            self.lost.append(f"{how} {seconds:.2f} s before the kill: {piece} {value!r}, stored {there!r}")


def _same(stored: Any, shown: Any) -> bool:  # noqa: ANN401
    """Whether this is stored, or words typed on from it: a word may be written before it is told as a whole."""
    if isinstance(stored, list) and isinstance(shown, list):
        return bool(stored[0] == shown[0]) and _same(stored[1], shown[1])
    if isinstance(stored, str) and isinstance(shown, str):
        return stored.startswith(shown.strip())
    return bool(stored == shown)


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
            one, complained = run.result()
            found.tried += 1
            found.lost += [f"{script} {number}: {line}" for line in one.lost]
            found.tracebacks += [complained] if complained else []
            called, stood, latest = called + one.called, stood + one.stood, max(latest, one.latest)
    found.said.append(f"{called:,} times called saved, {stood:,} pieces on the screen at the kill")
    found.said.append(f"the longest that something stood before it was called saved: {latest:.1f} s")
    return found


def _one(ground: Ground, script: str, number: int) -> tuple[Comparison, str]:
    """One window, killed; what came of it, and what it complained of if it failed."""
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
    failed = ended or "Traceback" in complained or "ERROR" in complained
    lines = [json.loads(line) for line in told.read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
    compared = Comparison(lines, _stored(home.casebook, script), killed_at)
    if not (compared.lost or failed):
        shutil.rmtree(root)
    return compared, f"{script} {number}: {complained[-3000:]}" if failed else ""


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
