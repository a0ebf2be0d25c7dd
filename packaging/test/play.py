"""`python3 play.py SCENE FOLDER COMMAND…`: starts the program as a user would, and does a scene with it by keys, reading it through AT-SPI.

Runs with the system's own Python, which has the bindings of AT-SPI, as the ordinary user; playing.py starts it. What was reached goes into
FOLDER/reached.json, with what went wrong at the end, and everything that was said into FOLDER/transcript.txt.
"""

import importlib
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "accessible"))

import reader  # noqa: F401 - asks for the bindings in the version that we need
from scenes.seat import Seat


def main(scene: str, folder: Path, command: list[str]) -> int:
    """Play the scene and return the exit code."""
    seat = Seat(command, folder)
    failed = ""
    try:
        importlib.import_module(f"scenes.{scene}").play(seat)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        failed = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
        seat.picture("failed")
    finally:
        seat.leave()
    told = {"reached": seat.reached, "failed": failed, "seconds": seat.seconds}
    (folder / "reached.json").write_text(json.dumps(told), encoding="utf-8")
    (folder / "transcript.txt").write_text("\n".join(seat.said), encoding="utf-8")
    return int(bool(failed))


def with_the_bus(command: list[str]) -> list[str]:
    """Return the command, with the address of the session bus for the program, unless it must have none."""
    if command[0] != "--bus":
        return command
    at = command.index("env") + 1
    return [*command[1:at], f"DBUS_SESSION_BUS_ADDRESS={os.environ['DBUS_SESSION_BUS_ADDRESS']}", *command[at:]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), with_the_bus(sys.argv[3:])))
