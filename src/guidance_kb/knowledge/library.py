"""Read access to the knowledge database with plain `sqlite3`.

A library belongs to the thread that created it. Small tables (sections, countries, themes, works, barriers, drives, items) are read once;
entries are read one at a time, because packs may bring many thousands.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from guidance_kb.errors import KnownError
from guidance_kb.knowledge import model
from guidance_kb.knowledge.schema import SCHEMA, read_only
from guidance_kb.language import Text

if TYPE_CHECKING:
    from guidance_kb.knowledge.graph import Graph
    from guidance_kb.knowledge.outline import OutlinePlace
    from guidance_kb.knowledge.related import Related


# --- Encoding of values in columns


def text_of(row: sqlite3.Row, name: str) -> Text:
    """Return the text in both languages, from the columns `NAME_nl` and `NAME_en`."""
    return Text(row[f"{name}_nl"], row[f"{name}_en"])


def maybe(row: sqlite3.Row, name: str) -> Text | None:
    """Return the text in both languages, or None if the columns are empty."""
    return text_of(row, name) if row[f"{name}_nl"] else None


def strings(cell: str) -> tuple[str, ...]:
    """Parse a JSON array of strings. Arrays without escapes are split directly, so that a normal start does not import `json`."""
    if "\\" not in cell and cell.startswith('["') and cell.endswith('"]'):
        return tuple(cell[2:-2].split('", "'))
    import json  # noqa: PLC0415

    return tuple(json.loads(cell))


_Text = TypeVar("_Text", model.BarrierText, model.DriveText, model.ItemText)


class Library:
    """The knowledge database, opened read-only and immutable.

    Raises:
        KnownError: There is no database at `path`, it is damaged (possibly found only on a later read), or its schema version differs.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._connection = read_only(path)
        except sqlite3.Error as error:
            raise _unreadable(path) from error
        self._connection.row_factory = sqlite3.Row
        try:
            self.meta: dict[str, str] = {row["key"]: row["value"] for row in self._rows("SELECT key, value FROM meta")}
        except KnownError:
            self.close()
            raise
        if self.meta.get("schema") != SCHEMA:
            self.close()
            raise KnownError(
                f"De kennisbank {path} is van een andere versie van het programma. Bouw haar opnieuw met “guidance-kb build”.",
                f"The knowledge database {path} is of another version of the program. Build it again with “guidance-kb build”.",
            )

    def reopen(self, path: Path) -> None:
        """Read the database at `path` from now on, and drop everything read from the previous one.

        Raises:
            KnownError: As for the constructor; the previous database stays open.
        """
        other = Library(path)
        self.close()
        self.__dict__ = other.__dict__  # this also drops the cached small tables

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def _rows(self, sql: str, parameters: Sequence[str] = ()) -> list[sqlite3.Row]:
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.ProgrammingError:  # a programming error: used in the wrong thread, or after close
            raise
        except sqlite3.DatabaseError as error:  # a file may be damaged beyond the pages read so far
            raise _unreadable(self.path) from error

    # --- Packs

    @cached_property
    def packs(self) -> dict[str, model.Pack]:
        """Every knowledge pack in the database by id; none in the shipped one."""
        about = ("id", "version", "publisher", "contact", "date", "licence")
        return {
            row["id"]: model.Pack(
                **{name: row[name] for name in about},
                name=text_of(row, "name"),
                description=text_of(row, "description"),
            )
            for row in self._rows("SELECT * FROM pack ORDER BY position")
        }

    def origin(self, identifier: str) -> model.Pack | None:
        """Return the pack of the entry, work, concept or section (by its name) with this id; None if it is shipped content."""
        if not self.packs:
            return None
        sql = """SELECT pack FROM entry WHERE id = ?1 UNION ALL SELECT pack FROM work WHERE id = ?1
                 UNION ALL SELECT pack FROM concept WHERE id = ?1 UNION ALL SELECT pack FROM section WHERE name = ?1"""
        return next((self.packs[row["pack"]] for row in self._rows(sql, [identifier]) if row["pack"]), None)

    def brings(self, pack: str) -> dict[str, int]:
        """Return the numbers of entries by kind, and of sections, works and concepts (by these names), in a pack."""
        sql = """SELECT kind, count(*) AS number FROM entry WHERE pack = ?1 GROUP BY kind
                 UNION ALL SELECT 'section', count(*) FROM section WHERE pack = ?1
                 UNION ALL SELECT 'work', count(*) FROM work WHERE pack = ?1
                 UNION ALL SELECT 'concept', count(*) FROM concept WHERE pack = ?1"""
        return {row["kind"]: row["number"] for row in self._rows(sql, [pack]) if row["number"]}

    # --- Small tables

    @cached_property
    def sections(self) -> dict[str, model.Section]:
        """Every section by name, in report order."""
        return {
            row["name"]: model.Section(row["name"], row["position"], text_of(row, "title"), row["pack"])
            for row in self._rows("SELECT * FROM section ORDER BY position")
        }

    @cached_property
    def countries(self) -> dict[str, model.Country]:
        """Every country by id, those interviewed first."""
        return {
            row["id"]: model.Country(row["id"], bool(row["interviewed"]), text_of(row, "name"), maybe(row, "note"))
            for row in self._rows("SELECT * FROM country ORDER BY position")
        }

    @cached_property
    def themes(self) -> dict[str, model.Theme]:
        """Every theme by id, in the order of the interview guide."""
        return {
            row["id"]: model.Theme(row["id"], row["question"], text_of(row, "name"), text_of(row, "ask"))
            for row in self._rows("SELECT * FROM theme ORDER BY position")
        }

    @cached_property
    def answers(self) -> tuple[model.CountryAnswer, ...]:
        """Every theme × interviewed country, in the order of both."""
        sql = """SELECT answer.* FROM answer JOIN theme ON theme.id = answer.theme
                 JOIN country ON country.id = answer.country ORDER BY theme.position, country.position"""
        return tuple(
            model.CountryAnswer(row["theme"], row["country"], row["state"], row["section"]) for row in self._rows(sql)
        )

    @cached_property
    def works(self) -> dict[str, model.Work]:
        """Every cited work by id, in alphabetical order."""
        through: dict[str, list[str]] = {}
        for row in self._rows("SELECT work, through FROM work_through ORDER BY work, through"):
            through.setdefault(row["work"], []).append(row["through"])
        return {
            row["id"]: model.Work(
                row["id"],
                row["authors"],
                row["year"],
                row["title"],
                strings(row["report_spelling"]),
                tuple(through.get(row["id"], ())),
                maybe(row, "note"),
                row["pack"],
            )
            for row in self._rows("SELECT * FROM work ORDER BY id")
        }

    @cached_property
    def barriers(self) -> dict[str, model.Barrier]:
        """Every barrier by id, in the order of the content."""
        texts = self._texts("barrier", model.BarrierText)
        sections = self._sources
        return {
            row["id"]: model.Barrier(
                row["id"],
                row["category"],
                bool(row["staying"]),
                sections[row["id"]],
                texts[row["id"], "nl"],
                texts[row["id"], "en"],
                self._variants.get(row["id"], ()),
            )
            for row in self._rows("SELECT * FROM barrier ORDER BY position")
        }

    @cached_property
    def drives(self) -> dict[str, model.Drive]:
        """Every drive and need by id, in the order of the content."""
        texts = self._texts("drive", model.DriveText)
        return {
            row["id"]: model.Drive(
                row["id"],
                row["kind"],
                self._sources[row["id"]],
                texts[row["id"], "nl"],
                texts[row["id"], "en"],
                self._variants.get(row["id"], ()),
            )
            for row in self._rows("SELECT * FROM drive ORDER BY position")
        }

    @cached_property
    def item_themes(self) -> dict[str, model.ItemTheme]:
        """The headings of the checklist by id, in the order of the conversation."""
        return {
            row["id"]: model.ItemTheme(row["id"], text_of(row, "name"))
            for row in self._rows("SELECT * FROM item_theme ORDER BY position")
        }

    @cached_property
    def items(self) -> dict[str, model.Item]:
        """Every checklist item by id, in the order of the conversation."""
        evidence: dict[str, list[model.Evidence]] = {}
        for row in self._rows("SELECT * FROM evidence ORDER BY item, position"):
            evidence.setdefault(row["item"], []).append(model.Evidence(row["target"], row["state"], row["strength"]))
        after: dict[str, list[str]] = {}
        for row in self._rows("SELECT * FROM opens_after ORDER BY item, position"):
            after.setdefault(row["item"], []).append(row["after"])
        texts = self._texts("item", model.ItemText)
        return {
            row["id"]: model.Item(
                row["id"],
                row["theme"],
                bool(row["core"]),
                self._sources[row["id"]],
                tuple(evidence.get(row["id"], ())),
                texts[row["id"], "nl"],
                texts[row["id"], "en"],
                tuple(after.get(row["id"], ())),
                bool(row["sensitive"]),
            )
            for row in self._rows("SELECT * FROM item ORDER BY position")
        }

    @cached_property
    def concepts(self) -> dict[str, model.Concept]:
        """Every concept of the thesaurus by id."""
        labels: dict[tuple[str, str], list[str]] = {}
        for row in self._rows("SELECT * FROM concept_label ORDER BY concept, lang, position"):
            labels.setdefault((row["concept"], row["lang"]), []).append(row["label"])
        links: dict[str, list[tuple[str, str]]] = {}
        for row in self._rows("SELECT * FROM concept_link ORDER BY concept, type, target"):
            links.setdefault(row["concept"], []).append((row["type"], row["target"]))
        rows = self._rows("SELECT * FROM concept ORDER BY position")
        narrower: dict[str, list[str]] = {}
        for row in rows:
            for kind, target in links.get(row["id"], ()):
                if kind == "broader":
                    narrower.setdefault(target, []).append(row["id"])
        return {
            row["id"]: model.Concept(
                row["id"],
                tuple(labels[row["id"], "nl"]),
                tuple(labels[row["id"], "en"]),
                tuple(links.get(row["id"], ())),
                row["pack"],
                tuple(narrower.get(row["id"], ())),
                row["scheme"],
                row["term"],
            )
            for row in rows
        }

    @cached_property
    def _sources(self) -> dict[str, tuple[str, ...]]:
        sources: dict[str, tuple[str, ...]] = {}
        for row in self._rows("SELECT id, section FROM source ORDER BY id, position"):
            sources[row["id"]] = (*sources.get(row["id"], ()), row["section"])
        return sources

    @cached_property
    def _variants(self) -> dict[str, tuple[model.StepVariant, ...]]:
        variants: dict[str, tuple[model.StepVariant, ...]] = {}
        for row in self._rows("SELECT * FROM step_variant ORDER BY target, position"):
            one = model.StepVariant(
                row["who"],
                strings(row["when_named"]),
                strings(row["unless_named"]),
                model.StepText(row["step_nl"], row["said_nl"]),
                model.StepText(row["step_en"], row["said_en"]),
            )
            variants[row["target"]] = (*variants.get(row["target"], ()), one)
        return variants

    def _texts(self, name: str, text_type: type[_Text]) -> dict[tuple[str, str], _Text]:
        """Return the texts of table `NAME_text` by (id, language); each column is a field."""
        texts = {}
        for row in self._rows(f"SELECT * FROM {name}_text"):  # noqa: S608 - the names are this module's own
            values = {key: row[key] for key in row.keys() if key not in (name, "lang")}  # noqa: SIM118 - a Row iterates its values
            if "keywords" in values:
                values["keywords"] = strings(values["keywords"])
            texts[row[name], row["lang"]] = text_type(**values)
        return texts

    # --- Entries

    def kind(self, identifier: str) -> model.Kind | None:
        """Return the kind of the entry, barrier, drive, need or item with this id, or None."""
        rows = self._rows("SELECT kind FROM document WHERE id = ? AND lang = 'nl'", [identifier])
        return rows[0]["kind"] if rows else None

    def title(self, identifier: str) -> Text | None:
        """Return the title of anything that can be opened, or None."""
        rows = self._rows("SELECT lang, title FROM document WHERE id = ?", [identifier])
        titles = {row["lang"]: row["title"] for row in rows}
        return Text(titles["nl"], titles["en"]) if titles else None

    def place(self, identifier: str) -> "OutlinePlace | None":
        """Return the title and position in the report of anything that can be opened, or None."""
        from guidance_kb.knowledge.outline import place  # noqa: PLC0415

        return place(self._rows, identifier)

    def entry(self, identifier: str) -> model.Entry | None:
        """Return the entry with this id, or None."""
        return next(iter(self.entries([identifier])), None)

    def entries(self, identifiers: Iterable[str] | None = None) -> list[model.Entry]:
        """Return the entries with these ids in this order, or all in report order; unknown ids are skipped."""
        if identifiers is None:
            rows = self._rows("SELECT * FROM entry ORDER BY position")
        else:
            rows = [row for wanted in identifiers for row in self._rows("SELECT * FROM entry WHERE id = ?", [wanted])]
        return [self._entry(row) for row in rows]

    def entries_of_section(self, section: str) -> list[model.Entry]:
        """Return the entries of one section, in the order of the content."""
        return [
            self._entry(row) for row in self._rows("SELECT * FROM entry WHERE section = ? ORDER BY position", [section])
        ]

    def recommendations(self) -> list[tuple[int, str, Text]]:
        """Return the recommendations as (number, id, title), by number."""
        sql = """SELECT number, id, nl.title AS title_nl, en.title AS title_en FROM entry
                 JOIN entry_text AS nl ON nl.entry = id AND nl.lang = 'nl' JOIN entry_text AS en ON en.entry = id AND en.lang = 'en'
                 WHERE number IS NOT NULL ORDER BY number"""
        return [(row["number"], row["id"], text_of(row, "title")) for row in self._rows(sql)]

    def _entry(self, row: sqlite3.Row) -> model.Entry:
        identifier = row["id"]
        texts = {
            text["lang"]: model.EntryText(
                text["title"],
                text["body"],
                text["html"],
                text["ours"],
                text["dated"],
                text["note"],
                strings(text["keywords"]),
            )
            for text in self._rows("SELECT * FROM entry_text WHERE entry = ?", [identifier])
        }
        works = self._rows("SELECT work FROM entry_work WHERE entry = ? ORDER BY position", [identifier])
        themes = self._rows("SELECT theme FROM entry_theme WHERE entry = ? ORDER BY position", [identifier])
        return model.Entry(
            identifier,
            row["kind"],
            row["section"],
            row["country"],
            row["number"],
            row["original_name"],
            row["as_of"],
            tuple(work["work"] for work in works),
            tuple(theme["theme"] for theme in themes),
            texts["nl"],
            texts["en"],
            self._address(identifier) if row["kind"] == "address" else None,
            row["pack"],
        )

    def _address(self, entry: str) -> model.Address | None:
        for row in self._rows("SELECT * FROM address WHERE entry = ?", [entry]):
            return model.Address(row["place"], row["phone"], row["email"], row["web"], maybe(row, "hours"))
        return None

    def links(self, identifier: str) -> list[model.Link]:
        """Return every typed link of a thing, outgoing ones first, in the order of the content."""
        own = self._rows(
            "SELECT type, target AS other, ours FROM link WHERE source = ? ORDER BY position", [identifier]
        )
        others = self._rows(
            "SELECT type, source AS other, ours FROM link LEFT JOIN entry ON entry.id = link.source"
            " WHERE target = ? ORDER BY entry.position, source",
            [identifier],
        )
        found = [model.Link(row["type"], row["other"], bool(row["ours"]), outward=True) for row in own]
        return found + [model.Link(row["type"], row["other"], bool(row["ours"]), outward=False) for row in others]

    def related(self, identifier: str) -> "tuple[Related, ...]":
        """Return the entries related to an entry, the closest first, each with reasons; none for anything else."""
        from guidance_kb.knowledge.related import related  # noqa: PLC0415

        return related(self._rows, self._name, identifier)

    def graph(self) -> "Graph":
        """Return the graph of drives, needs, barriers, practices and recommendations."""
        from guidance_kb.knowledge.graph import graph  # noqa: PLC0415

        return graph(self._rows)

    def _name(self, kind: str, identifier: str) -> Text:
        """Return the name of something that two entries have in common."""
        match kind:
            case "work":
                reference = self.works[identifier].reference
                return Text(reference, reference)
            case "theme":
                return self.themes[identifier].name
            case _:
                return self.title(identifier) or Text(identifier, identifier)

    def works_cited_in(self, work: str) -> list[str]:
        """Return the names of the sections whose entries cite `work`, in report order."""
        sql = """SELECT DISTINCT section FROM entry_work JOIN entry ON entry.id = entry
                 JOIN section ON section.name = section WHERE work = ? ORDER BY section.position"""
        return [row["section"] for row in self._rows(sql, [work])]


def _unreadable(path: Path) -> KnownError:
    return KnownError(
        f"De kennisbank kan niet worden geopend: {path}. Installeer het programma opnieuw, of bouw haar met “guidance-kb build”.",
        f"The knowledge database cannot be opened: {path}. Install the program again, or build it with “guidance-kb build”.",
    )
