"""An Xvfb screen and its contents, read from the memory of the X server, independent of the program."""

import os
import struct
import subprocess
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from operator import ne
from pathlib import Path
from typing import Final

SIZE: Final = (1366, 768)
"""The smallest usual laptop screen."""

PAINTED: Final = 20
"""Minimum number of colours on some lines of a painted window, because letters have soft edges; a bare screen has one or two."""

_CURSOR: Final = 0.001
"""The number of points that a cursor takes, as a share of the screen."""

_FEW: Final = 16
"""One line in so many is read; that meets every line of text."""


class Screen:
    """A screen of Xvfb.

    Attributes:
        display: Its name, for programs.
        memory: The file with the screen memory of the server.
    """

    def __init__(self, display: str, memory: Path) -> None:
        self.display = display
        self.memory = memory

    def colours(self) -> int:
        """Return the number of colours on some of its lines; fast enough to poll."""
        return len(set(self.points(_FEW)))

    def points(self, step: int = 3) -> "memoryview[int]":
        """Return the colours of the points of every third line, or of fewer lines."""
        return memoryview(b"".join(self._lines()[1][::step])).cast("I")

    def differs(self, before: "memoryview[int]") -> float:
        """Return the share of the points that differ from before, from 0 to 1."""
        now = self.points()
        return sum(map(ne, now, before)) / len(now)

    def rests(self) -> bool:
        """Return whether nothing is painted for a while, except a blinking cursor."""
        before = self.points()
        time.sleep(0.5)
        return self.differs(before) < _CURSOR

    def is_painted(self) -> bool:
        """Return whether a window shows something."""
        return self.colours() >= PAINTED

    def picture(self, path: Path) -> Path:
        """Write a picture of the screen as PNG."""
        (width, height), lines = self._lines()
        rows = b"".join(b"\0" + _red_first(line) for line in lines)
        head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks))
        return path

    def _lines(self) -> tuple[tuple[int, int], list[bytes]]:
        """Return width, height and lines from the server's XWD file; each point has four bytes: blue, green, red, unused."""
        data = self.memory.read_bytes()
        fields = struct.unpack(">25I", data[:100])
        begin, width, height, stride, colours = fields[0], fields[4], fields[5], fields[12], fields[19]
        begin += colours * 12
        return (width, height), [data[begin + y * stride : begin + y * stride + width * 4] for y in range(height)]


def _red_first(line: bytes) -> bytes:
    turned = bytearray(len(line) // 4 * 3)
    turned[0::3], turned[1::3], turned[2::3] = line[2::4], line[1::4], line[0::4]
    return bytes(turned)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@contextmanager
def a_screen(folder: Path, size: tuple[int, int] = SIZE) -> Iterator[Screen]:
    """Yield a screen, whose memory is a file in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    reading, writing = os.pipe()
    options = ["-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp", "-nolisten", "local", "-ac"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-fbdir", str(folder), *options],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()  # Xvfb writes the number once the screen exists
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield Screen(f":{number}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait()
