"""What stands in the pages of the project: links, and commands with what they answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]

PAGES: Final = tuple(
    sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md"), *(ROOT / "tests").glob("**/*.md")], key=str)
)

VARIES: Final = "<!-- varies -->\n"
"""Before a block of commands: numbers in its answers stand for any number, months for any month, and stamps of backups for any stamp."""

_FENCE = re.compile(rf"^({VARIES})?```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)")
_INLINE = re.compile(r"`((?:make|guidance-kb|python -m|\.venv/bin/\S+)(?: [^`]*)?)`")


class Kind(Enum):
    """Where a command stands."""

    SHOWN = "with its answer"
    LISTED = "in a list to type"
    NAMED = "in a sentence"


@dataclass(frozen=True)
class Command:
    """One command of a page.

    Attributes:
        page: The page, as seen from the project's folder.
        kind: Where it stands.
        text: The command, as one would type it.
        answer: What the page says it prints; empty where it says nothing of that.
        varies: Whether numbers in the answer stand for any number.
    """

    page: str
    kind: Kind
    text: str
    answer: str = ""
    varies: bool = False


def links(page: Path) -> list[str]:
    """The targets of all links and pictures of a page, without those in code."""
    prose = re.sub(r"`[^`\n]*`", "", _FENCE.sub("", page.read_text("utf-8")))
    return _LINK.findall(prose)


def anchors(page: Path) -> set[str]:
    """The anchors of a page: its headings, as is usual for Markdown on the web."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def commands(page: Path) -> Iterator[Command]:
    """All commands of a page: of its `console` and `sh` blocks, and those in its sentences."""
    text, name = page.read_text("utf-8"), page.relative_to(ROOT).as_posix()
    for varies, language, block in _FENCE.findall(text):
        if language == "console":
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, answer = part.partition("\n")
                yield Command(name, Kind.SHOWN, _bare(command), answer.strip(), bool(varies))
        elif language == "sh":
            yield from (Command(name, Kind.LISTED, _bare(line)) for line in block.splitlines() if _bare(line))
    for command in dict.fromkeys(_INLINE.findall(_FENCE.sub("", text))):
        yield Command(name, Kind.NAMED, command)


def _bare(line: str) -> str:
    """A line without the remark behind it."""
    return re.sub(r"(^|\s+)#( .*)?$", "", line).strip()
