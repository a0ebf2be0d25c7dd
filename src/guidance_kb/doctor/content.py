"""Checks of the knowledge database (integrity, content, a search) and of the installed packs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from guidance_kb import paths
from guidance_kb.doctor.check import Check, same, state
from guidance_kb.documents.names import TABLES
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.authoring.build import fingerprint
from guidance_kb.knowledge.condition import Condition, examine
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.packs.store import PackStore
from guidance_kb.language import Language, Text
from guidance_kb.search.searcher import Searcher

_TRIED: Final = "leren"
_SHOWN: Final = 16
_KNOWLEDGE: Final = Text("Kennisbank", "Knowledge database")
_BUILD: Final = Text(
    "Bouw de kennisbank opnieuw met “guidance-kb build”, of installeer het programma opnieuw.",
    "Build the knowledge database again with “guidance-kb build”, or install the program again.",
)
_OTHER: Final = Text(
    "De kennisbank hoort bij andere teksten dan die van dit programma. Bouw haar opnieuw met “guidance-kb build”, of installeer het "
    "programma opnieuw; bij een kennisbank van uzelf klopt dit.",
    "The knowledge database is of other texts than those of this program. Build it again with “guidance-kb build”, or install the "
    "program again; with a database of your own this is as it should be.",
)


def checks(database: Callable[[], Path]) -> Iterator[Check]:
    """Check the knowledge database and the packs; `database` returns the path of the one in use or raises a `KnownError`."""
    try:
        path = database()
        Library(path).close()  # raises if the version does not fit
        found = examine(path)
    except KnownError as error:
        yield Check("knowledge", _KNOWLEDGE, "wrong", _hidden(error.text), _BUILD)
    else:
        yield from _looked_at(path, found)
    yield _packs()


def _looked_at(path: Path, found: Condition) -> Iterator[Check]:
    yield Check("knowledge", _KNOWLEDGE, state(well=found.whole), same(paths.tilde(str(path))), _BUILD)
    yield _content(found.content)
    name = Text("Checklist", "Checklist")
    yield Check("checklist", name, state(well=bool(found.checklist)), same(found.checklist), _BUILD)
    counts = Text(
        *(", ".join(f"{n} {TABLES[table].say(each)}" for table, n in found.counts.items()) for each in Language)
    )
    yield Check("counts", Text("Aantallen", "Counts"), state(well=all(found.counts.values())), counts, _BUILD)
    yield _search(path)


def _content(content: str) -> Check:
    """Compare the hash of the content with that of the texts shipped with the program."""
    name = Text("Inhoud (hash)", "Content (hash)")
    try:
        built_in = fingerprint(paths.RESOURCES)
    except (KnownError, OSError):  # damaged or missing texts are reported by the check of the resources
        built_in = ""
    shown = content[:_SHOWN] or "–"
    if content and content == built_in:
        return Check("content", name, "ok", same(shown))
    told = Text(
        f"{shown}, van het programma: {built_in[:_SHOWN] or '–'}",
        f"{shown}, of the program: {built_in[:_SHOWN] or '–'}",
    )
    return Check("content", name, "note" if content else "wrong", told, _OTHER)


def _search(path: Path) -> Check:
    """Run a real search: it needs the stemmer, the index and the word lists."""
    name = Text("Zoeken", "Search")
    searcher = Searcher(path)
    try:
        total = searcher.search(_TRIED, Language.NL).total
    except KnownError as error:
        return Check("search", name, "wrong", _hidden(error.text), _BUILD)
    except (OSError, ImportError) as error:
        return Check("search", name, "wrong", same(type(error).__name__), _BUILD)
    finally:
        searcher.close()
    return Check("search", name, state(well=bool(total)), same(f"“{_TRIED}”: {total}"), _BUILD)


def _packs() -> Check:
    """Check the installed packs; those that no longer fit are named, with the reason."""
    name = Text("Kennispakketten", "Knowledge packs")
    try:
        kept = PackStore(paths.packs_folder()).kept()
    except (KnownError, OSError) as error:
        said = _hidden(error.text) if isinstance(error, KnownError) else None
        return Check("packs", name, "wrong", same(paths.tilde(str(paths.packs_folder()))), said or _BUILD)
    told = same(", ".join(f"{one.pack.id} {one.pack.version}" for one in kept) or "–")
    aside = [(one.pack.id, one.aside) for one in kept if one.aside]
    if not aside:
        return Check("packs", name, "ok", told)
    reasons = Text(*("; ".join(f"{which}: {why.say(each)}" for which, why in aside) for each in Language))
    advice = Text(
        f"Opzijgezet: {reasons.nl}. Vraag de uitgever om een nieuwe versie.",
        f"Set aside: {reasons.en}. Ask the publisher for a newer version.",
    )
    return Check("packs", name, "note", told, advice)


def _hidden(text: Text) -> Text:
    return Text(paths.tilde(text.nl), paths.tilde(text.en))
