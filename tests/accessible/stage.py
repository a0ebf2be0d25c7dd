"""Plays a script of the screen reader that writes down what it says (`reader/`) with the real program, on a desktop of its own."""

import os
from collections.abc import Sequence
from pathlib import Path

from tests import desktop
from tests.desktop import from_source, missing

__all__ = ["from_source", "missing", "play", "where_nothing_can_be_kept"]

HERE = Path(__file__).parent


def play(script: str, language: str, program: Sequence[str]) -> list[str]:
    """Plays a script of `reader/` with a program that has no data yet, and gives the transcript.

    Raises:
        AssertionError: Something was not said; with what was said until then, and what the program wrote.
    """
    with desktop.home(language) as home, desktop.screen() as display:
        transcript = home / "transcript.txt"
        command = ["reader", script, language, str(transcript), *program]
        done = desktop.play(command, HERE, desktop.environment(home, display))
        wrong = desktop.complaints(done)
        assert not wrong, wrong
        return transcript.read_text(encoding="utf-8").splitlines()


def where_nothing_can_be_kept(knowledge: Path) -> list[str]:
    """The program from source, but a file stands in the place of the folder for the user's data."""
    return ["env", f"GUIDANCE_KB_DATA={os.devnull}", *from_source(knowledge)]
