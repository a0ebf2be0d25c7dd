"""What is imported before the first window is painted: nothing that it does not need. Counted, never timed.

`python -X importtime` tells every import and who asked for it; the program is started as `guidance-kb` without a command starts it.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from guidance_kb.paths import ROOT
from tests.benchmarks.starting import STARTER
from tests.rows import rows

_LATER: Final = (
    "asyncio",
    "cryptography",
    "concurrent.futures",
    "email",
    "guidance_kb.casebook.storage.store",
    "guidance_kb.casebook.vault.vault",
    "guidance_kb.cli.arguments",
    "guidance_kb.conversation",
    "guidance_kb.documents",
    "guidance_kb.help.articles",
    "guidance_kb.knowledge.authoring",
    "guidance_kb.reports",
    "guidance_kb.search.query.plan",
    "guidance_kb.search.searcher",
    "guidance_kb.ui.conversation",
    "guidance_kb.ui.search.view",
    "guidance_kb.ui.search.delegate",
    "html.parser",
    "http",
    "icalendar",
    "markdown_it",
    "multiprocessing",
    "psutil",
    "pydantic",
    "pydantic_core",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "PySide6.QtTest",
    "pytest",
    "segno",
    "socket",
    "sqlcipher3",
    "sqlite_utils",
    "ssl",
    "Stemmer",
    "tomllib",
    "unittest",
    "urllib.request",
    "whoosh",
    "xml",
    "zipfile",
    "zxcvbn",
)
"""What waits until it is asked for, with all that is in it."""

_MOST_OF_OURS: Final = 94
"""Modules of ours. Each new one costs half a millisecond, and a dataclass in it as much again: raise it for what the first paint shows."""

_MOST_OF_OTHERS: Final = 12
"""Modules from outside the standard library, but for PySide6 and what it brings itself."""

_PYSIDES: Final = ("PySide6", "shiboken6", "shibokensupport")


@cache
def _imported() -> Mapping[str, tuple[str, ...]]:
    """Every module that is imported until the first paint is over, with who asked for it, and for that, and so on."""
    with TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "GUIDANCE_KB_DATA": folder,
            "XDG_CONFIG_HOME": folder,
        }
        for name in ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG", "COV_CORE_SOURCE"):
            environment.pop(name, None)
        log = Path(folder) / "imports.txt"
        with (
            log.open("w") as errors,
            subprocess.Popen(
                [sys.executable, "-X", "importtime", STARTER, "ours"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env=environment,
                cwd=ROOT,
            ) as process,
        ):
            assert process.stdout is not None
            assert process.stdout.readline().startswith("painted "), log.read_text("utf-8")[-2000:]
            process.kill()
        return _tree(log.read_text("utf-8"))


def _tree(log: str) -> dict[str, tuple[str, ...]]:
    """Reads what Python tells of imports: what a module imported stands before it, two spaces further in."""
    found: dict[str, tuple[str, ...]] = {}
    above: list[str] = []
    for line in reversed(log.splitlines()):
        if not line.startswith("import time:") or line.endswith("imported package"):
            continue
        padded = line.rsplit("|", 1)[1][1:]
        name = padded.strip()
        depth = (len(padded) - len(padded.lstrip())) // 2
        above[depth:] = [name]
        found[name] = tuple(reversed(above[:depth]))
    return found


def _says(name: str) -> str:
    return " ← ".join((name, *_imported()[name])) or name


def test_python_tells_who_imports_what() -> None:
    log = "import time: self [us] | cumulative | imported package\n" + "".join(
        f"import time:       1 |          1 | {line}\n" for line in ("    c", "  b", "  d", "a")
    )
    assert _tree(log) == {"a": (), "b": ("a",), "c": ("b", "a"), "d": ("a",)}
    assert "guidance_kb.app" in _imported()["guidance_kb.ui.shell.window"]


@rows("later", _LATER)
def test_what_the_first_paint_does_not_need_waits(later: str) -> None:
    early = [
        name
        for name, by in _imported().items()
        if (name == later or name.startswith(f"{later}.")) and not any(one.partition(".")[0] in _PYSIDES for one in by)
    ]
    assert not early, "\n".join(map(_says, early))


def test_no_more_modules_of_ours_than_the_first_paint_needs() -> None:
    ours = [name for name in _imported() if name.partition(".")[0] == "guidance_kb"]
    assert len(ours) > 40, "the program did not start as it should"
    assert len(ours) <= _MOST_OF_OURS, "\n".join([f"{len(ours)} modules:", *map(_says, sorted(ours))])


def test_no_more_modules_of_others_than_the_first_paint_needs() -> None:
    known = {*sys.stdlib_module_names, *_PYSIDES, "guidance_kb", "tests"}
    others = [name for name in _imported() if name.partition(".")[0] not in known and not _is_of_the_environment(name)]
    assert len(others) <= _MOST_OF_OTHERS, "\n".join([f"{len(others)} modules:", *map(_says, sorted(others))])


def _is_of_the_environment(name: str) -> bool:
    """What an environment of a developer puts before every program."""
    return name.startswith(
        ("__editable__", "_distutils_hack", "sitecustomize", "usercustomize", "_virtualenv", "a1_coverage")
    )
