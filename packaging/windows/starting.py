"""Entry point of the program on Windows, for the launchers of the window and of the command line."""

import os
import sys
import types
from datetime import datetime_CAPI  # type: ignore[attr-defined] # of the C module; its stub does not have it

import offline  # noqa: F401 - stands in for what the package leaves out

_DAMAGED = (
    "Guidance KB kan niet starten: een bestand van het programma ontbreekt of is beschadigd ({0}).\n"
    "Installeer het opnieuw; uw gegevens blijven staan.\n\n"
    "Guidance KB cannot start: a file of the program is missing or damaged ({0}).\n"
    "Install it again; your data stays."
)


def main() -> int:
    """Run the command line, the window, or the tour that tests the package, and return the exit code."""
    for name in ("stdout", "stderr"):  # a window program has neither stream, and libraries do not expect that
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - for as long as it runs
    types.CapsuleType = type(datetime_CAPI)  # type: ignore[misc] # typing_extensions wants it; Python itself asks `socket` for it
    try:
        if sys.argv[1:2] == ["--tour"]:
            from tools.tour.tour import run  # noqa: PLC0415 - a missing file is said in a sentence

            return run(sys.argv[2:])
        from guidance_kb.cli import main as program  # noqa: PLC0415

        if len(sys.argv) == 1:
            import guidance_kb.app  # noqa: F401, PLC0415 - here, where a part of Qt that is gone can still be told

        return program()
    except ImportError as error:
        tell(_DAMAGED.format(error.name or "?"))
        return 1


def tell(message: str) -> None:
    """Show a message: on the command line, or for the window program in a message box."""
    sys.stderr.write(f"{message}\n")
    if sys.executable.lower().endswith(".exe"):
        import ctypes  # noqa: PLC0415 - may be what is missing

        ctypes.windll.user32.MessageBoxW(None, message, "Guidance KB", 0x10)  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())
