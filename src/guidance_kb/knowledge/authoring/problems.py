"""What is wrong with a content folder, each problem with its file, entry and field."""

from collections.abc import Iterable
from dataclasses import dataclass

from guidance_kb.errors import KnownError

_SHOWN = 20


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend.

    Attributes:
        file: The file's path below the content folder.
        where: The id of the entry (or other table), with its kind: `entry wie-leert`.
        field: The field inside it, dotted: `nl.title`; empty when the whole table is meant.
        expected: What was expected and what was found.
    """

    file: str
    where: str
    field: str
    expected: str

    def __str__(self) -> str:
        """Returns `file: entry: field: what is expected`, leaving out what is not known."""
        return ": ".join(part for part in (self.file, self.where, self.field, self.expected) if part)


class ContentError(KnownError):
    """The content folder cannot be built; `problems` says why, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        lines = [str(problem) for problem in self.problems[:_SHOWN]]
        more = len(self.problems) - len(lines)
        body = "\n".join(lines)
        super().__init__(
            f"De inhoud kan niet worden gebouwd ({len(self.problems)}):\n{body}"
            + (f"\n… en nog {more}" if more else ""),
            f"The content cannot be built ({len(self.problems)}):\n{body}" + (f"\n… and {more} more" if more else ""),
        )
