"""`python3 -m reader SCRIPT LANGUAGE FILE COMMAND…`: starts the program, plays a script with it, writes the transcript to FILE."""

import importlib
import sys
from pathlib import Path

from reader.screenreader import ScreenReader


def main(script: str, language: str, transcript: str, *command: str) -> None:
    """Plays the script."""
    reader = ScreenReader(list(command), language)
    try:
        reader.come_in()
        importlib.import_module(f"reader.{script}").play(reader)
    finally:
        said = list(reader.said)  # closing is no part of a script
        reader.end()
    Path(transcript).write_text("\n".join(said), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
