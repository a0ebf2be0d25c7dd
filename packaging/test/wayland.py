"""A Wayland desktop: Weston as one window on an X screen, so that keys and pictures work as in the other tests."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from root import USER, WITHOUT_NETWORK
from screen import SIZE, Screen

_NAME: Final = "wayland-desk"
_RUN: Final = Path("/tmp/desk")  # noqa: S108 - of ours alone
_PATIENCE: Final = 20.0


@contextmanager
def a_compositor(screen: Screen) -> Iterator[str]:
    """Yield the display name of a Weston with one window that fills the screen.

    Raises:
        TimeoutError: Weston did not start.
    """
    options = ["--backend=x11", "--renderer=pixman", "--shell=kiosk", f"--socket={_NAME}", "--no-config"]
    ids = ["--reuid", str(USER), "--regid", str(USER), "--clear-groups"]
    size = [f"--width={SIZE[0]}", f"--height={SIZE[1]}"]
    env = {"PATH": os.environ["PATH"], "HOME": str(_RUN), "XDG_RUNTIME_DIR": str(_RUN), "DISPLAY": screen.display}
    with (_RUN.parent / "weston.txt").open("w") as log:
        server = subprocess.Popen(
            [*WITHOUT_NETWORK, "setpriv", *ids, "weston", *options, *size], env=env, stdout=log, stderr=log
        )
    try:
        end = time.monotonic() + _PATIENCE
        while not (_RUN / _NAME).exists():
            if time.monotonic() > end or server.poll() is not None:
                raise TimeoutError("Weston did not come up")
            time.sleep(0.05)
        time.sleep(1)  # Weston has to show its window on the screen
        yield _NAME
    finally:
        server.terminate()
        server.wait()
