"""The real window: a word in every field, exports and cancelled ones, a mistake of ours, a kill, another day; and the auto-lock."""

import json
import signal
import subprocess

from tests.soak.casebook.apart import Home
from tests.soak.casebook.filesystems import file_system
from tests.soak.casebook.searching import hits, hits_below
from tests.soak.casebook.sitting import ITEMS, PASSPHRASE, WRONG
from tests.soak.casebook.telling import CODE, WORDS
from tests.soak.found import Found, Ground

_TYPED = [WORDS[name] for name in ("stap", "moment", "notitie", "weg", "antwoord", "ingetikt")]
_SOUGHT = [*_TYPED, CODE, "zqwachtzinqz", "zqverkeerdqz", PASSPHRASE, WRONG]
_LIMIT = 5.0
"""Seconds after the limit within which it has to be locked."""


def leaked(ground: Ground) -> Found:
    """Two days at the window, `count` times, each time at a new home; then everything but the exports is searched."""
    found = Found()
    for number in range(ground.count):
        root = ground.folder / str(number)
        root.mkdir()
        home = Home(root)
        environment = home.environment(ground.knowledge)
        module = "tests.soak.casebook.scripts"
        days = {
            "first": home.run("first", module, "first", str(home.exports), environment=environment),
            "second": home.run("second", module, "second", environment=environment),
        }
        for day, done in days.items():
            if done.returncode != {"first": -signal.SIGKILL, "second": 0}[day] or "Traceback" in done.stderr:
                found.tracebacks.append(f"{day}: {done.returncode} {done.stderr[-3000:]}")
        if not found.tracebacks:
            left = json.loads(days["second"].stdout)
            expected = {ITEMS[0]: WORDS["antwoord"], ITEMS[1]: WORDS["ingetikt"], ITEMS[2]: ""}
            found.expect(f"of the conversation: {left}", holds=left == expected)
            found.expect("no mistake was told", holds="ERROR" in days["first"].stderr)
            found.expect("no window had a title", holds="title: Guidance KB" in days["first"].stderr)
        files, there = hits_below([root], _SOUGHT, without=[home.exports])
        found.tried += files
        allowed = {f"home/{CODE}.gkbt: {CODE}"}  # the name of a file holds the code, and nothing else
        printed = "printed/second out: "  # the answers, to be looked at
        found.leaked += [each for each in there if each not in allowed and not each.startswith(printed)]
        exported = {each.name for each in home.exports.iterdir()}
        found.expect(
            f"exported: {exported}",
            holds=exported == {"form.pdf", *(f"{CODE}.{suffix}" for suffix in ("ics", "pdf", "html", "json"))},
        )
        page = hits((home.exports / f"{CODE}.html").read_bytes(), _TYPED) if not found.tracebacks else set(_TYPED)
        found.expect(f"in the copy for the client: {page}", holds=page >= set(_TYPED) - {WORDS["ingetikt"]})
        calendar = hits((home.exports / f"{CODE}.ics").read_bytes(), _SOUGHT) if not found.tracebacks else {CODE}
        found.expect(f"in the calendar file: {calendar}", holds=calendar == {CODE})
    return found


def locked(ground: Ground) -> Found:
    """Leaves the desk `count` times with something open; it locks in time, takes dialogs away, and keeps what was typed."""
    found, home = Found(), Home(ground.folder)
    done = home.run(
        "watched",
        "tests.soak.casebook.scripts",
        "watched",
        str(ground.count),
        environment=home.environment(ground.knowledge),
    )
    if done.returncode or "Traceback" in done.stderr:
        found.tracebacks.append(f"{done.returncode} {done.stderr[-3000:]}")
        return found
    told = json.loads(done.stdout)
    found.tried = len(told)
    for each in told:
        found.expect(f"{each}: late", holds=each["seconds"] <= _LIMIT)
        found.expect(f"{each}: a dialog stayed", holds=not each["dialogs"])
        found.expect(f"{each}: not kept", holds=each["kept"])
    found.said.append(f"the longest {max(each['seconds'] for each in told):.1f} s after the limit")
    return found


def troubled(ground: Ground) -> Found:
    """A conversation on a full disk, which locks with words that could not be saved; and a folder that may only be read."""
    found, home = Found(), Home(ground.folder)
    with file_system(ground.folder / "small", found) as small:
        environment = home.environment(ground.knowledge, GUIDANCE_KB_DATA=str(small))
        for number in range(ground.count if not found.skipped else 0):
            subprocess.run(["mount", "-o", "remount,rw", str(small)], check=True)
            for each in (small / "casebook").glob("*"):
                subprocess.run(["rm", "-r", str(each)], check=True)
            full = _told(found, home, environment, "without_room", str(small))
            said = {"answers": 12, "kept": 12, "note": WORDS["antwoord"]}
            found.expect(f"{number}: on a full disk: {full}", holds=full == said)
            subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
            closed = home.run("read_only", "guidance_kb", environment=environment)
            found.expect(
                f"{number}: read-only: {closed.stderr}", holds=closed.returncode == 1 and str(small) in closed.stderr
            )
            found.expect(f"{number}: a traceback", holds="Traceback" not in closed.stderr)
            found.tried += 2
    return found


def _told(found: Found, home: Home, environment: dict[str, str], script: str, *words: str) -> dict[str, object]:
    """What a script printed; nothing, when the program failed."""
    done = home.run(script, "tests.soak.casebook.scripts", script, *words, environment=environment)
    if done.returncode or "Traceback" in done.stderr or "ERROR" in done.stderr:
        found.tracebacks.append(f"{script}: {done.returncode} {done.stderr[-3000:]}")
        return {}
    told: dict[str, object] = json.loads(done.stdout)
    return told
