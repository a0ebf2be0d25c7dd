"""Checks of the records without unlocking them; the results hold nothing about a client."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from guidance_kb.casebook.storage.health import Health, JournalHealth, Key, StoreHealth, look
from guidance_kb.doctor.check import Check, State
from guidance_kb.language import Text

OLD: Final = timedelta(days=14)
"""The age from which the newest backup counts as old."""

_KEY: Final[dict[Key, tuple[State, Text, Text | None]]] = {
    Key.WHOLE: ("ok", Text("heel", "whole"), None),
    Key.MISSING: (
        "wrong",
        Text("ontbreekt", "missing"),
        Text("Zet casebook.key terug, of zet een reservekopie terug.", "Put casebook.key back, or restore a backup."),
    ),
    Key.DAMAGED: (
        "wrong",
        Text("beschadigd", "damaged"),
        Text(
            "Zet een goede kopie van casebook.key of een reservekopie terug. De dossiers zelf zijn niet aangeraakt.",
            "Put back a good copy of casebook.key, or restore a backup. The records themselves were not touched.",
        ),
    ),
    Key.NEWER: (
        "wrong",
        Text("van een nieuwere versie", "of a newer version"),
        Text(
            "Werk het programma bij. Tot dan blijven de dossiers dicht en verandert er niets; de kennisbank werkt gewoon.",
            "Update the program. Until then the records stay closed and nothing changes; the knowledge works as always.",
        ),
    ),
    Key.UNREADABLE: (
        "wrong",
        Text("kan niet worden gelezen", "cannot be read"),
        Text(
            "Geef uzelf rechten op de map met de dossiers.",
            "Give yourself the right to read the folder of the records.",
        ),
    ),
}
_STORE: Final[dict[StoreHealth, tuple[State, Text, Text | None]]] = {
    StoreHealth.READABLE: ("ok", Text("leesbaar en versleuteld", "readable and encrypted"), None),
    StoreHealth.IN_USE: ("ok", Text("in gebruik, niet bekeken", "in use, not looked at"), None),
    StoreHealth.WAITING: (
        "ok",
        Text(
            "halverwege afgebroken; bij het openen wordt dit afgemaakt", "cut short halfway; opening it finishes that"
        ),
        None,
    ),
    StoreHealth.MISSING: (
        "wrong",
        Text("ontbreekt", "missing"),
        Text("Zet casebook.db terug, of zet een reservekopie terug.", "Put casebook.db back, or restore a backup."),
    ),
    StoreHealth.DAMAGED: (
        "wrong",
        Text("beschadigd", "damaged"),
        Text(
            "Zet een reservekopie terug; het beschadigde bestand wordt dan bewaard.",
            "Restore a backup; the damaged file is kept then.",
        ),
    ),
    StoreHealth.UNREADABLE: (
        "wrong",
        Text("kan niet worden gelezen", "cannot be read"),
        Text(
            "Geef uzelf rechten op de map met de dossiers.",
            "Give yourself the right to read the folder of the records.",
        ),
    ),
}
_JOURNAL: Final[dict[JournalHealth, tuple[State, Text, Text | None]]] = {
    JournalHealth.EMPTY: ("ok", Text("leeg", "empty"), None),
    JournalHealth.IN_USE: ("ok", Text("in gebruik", "in use"), None),
    JournalHealth.WAITING: (
        "ok",
        Text("bevat wijzigingen; die worden verwerkt bij het openen", "holds changes; opening puts them in place"),
        None,
    ),
    JournalHealth.UNREADABLE: (
        "note",
        Text("kan niet worden gelezen", "cannot be read"),
        Text(
            "Geef uzelf rechten op de map met de dossiers.",
            "Give yourself the right to read the folder of the records.",
        ),
    ),
}
_AT_WORK: Final = Text("ja", "yes"), Text("nee", "no")
_BACK_UP: Final = Text(
    "Maak een reservekopie: Dossiers, Beheer, Reservekopieën. Bewaar er ook een op een andere plek dan deze computer.",
    "Make a backup: Records, Manage, Backups. Keep one in another place than this computer too.",
)


def checks(folder: Path, now: datetime | None = None) -> Iterator[Check]:
    """Check the casebook in `folder`, if there is one; `now` in UTC."""
    found = look(folder)
    if found is None:
        yield Check("records", Text("Dossiers", "Records"), "ok", Text("nog niet aangemaakt", "not created yet"))
        return
    yield Check("records-key", Text("Dossiers: sleutelbestand", "Records: key file"), *_KEY[found.key])
    yield Check("records-store", Text("Dossiers: bestand", "Records: file"), *_STORE[found.store])
    yield Check("records-journal", Text("Dossiers: journaal", "Records: journal"), *_JOURNAL[found.journal])
    yield Check("records-open", Text("Dossiers: nu geopend", "Records: open now"), "ok", _AT_WORK[not found.held])
    yield _backups(found, now or datetime.now(UTC))


def _backups(found: Health, now: datetime) -> Check:
    name = Text("Dossiers: reservekopieën", "Records: backups")
    if found.newest is None:
        return Check("records-backups", name, "note", Text("geen", "none"), _BACK_UP)
    days = max(0, (now - found.newest).days)
    age = Text("van vandaag", "of today") if days == 0 else Text(f"{days} dagen oud", f"{days} days old")
    if days == 1:
        age = Text("1 dag oud", "1 day old")
    told = Text(f"{found.backups}, de nieuwste {age.nl}", f"{found.backups}, the newest {age.en}")
    return Check("records-backups", name, "ok" if now - found.newest <= OLD else "note", told, _BACK_UP)
