"""A word in every field, every export, exports that fail, a crash, a kill: then home, temporary files, settings and output are searched."""

import json
import signal
from pathlib import Path

from tests.casebook.conftest import PASSPHRASE
from tests.soak.casebook.apart import Home
from tests.soak.casebook.searching import hits, hits_below
from tests.soak.casebook.telling import CODE, WORDS
from tests.soak.found import Found, Ground

_SOUGHT = [*WORDS.values(), CODE, "zqandereqz", PASSPHRASE]


def leaked(ground: Ground) -> Found:
    """Through the store layer and the command line, in processes of their own."""
    found, home = Found(), Home(ground.folder)
    environment = home.environment(ground.knowledge)
    commands = {
        "fill": ["tests.soak.casebook.telling", "fill"],
        "exports": ["tests.soak.casebook.telling", "exports", str(home.exports)],
        "wrong": ["guidance_kb", "casebook", "verify", "--fd", "0"],
        "export": ["guidance_kb", "casebook", "export", CODE, "--fd", "0", "--out", str(home.exports / "cli.html")],
        "export nowhere": ["guidance_kb", "casebook", "export", CODE, "--fd", "0", "--out", "/proc/x.html"],
        "die": ["tests.soak.casebook.telling", "die"],
        "verify": ["guidance_kb", "casebook", "verify", "--fd", "0"],
    }
    good = {"wrong": 1, "export nowhere": 1, "die": -signal.SIGKILL}
    for name, words in commands.items():
        typed = "zqwachtzinqz" if name == "wrong" else PASSPHRASE
        if name == "export":
            (home.casebook / "casebook.tries").unlink(missing_ok=True)
        done = home.run(name, *words, environment=environment, typed=f"{typed}\n")
        if done.returncode != good.get(name, 0) or "Traceback" in done.stderr:
            found.tracebacks.append(f"{name}: {done.returncode} {done.stderr[-2000:]}")
    missing = json.loads((home.output / "fill out").read_text("utf-8") or "[]")
    found.lost += [f"no word was put in {column}" for column in missing]
    done = home.run(
        "crash",
        "tests.soak.casebook.crashing",
        environment={**environment, "GUIDANCE_KB_DEBUG": "1"},
        typed=f"{PASSPHRASE}\n",
    )
    found.expect(
        f"a crash says a sentence, type and place: {done.stderr}",
        holds=done.stderr.count("\n") == 2 and "ValueError" in done.stderr,
    )
    found.tried, there = hits_below([home.root], [*_SOUGHT, "zqwachtzinqz"], without=[home.exports])
    allowed = {f"data/{CODE}.gkbt: {CODE}"}  # the default name of a file holds the code, and nothing else
    found.leaked += [each for each in there if each not in allowed]
    _would_have_been_found(found, home.exports)
    return found


def _would_have_been_found(found: Found, exports: Path) -> None:
    """What was exported on purpose holds the words: a search that finds nothing there finds nothing anywhere."""
    there = set().union(*(hits(file.read_bytes(), _SOUGHT) for file in exports.iterdir()))
    expected = set(WORDS.values()) - {WORDS["weg"]}
    found.lost += [f"{word} is in no export" for word in sorted(expected - there)]
    found.said.append(f"{len(expected & there)} of {len(expected)} words are in the exports, where they belong")
