"""Which kinds of sockets a program asked for, as strace wrote them down."""

import re
from collections import Counter
from pathlib import Path

_ASKED = re.compile(r"\bsocket(?:pair)?\((AF_\w+)")


def families(trace: Path) -> dict[str, int]:
    """The families of all sockets that were asked for, each with how often; the names are the kernel's."""
    text = trace.read_text(encoding="utf-8", errors="replace") if trace.exists() else ""
    return dict(sorted(Counter(_ASKED.findall(text)).items()))
