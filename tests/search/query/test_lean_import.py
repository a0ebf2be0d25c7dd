"""Whoosh comes without asyncio and HTTP, and nobody else notices: asked in fresh processes, while it is being imported."""

import subprocess
import sys
from typing import Final

import pytest

_SPARED: Final = ("asyncio", "cached_property", "concurrent.futures", "email", "http", "ssl", "urllib.request")

_WATCH: Final = """
import sys
from threading import Thread, get_ident

main, seen = get_ident(), []

def watch(event, about):
    if event == "import" and "whoosh" in sys.modules and about[0] not in seen and get_ident() == main:
        seen.append(about[0])
        at(about[0])

def strangers():
    return [name for name in ("cached_property", "urllib.request") if name in sys.modules
            and not getattr(sys.modules[name], "__file__", None)]

sys.addaudithook(watch)  # Python tells of an import before it takes a lock, so that another thread may import too
"""


def _python(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _WATCH + program], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.removesuffix("\n")


def test_whoosh_is_spared_what_it_does_not_use() -> None:
    loaded = _python(
        "def at(name): pass\nfrom guidance_kb.search import query, analysis\nprint(*sorted(sys.modules))"
    ).split()
    assert "whoosh.reading" in loaded
    assert not [name for name in _SPARED if name in loaded]


def test_another_thread_gets_the_real_modules_at_every_step_of_the_import() -> None:
    """At each module of Whoosh that is looked for, another thread imports what Whoosh is spared, and uses it."""
    told = _python(
        """
got = []

def other():
    import urllib.request
    from urllib.request import urlopen
    from cached_property import cached_property_with_ttl
    got.append((urllib.request.urlopen, urlopen, cached_property_with_ttl))
    for name in ("urllib.request", "cached_property"):
        del sys.modules[name]

def at(name):
    assert not strangers(), name
    thread = Thread(target=other)
    thread.start()
    thread.join()

from guidance_kb.search import query
from whoosh import compat, reading
assert not strangers()
print(len(got) == len(seen), len(got) > 30, compat.urlretrieve)
"""
    )
    assert told == "True True None"


def test_threads_that_import_the_search_at_once_get_one_whoosh() -> None:
    """What a window has imported by then, is: Python itself may trip where two threads are the first to import what it brings."""
    told = _python(
        """
import collections.abc, dataclasses, enum, functools, importlib.util, re, typing
from threading import Barrier
from guidance_kb.search import folding, plan, stems

def at(name): pass

together, got = Barrier(4), []

def one(name):
    together.wait()
    module = __import__(f"guidance_kb.search.{name}", fromlist=["*"])
    got.append(getattr(module, "qparser", None) or module.analysis)

threads = [Thread(target=one, args=(name,)) for name in ("query", "analysis", "query", "analysis")]
for thread in threads: thread.start()
for thread in threads: thread.join()
import whoosh.reading, whoosh.compat
print(len(got), len({id(each) for each in got}), whoosh.reading.abstractmethod is whoosh.compat.abstractmethod)
"""
    )
    assert told == "4 2 True"


@pytest.mark.parametrize("failing", ["queue", "whoosh.columns", "whoosh.qparser"])
def test_an_import_that_fails_leaves_nothing_and_can_be_tried_again(failing: str) -> None:
    told = _python(
        f"""
fails = True

def at(name):
    if fails and name == "{failing}":
        raise RuntimeError("no more memory")

try:
    from guidance_kb.search import query
    print("imported")
except RuntimeError:
    pass
left = {{"queue": "whoosh.compat", "whoosh.columns": "whoosh.reading"}}.get("{failing}", "{failing}")
print(*[name for name in (left, "guidance_kb.search.query.lean_import") if name in sys.modules], *strangers())
fails = False
from guidance_kb.search.query.parser import QueryReader
print(len(QueryReader().read("lage drempel").clauses), "asyncio" in sys.modules)
"""
    )
    assert told == "\n2 False"


def test_whoosh_that_somebody_imported_before_stays_as_it_is() -> None:
    told = _python(
        """
def at(name): pass
import whoosh.reading
from guidance_kb.search import lean_import
print(whoosh.compat.urlretrieve.__name__, lean_import.qparser.__name__)
"""
    )
    assert told == "urlretrieve whoosh.qparser"
