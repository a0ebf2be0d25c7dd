"""`python -m tests.soak.casebook.guarded MODULE WORDS`: runs a module as `python -m` does, with a guard on sockets."""

import os
import runpy
import socket
import sys


def guard() -> None:
    """Ends the process at the first socket that is not local; of Python's own, the kernel counts the rest."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
            first = arguments[0]
            if not (isinstance(first, socket.socket) and first.family == socket.AF_UNIX):
                sys.stderr.write(f"{event}\n")
                os._exit(3)

    sys.addaudithook(hook)


if __name__ == "__main__":
    guard()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
