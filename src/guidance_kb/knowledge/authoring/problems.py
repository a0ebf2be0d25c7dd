"""Problems of a content folder or a pack, each with its file, entry and field."""

from collections.abc import Iterable
from dataclasses import dataclass

from guidance_kb.errors import KnownError
from guidance_kb.language import Language, Text

_SHOWN = 20


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem.

    Attributes:
        file: The file's path below the content folder.
        where: The kind and id of the entry or other table: `entry wie-leert`.
        field: The dotted name of the field: `nl.title`; empty if the whole table is meant.
        expected: What was expected and what was found.
    """

    file: str
    where: str
    field: str
    expected: Text

    def say(self, language: Language) -> str:
        """Return `file: entry: field: expected`, without the parts that are unknown."""
        return ": ".join(part for part in (self.file, self.where, self.field, self.expected.say(language)) if part)


class ContentError(KnownError):
    """The content folder cannot be built; `problems` has the reasons, in the order of the files."""

    head = Text("De inhoud kan niet worden gebouwd ({})", "The content cannot be built ({})")

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(*(self._lines(language) for language in Language))

    def _lines(self, language: Language) -> str:
        more = len(self.problems) - _SHOWN
        last = [Text(f"… en nog {more}", f"… and {more} more").say(language)] if more > 0 else []
        head = self.head.say(language).format(len(self.problems))
        return "\n".join([f"{head}:", *(problem.say(language) for problem in self.problems[:_SHOWN]), *last])


class PackError(ContentError):
    """A pack is refused; `problems` has the reasons. Nothing was imported."""

    head = Text(
        "Het kennispakket wordt niet toegelaten en er is niets gewijzigd ({})",
        "The knowledge pack is refused and nothing was changed ({})",
    )
