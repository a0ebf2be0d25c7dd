"""The write-ahead log of a closed casebook, looked at before SQLite does: damage there it passes over without a word.

SQLite takes the frames up to the first whose checksum does not fit, and drops the rest (https://sqlite.org/fileformat.html#walformat).
After a power cut that is right, for the last commit may be torn; after damage it loses what was stored. The checksums are over the
encrypted pages, so no key is needed to tell the two apart:

- A commit begins when the one before it is on the disk. So a power cut tears the last one at most: where two commits or more end behind
  the first frame that does not fit, it was not torn.
- A power cut loses whole sectors. So a frame in which one number of four bytes explains all that does not fit was not torn either.
- What was taken back, or never came to its commit, may stand behind the end too, and what was there before the log was begun anew. The one
  has no commits that end, the other has other salts.

Not noticed: a log that is cut short or gone, and larger damage behind which no more than one commit ends.
"""

import struct
from enum import Enum, auto
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from guidance_kb.casebook.storage.files import PAGE, with_companions

_HEADER: Final = 32  # bytes
_FRAME: Final = 24  # bytes of the header of a frame
_ORDERS: Final = {b"\x37\x7f\x06\x82": "<", b"\x37\x7f\x06\x83": ">"}
"""The first bytes of a log → in which order the bytes of a number stand for the checksum: that of the machine that began it."""

_32_BITS: Final = 0xFFFFFFFF
_Sums = tuple[int, int]


class Damage(Enum):
    """What the damage in a log means."""

    LOST = auto()  # something that was stored is not whole, and SQLite drops it and all that came after it
    NEEDLESS = auto()  # all of it is in the database already, and SQLite would put older pages over newer ones


class _Frame(NamedTuple):
    """A page as a commit wrote it.

    Attributes:
        page: Its number in the database, from 1.
        size: Pages of the database, when it is the last frame of a commit: the mark of it. 0 otherwise.
        salts: Those of the log when it was written.
        sums: Its checksum, which goes on from that of the frame before it.
        summed: What the checksum is over: the first eight bytes of the header and the content.
    """

    page: int
    size: int
    salts: bytes
    sums: _Sums
    summed: bytes


def damage(database: Path) -> Damage | None:
    """Returns what is wrong with the log beside a closed database; None if there is none, or nothing of it is lost.

    Raises:
        OSError: One of them cannot be read.
    """
    log = with_companions(database)[1]
    content = log.read_bytes() if log.exists() and database.exists() else b""
    places = range(_HEADER, len(content) - _FRAME - PAGE + 1, _FRAME + PAGE)
    frames = [_frame(content[place : place + _FRAME + PAGE]) for place in places]
    if not frames:
        return None
    header = content[:_HEADER]
    order = _ORDERS.get(header[:4])
    if order is not None and _counted((0, 0), header[:24], order) == _stored(header[24:]):
        salts, broken = header[16:24], _broken(frames, header, order)
    else:
        salts = _salts_behind(header, frames)
        broken = 0 if any(frame.size for frame in frames if frame.salts == salts) else None
    if broken is None:
        return None
    return Damage.NEEDLESS if _is_in_place(database, frames, salts, broken) else Damage.LOST


def _frame(content: bytes) -> _Frame:
    page, size = struct.unpack_from(">2I", content)
    return _Frame(page, size, content[8:16], _stored(content[16:_FRAME]), content[:8] + content[_FRAME:])


def _stored(sums: bytes) -> _Sums:
    first, second = struct.unpack(">2I", sums)
    return first, second


def _counted(sums: _Sums, content: bytes, order: str) -> _Sums:
    """The checksum that goes on from `sums` over some content."""
    first, second = sums
    numbers = iter(struct.unpack(f"{order}{len(content) // 4}I", content))
    for one, other in zip(numbers, numbers, strict=True):
        first = (first + one + second) & _32_BITS
        second = (second + other + first) & _32_BITS
    return first, second


def _broken(frames: list[_Frame], header: bytes, order: str) -> int | None:
    """The number of the first frame that does not fit, if something that was stored is lost by it."""
    salts, sums = header[16:24], _stored(header[24:])
    for number, frame in enumerate(frames):
        sums = _counted(sums, frame.summed, order)
        if frame.salts != salts or frame.sums != sums:
            ends = [each.size > 0 for each in frames[number:] if each.salts == salts]
            written = _as_written(frame, salts, sums, order)
            is_lost = sum(ends) > 1 if written is None else any(ends) or any(written[4:8])
            return number if is_lost else None
    return None


def _as_written(frame: _Frame, salts: bytes, sums: _Sums, order: str) -> bytes | None:
    """What the checksum is over as it was written, if one number in the frame explains what does not fit; `sums` are those counted.

    What a number adds to the checksum depends on its place: the difference is followed back from the end until it is that of one number.
    By chance it never is, but for once in millions.
    """
    first, second = ((stored - counted) & _32_BITS for stored, counted in zip(frame.sums, sums, strict=True))
    if frame.salts != salts and (first, second) != (0, 0):
        return None
    if 0 in (first, second):  # it is a salt, over which there is no checksum, or one of the sums themselves
        return frame.summed
    for pair in range(len(frame.summed) - 8, -1, -8):
        if first in (0, second):
            place, missing = (pair + 4, second) if first == 0 else (pair, first)
            (number,) = struct.unpack_from(f"{order}I", frame.summed, place)
            right = struct.pack(f"{order}I", (number + missing) & _32_BITS)
            return frame.summed[:place] + right + frame.summed[place + 4 :]
        first, second = (2 * first - second) & _32_BITS, (second - first) & _32_BITS
    return None


def _salts_behind(header: bytes, frames: list[_Frame]) -> bytes:
    """The salts of frames that belong together, behind a header that is none; empty if no frame goes on from another.

    A header is on the disk before the first frame is begun, so a power cut does not leave that.
    """
    for order in _ORDERS.values():
        begins = (_counted((0, 0), header[:24], order), _stored(header[24:]))
        starts = [(sums, frames[0]) for sums in begins] + [(one.sums, other) for one, other in pairwise(frames)]
        for sums, frame in starts:
            if _counted(sums, frame.summed, order) == frame.sums:
                return frame.salts
    return b""


def _is_in_place(database: Path, frames: list[_Frame], salts: bytes, broken: int) -> bool:
    """Whether the database has every page as the log has it last: all of them were put in place, and the log was not begun anew since.

    A page is put in place as it stands in the log, and no two encrypted pages are alike, so this is not by chance.
    """
    commits = [number for number, frame in enumerate(frames) if frame.size and frame.salts == salts]
    if not commits:
        return False
    last = {frame.page: frame for frame in frames[: commits[-1] + 1] if frame.salts == salts}
    sound = [frame for frame in last.values() if frame is not frames[broken] and frame.page <= frames[commits[-1]].size]
    with database.open("rb") as file:
        return bool(sound) and all(_is_page(file, frame) for frame in sound)


def _is_page(file: BinaryIO, frame: _Frame) -> bool:
    file.seek((frame.page - 1) * PAGE)
    return file.read(PAGE) == frame.summed[8:]
