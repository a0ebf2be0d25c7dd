"""The passphrase or recovery key of the casebook: asked for, or read from a file descriptor; never from the command line."""

import argparse
import getpass
import os
import sys
from typing import Final

from guidance_kb.errors import KnownError
from guidance_kb.language import Language, Text

_PASSPHRASE: Final = Text("Wachtzin: ", "Passphrase: ")
_RECOVERY: Final = Text("Herstelsleutel: ", "Recovery key: ")
_LONGEST: Final = 4096  # bytes


def typed(arguments: argparse.Namespace, language: Language) -> str:
    """Returns what was typed, or the first line of the descriptor that was named.

    Raises:
        KnownError: There is nobody to ask, or nothing to read.
    """
    if arguments.fd is not None:
        return _from_descriptor(arguments.fd)
    if not _somebody_types():
        raise KnownError(
            "Er is niemand om de wachtzin aan te vragen. Geef een bestandsnummer op waar hij te lezen is: --fd 0.",
            "There is nobody to ask for the passphrase. Name a file descriptor to read it from: --fd 0.",
        )
    return getpass.getpass((_RECOVERY if arguments.recovery else _PASSPHRASE).say(language))


def _somebody_types() -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    if sys.platform == "win32":  # there nowhere (NUL) passes for a terminal too, and asking would wait for ever
        import ctypes  # noqa: PLC0415 - exists in this form on Windows only
        import msvcrt  # noqa: PLC0415

        console = ctypes.c_void_p(msvcrt.get_osfhandle(sys.stdin.fileno()))
        return bool(ctypes.windll.kernel32.GetConsoleMode(console, ctypes.byref(ctypes.c_ulong())))
    return True


def _from_descriptor(number: int) -> str:
    try:
        with os.fdopen(number, "rb", closefd=False) as file:
            return file.readline(_LONGEST).rstrip(b"\r\n").decode("utf-8")
    except (OSError, ValueError) as error:
        raise KnownError(
            f"Uit bestandsnummer {number} is geen wachtzin te lezen.",
            f"No passphrase can be read from file descriptor {number}.",
        ) from error
