"""The socket families that a program asked for, from a log of strace."""

import re
from collections import Counter
from pathlib import Path

_ASKED = re.compile(r"\bsocket(?:pair)?\((AF_\w+)")


def families(trace: Path) -> dict[str, int]:
    """Return the families of all requested sockets, by the kernel's names, each with its count."""
    text = trace.read_text(encoding="utf-8", errors="replace") if trace.exists() else ""
    return dict(sorted(Counter(_ASKED.findall(text)).items()))
