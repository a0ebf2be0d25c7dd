"""The proof of erasure: the erased rows, the places searched with the results, and the backups that remain."""

from collections.abc import Iterator, Mapping
from typing import Final

from guidance_kb.casebook.privacy.erasure import BackupWithClient, Proof
from guidance_kb.casebook.privacy.traces import TraceSearch
from guidance_kb.casebook.storage import timestamps
from guidance_kb.dates import day_in_words, moment_in_words
from guidance_kb.documents.access_words import TABLES
from guidance_kb.documents.page import RunningHead, bullets, page, paragraph
from guidance_kb.language import Language, Text

_TITLE: Final = Text("Gewist: {}", "Erased: {}")
_ERASED: Final = Text("Gewist op {moment}: {rows}.", "Erased on {moment}: {rows}.")
_RECORD: Final = Text("dossier", "record")
_SOUGHT: Final = Text(
    "Daarna gezocht naar de code, {ids} kenmerken, {texts} teksten en {words} zoekwoorden die alleen van dit dossier waren.",
    "Then searched for the code, {ids} ids, {texts} texts and {words} search words that were of this record only.",
)
_NOTHING: Final = Text("Er is niets meer gevonden.", "Nothing was found any more.")
_SOMETHING: Final = Text(
    "Nog niet alles is weg: kijk hieronder wat er gevonden is, of niet gelezen kon worden.",
    "Not everything is gone yet: see below what was found, or could not be read.",
)
_CLEAN: Final = Text("{where}: {looked_at} bekeken, niets gevonden", "{where}: {looked_at} looked at, nothing found")
_FOUND: Final = Text(
    "{where}: {looked_at} bekeken, gevonden in {found}", "{where}: {looked_at} looked at, found in {found}"
)
_UNREAD: Final = Text("{line}; {unread} niet te lezen", "{line}; {unread} could not be read")
_NOT_COMPACTED: Final = Text(
    "De schijf was te vol om het bestand opnieuw te schrijven: maak ruimte vrij en wis nog eens een dossier of maak een reservekopie.",
    "The disk was too full to write the file anew: free some space, and erase a record again or make a backup.",
)
_NO_BACKUPS: Final = Text("Geen enkele reservekopie bevat dit dossier nog.", "No backup holds this record any more.")
_BACKUPS: Final = Text("Reservekopieën die dit dossier nog bevatten:", "Backups that still hold this record:")
_BACKUP: Final = Text("{made}; blijft tot uiterlijk {until}", "{made}; stays until {until} at the latest")
_REPLACED: Final = Text("{made} (van vóór het terugzetten)", "{made} (from before a restore)")
_PERHAPS: Final = Text("{line} (niet te lezen, dus misschien)", "{line} (could not be read, so perhaps)")
_ASIDE: Final = Text(
    "Opzijgezette, beschadigde dossiers kunnen het nog bevatten; die verwijdert alleen u: {}.",
    "Damaged casebooks that were set aside may still hold it; only you remove those: {}.",
)


def erasure_lines(proof: Proof, language: Language) -> Iterator[str]:
    """Yield the proof as plain lines; list items begin with a dash."""
    moment = moment_in_words(timestamps.read(proof.erased), language)
    yield _ERASED.say(language).format(moment=moment, rows=counted(proof.rows, language))
    yield _SOUGHT.say(language).format(ids=proof.ids, texts=proof.texts, words=proof.words)
    yield (_NOTHING if proof.nothing_found else _SOMETHING).say(language)
    for place in proof.searched:
        yield f"- {_place(place, language)}"
    if not proof.compacted:
        yield _NOT_COMPACTED.say(language)
    yield (_BACKUPS if proof.backups else _NO_BACKUPS).say(language)
    for holding in proof.backups:
        yield f"- {_backup(holding, language)}"
    if proof.aside:
        yield _ASIDE.say(language).format(", ".join(proof.aside))


def counted(rows: Mapping[str, int], language: Language) -> str:
    """Return the number of rows of each table, in words; tables without rows are left out."""
    names = {**TABLES, "client": _RECORD}
    return " · ".join(f"{names[name].say(language).lower()} {count}" for name, count in rows.items() if count)


def erasure_page(proof: Proof, language: Language) -> str:
    """Return the proof as an HTML page."""
    lines = erasure_lines(proof, language)
    parts = [bullets([line.removeprefix("- ")]) if line.startswith("- ") else paragraph(line) for line in lines]
    title = _TITLE.say(language)
    return page(title.format(proof.code), parts, language, head=RunningHead(title.format("").rstrip(" :"), proof.code))


def _backup(holding: BackupWithClient, language: Language) -> str:
    made = moment_in_words(holding.backup.made, language)
    if holding.backup.replaced:
        made = _REPLACED.say(language).format(made=made)
    line = _BACKUP.say(language).format(made=made, until=day_in_words(holding.until.astimezone().date(), language))
    return line if holding.readable else _PERHAPS.say(language).format(line=line)


def _place(place: TraceSearch, language: Language) -> str:
    found = ", ".join(sorted(set(place.found)))
    template = _FOUND if found else _CLEAN
    line = template.say(language).format(where=place.where.say(language), looked_at=place.looked_at, found=found)
    return _UNREAD.say(language).format(line=line, unread=place.unread) if place.unread else line
