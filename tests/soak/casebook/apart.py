"""Runs what a row looks at in a process of its own, with a home, a folder for temporary files and settings of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guidance_kb.paths import ROOT

_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Home:
    """Folders of somebody who has just come to this computer."""

    root: Path

    @property
    def exports(self) -> Path:
        """Where what is exported on purpose is put: the one place in which words may be."""
        return self.root / "exports"

    @property
    def casebook(self) -> Path:
        """Where the program puts the casebook by itself."""
        return self.root / "data" / "casebook"

    @property
    def output(self) -> Path:
        """Where all that is printed is kept."""
        return self.root / "printed"

    def environment(self, knowledge: Path, **changes: str) -> dict[str, str]:
        """The environment of a process that lives here."""
        made = {name: self.root / name for name in ("home", "tmp", "config", "cache", "state", "run", "data")}
        for folder in (*made.values(), self.exports, self.output):
            folder.mkdir(mode=0o700, exist_ok=True)
        names = {
            "HOME": "home", "TMPDIR": "tmp", "TMP": "tmp", "TEMP": "tmp", "SQLITE_TMPDIR": "tmp", "XDG_CONFIG_HOME": "config",
            "XDG_CACHE_HOME": "cache", "XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "run", "XDG_DATA_HOME": "home",
            "GUIDANCE_KB_DATA": "data",
        }  # fmt: skip
        ours = {name: str(made[folder]) for name, folder in names.items()}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GUIDANCE_KB", "XDG", "COV"))}
        return {
            **kept, **ours, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "PYTHONWARNINGS": "error",
            "QT_QPA_PLATFORM": "offscreen", "GUIDANCE_KB_KNOWLEDGE": str(knowledge), **changes,
        }  # fmt: skip

    def run(
        self, name: str, *words: str, environment: Mapping[str, str], typed: str = "", inside: tuple[str, ...] = ()
    ) -> subprocess.CompletedProcess[str]:
        """Runs `python -m WORDS` here, and keeps what it prints."""
        done = subprocess.run(
            [*inside, sys.executable, "-m", *words], input=typed, capture_output=True, text=True, check=False,
            env=dict(environment), cwd=self.root / "home", timeout=_SECONDS,
        )  # fmt: skip
        for stream, text in (("out", done.stdout), ("err", done.stderr)):
            (self.output / f"{name} {stream}").write_text(text, "utf-8")
        return done
