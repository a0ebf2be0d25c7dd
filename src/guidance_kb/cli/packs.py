"""`guidance-kb packs`: lists, inspects, adds and removes knowledge packs."""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Final

from guidance_kb import paths
from guidance_kb.cli.output import complain, wrapped, write, write_json
from guidance_kb.dates import day_in_words
from guidance_kb.documents.export import pack_as_data
from guidance_kb.knowledge.authoring.problems import Problem
from guidance_kb.knowledge.model import Pack
from guidance_kb.knowledge.names import KINDS, PACK, PACK_TABLES
from guidance_kb.knowledge.packs.database import Shipped
from guidance_kb.knowledge.packs.manager import Installed, Packs
from guidance_kb.knowledge.packs.summary import PackSummary
from guidance_kb.language import Language, Text, by_name, figure
from guidance_kb.search.index.index import add_index

_NAMED: Final = {
    "inspect": Text(
        "Noem een map of een zip: guidance-kb packs inspect MAP",
        "Name a folder or a zip: guidance-kb packs inspect FOLDER",
    ),
    "add": Text(
        "Noem een map of een zip: guidance-kb packs add MAP", "Name a folder or a zip: guidance-kb packs add FOLDER"
    ),
    "remove": Text(
        "Noem het id van een kennispakket: guidance-kb packs remove ID",
        "Name the id of a pack: guidance-kb packs remove ID",
    ),
}
_NONE: Final = Text("Er zijn geen kennispakketten geïnstalleerd.", "No knowledge packs are installed.")
_ASIDE: Final = Text("opzijgezet", "set aside")
_ADDED: Final = Text("Toegevoegd: {}", "Added: {}")
_REMOVED: Final = Text("Verwijderd: {}", "Removed: {}")
_FIT: Final = Text("Dit pakket kan worden toegevoegd.", "This pack can be added.")
_REPLACES: Final = Text("Vervangt de geïnstalleerde versie {}.", "Replaces the installed version {}.")
_UNTRANSLATED: Final = Text(
    "Let op: kennisitems in maar één taal: {}. In de andere taal staat ervoor dat ze niet vertaald zijn.",
    "Note: entries in one language only: {}. In the other language they say that they are not translated.",
)
_IGNORED: Final = Text("Wordt niet gelezen", "Not read")
_REFUSED: Final = Text("Dit pakket wordt niet toegelaten ({}):", "This pack is refused ({}):")
_USAGE_ERROR: Final = 2


def run(arguments: argparse.Namespace) -> int:
    """List, inspect, add or remove packs; the exit code of `inspect` is 1 if the pack would be refused."""
    language = Language(arguments.lang)
    if arguments.action in _NAMED and not arguments.target:
        complain([_NAMED[arguments.action].say(language)])
        return _USAGE_ERROR
    packs = Packs(paths.packs_folder(), Shipped.ours(), add_index)
    match arguments.action:
        case "inspect":
            return _inspect(packs.inspect(Path(arguments.target)), language, as_json=arguments.json)
        case "add":
            _tell(_ADDED, packs.add(Path(arguments.target)).pack, language, as_json=arguments.json)
        case "remove":
            _tell(_REMOVED, packs.remove(arguments.target).pack, language, as_json=arguments.json)
        case _:
            _list(packs.installed(), language, as_json=arguments.json)
    return 0


def _list(installed: Iterable[Installed], language: Language, *, as_json: bool) -> None:
    if as_json:
        write_json([_as_data(one, language) for one in installed])
        return
    in_order = sorted(installed, key=lambda one: by_name(one.pack.name.say(language)))
    lines = [line for one in in_order for line in _told(one.pack, one.aside, language)]
    write("\n".join(lines) or _NONE.say(language))


def _tell(what: Text, pack: Pack, language: Language, *, as_json: bool) -> None:
    if as_json:
        write_json(pack_as_data(pack))
    else:
        write(what.say(language).format(f"{pack.name.say(language)} {pack.version} [{pack.id}]"))


def _inspect(found: PackSummary, language: Language, *, as_json: bool) -> int:
    if as_json:
        write_json(_inspected(found, language))
    else:
        write("\n".join(_read(found, language)))
    return 1 if found.problems else 0


def _read(found: PackSummary, language: Language) -> Iterator[str]:
    if found.pack:
        yield from _told(found.pack, None, language)
        yield from wrapped(found.pack.description.say(language), "  ")
    for kind, titles in found.titles.items():
        yield ""
        yield f"{_kind(kind).say(language)} ({figure(len(titles), language)})"
        for title in titles:
            yield from wrapped(f"- {title.say(language)}", hang="  ")
    yield ""
    if found.ignored:
        yield from wrapped(f"{_IGNORED.say(language)}: {', '.join(found.ignored)}")
    if found.problems:
        yield _REFUSED.say(language).format(figure(len(found.problems), language))
        yield from (problem.say(language) for problem in found.problems)
    else:
        yield _FIT.say(language)
        if found.untranslated:
            yield from wrapped(_UNTRANSLATED.say(language).format(figure(found.untranslated, language)))
        if found.replaces:
            yield _REPLACES.say(language).format(found.replaces)


def _kind(kind: str) -> Text:
    return PACK_TABLES.get(kind) or next(name for known, name in KINDS.items() if known == kind)


def _told(pack: Pack, aside: Text | None, language: Language) -> list[str]:
    state = [f"  {_ASIDE.say(language)}: {aside.say(language)}"] if aside else []
    made = day_in_words(date.fromisoformat(pack.date), language)
    head = f"{PACK.say(language)} {pack.name.say(language)} {pack.version} [{pack.id}]"
    return [
        *wrapped(head, hang="  "),
        *wrapped(f"{pack.publisher}, {made} · {pack.licence} · {pack.contact}", "  "),
        *state,
    ]


def _as_data(one: Installed, language: Language) -> dict[str, Any]:
    return {**pack_as_data(one.pack), "aside": one.aside.say(language) if one.aside else None}


def _inspected(found: PackSummary, language: Language) -> dict[str, Any]:
    return {
        "pack": pack_as_data(found.pack) if found.pack else None,
        "counts": found.counts,
        "titles": {kind: [title._asdict() for title in titles] for kind, titles in found.titles.items()},
        "problems": [_problem(problem, language) for problem in found.problems],
        "ignored": list(found.ignored),
        "replaces": found.replaces,
        "untranslated": found.untranslated,
    }


def _problem(problem: Problem, language: Language) -> dict[str, str]:
    return {**asdict(problem), "expected": problem.expected.say(language)}
