"""A terminal of one's own, at which somebody types."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


def typed_at(command: Sequence[str], words: str, folder: Path, environment: Mapping[str, str]) -> str:
    """Runs a command at a terminal, types `words` when it asks for something (`…: `), and returns all that was to be seen.

    Not on Windows, which has no such terminals.
    """
    import pty  # noqa: PLC0415 - so that this file can be read everywhere

    ours, theirs = pty.openpty()
    shown, answered = b"", False
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as process:
        os.close(theirs)
        while part := _read(ours):
            shown += part
            if not answered and shown.endswith(b": "):
                os.write(ours, words.encode())
                answered = True
        process.wait(30)
    os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    """What was written; nothing when everybody who writes is gone."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
