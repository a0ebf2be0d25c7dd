"""Looks whether one can write on a small file system that is full, or read-only; started by test_writing.py.

unshare --mount python -m tests.doctor.smalldisk
"""

import json
import sys
import tempfile
from pathlib import Path

from guidance_kb.doctor.places import refusal
from tests.soak.casebook.filesystems import file_system, filled_up, mounted_read_only
from tests.soak.found import Found


def code(folder: Path) -> int | None:
    """What keeps us from writing there."""
    refused = refusal(folder)
    return None if refused is None else refused.errno


def main() -> None:
    """Prints what was found."""
    found = Found()
    with tempfile.TemporaryDirectory() as scratch, file_system(Path(scratch) / "small", found) as small:
        if found.skipped:
            sys.stdout.write(json.dumps({"skipped": found.skipped}))
            return
        told: dict[str, object] = {"room": code(small)}
        with filled_up(small, 0):
            told["full"] = code(small)
        with mounted_read_only(small):
            told["read_only"], told["new_read_only"] = code(small), code(small / "new")
        told["left"] = [each.name for each in small.iterdir()]
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
