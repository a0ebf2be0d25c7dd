"""`python3 -m reader SCRIPT LANGUAGE COMMAND…`: starts the program by COMMAND, plays a script with it, and prints the transcript."""

import importlib
import sys

from reader.screenreader import ScreenReader


def main(script: str, language: str, *command: str) -> None:
    """Plays the script."""
    reader = ScreenReader(list(command), language)
    try:
        reader.come_in()
        importlib.import_module(f"reader.{script}").play(reader)
    finally:
        reader.end()
    print("\n".join(reader.said))


if __name__ == "__main__":
    main(*sys.argv[1:])
