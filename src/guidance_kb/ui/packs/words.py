"""How packs, and what they bring, are called on screen, in the language now in force."""

from collections.abc import Mapping
from typing import get_args

from PySide6.QtCore import QDate, QLocale, QObject, Qt

from guidance_kb.knowledge.model import Kind, Pack
from guidance_kb.knowledge.names import KINDS, PACK_TABLES, PLURALS
from guidance_kb.ui.core.translation import as_title, in_sentence


class PackWords(QObject):
    """Says it; a QObject so that Qt translates it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def several(self, kind: str) -> str:
        """Several things of a kind that a pack can bring: the heading of a group."""
        others = {
            "section": as_title(PACK_TABLES["section"]),
            "work": self.tr("Publications"),
            "concept": self.tr("Search words"),
        }
        return others[kind] if kind in others else as_title(PLURALS[_known(kind)])

    def counted(self, counts: Mapping[str, int]) -> str:
        """What a pack brings, in a line: `2 addresses, 1 finding`."""
        return ", ".join(f"{QLocale().toString(count)} {self._counted(kind, count)}" for kind, count in counts.items())

    def _counted(self, kind: str, count: int) -> str:
        one = {
            "section": self.tr("part of its own sources"),
            "work": self.tr("publication"),
            "concept": self.tr("search word"),
        }
        if count > 1:
            return self.several(kind).lower()
        return one[kind] if kind in one else in_sentence(KINDS[_known(kind)])

    def made(self, pack: Pack) -> str:
        """Who made a pack, and when, in a line."""
        day = QDate.fromString(pack.date, Qt.DateFormat.ISODate)
        return f"{pack.publisher} · {QLocale().toString(day, 'd MMMM yyyy')}"

    def contact(self, pack: Pack) -> str:
        """Under which licence a pack comes, and whom to tell of a mistake, in a line."""
        text = self.tr("Licence: %1 · Report mistakes: %2")
        return text.replace("%1", pack.licence).replace("%2", pack.contact)


def _known(kind: str) -> Kind:
    return next(known for known in get_args(Kind) if known == kind)
