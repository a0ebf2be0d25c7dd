"""The source of a text of the knowledge base: its place in the report, or its pack, and the works that are cited there."""

import re
from collections.abc import Sequence
from datetime import date
from html.parser import HTMLParser

from guidance_kb.dates import day_in_words
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Address, Entry, Pack
from guidance_kb.knowledge.names import PACK
from guidance_kb.language import Language, Text

# Conversion of an entry's body to plain text, for the clipboard.


def plain_text(html: str) -> str:
    """Return the text of a rendered body (tags p, h4, ul, ol, li, em, strong, br), with paragraphs separated and list items as `- …`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "\n".join(reader.lines()).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._text = ""
        self._counters: list[int | None] = []
        """The number of the last item of each open list; None for a bulleted list."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a list, an item, a paragraph or a line; other tags are ignored."""
        if tag in ("ul", "ol"):
            start = dict(attrs).get("start") or "1"
            self._counters.append(int(start) - 1 if tag == "ol" and start.isdigit() else 0 if tag == "ol" else None)
            self._text += "\n" if len(self._counters) == 1 else ""
        elif tag == "li":
            self._text += "\n" + "  " * (len(self._counters) - 1) + self._bullet()
        elif tag in ("p", "h4") and not self._counters:
            self._text += "\n\n"
        elif tag == "br":
            self._text += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._counters:
            self._counters.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() or "\n" not in data:  # line breaks between tags are layout
            words = data.replace("\n", " ")
            self._text += words.lstrip() if self._text.endswith("\n") else words

    def lines(self) -> list[str]:
        """Return the lines read so far, without trailing spaces."""
        return [line.rstrip() for line in self._text.split("\n")]

    def _bullet(self) -> str:
        number = self._counters[-1] if self._counters else None
        if number is None:
            return "- "
        self._counters[-1] = number + 1
        return f"{number + 1}. "


_SOURCE = Text("Bron", "Source")
_RETOLD = Text("Naverteld uit", "Retold from")
_BASED = Text("Berust op", "Based on")
_CITING = Text("Daarin", "Citing")
_IN = Text("in", "in")
_AND = Text(" en ", " and ")
_REACHED = (
    Text("Adres", "Address"),
    Text("Telefoon", "Telephone"),
    Text("E-mail", "E-mail"),
    Text("Website", "Website"),
    Text("Open", "Open"),
)


def citation(library: Library, identifier: str, language: Language) -> str:
    """Return the source of an entry, barrier, drive, need, item or section as one line.

    The line says that the text is retold, and names the works that are cited there: `Naverteld uit: … (Euroguidance Nederland, 2022),
    §2.1.3 (title). Daarin: Parsons & Bynner 2006, in Carpentieri 2014`. Our own questions rest on the report: `Berust op: …`. The line of
    pack content names the pack and its own source: `Bron: kennispakket “Voorbeeldstad” 2026.1 (Gemeente Voorbeeldstad, 1 mei 2026),
    Leergids, deel 1. Daarin: …`.

    Raises:
        KnownError: The id does not exist.
    """
    entry = library.entry(identifier)
    sections = [entry.section] if entry else _sections(library, identifier)
    places = "; ".join(library.sections[name].named(language) for name in sections)
    pack = library.origin(identifier)
    if pack:
        line = f"{_SOURCE.say(language)}: {of_pack(pack, language)}, {places}"
    else:
        verb = _BASED if identifier in library.items else _RETOLD
        line = f"{verb.say(language)}: {library.meta['report']}, {places}"
    works = works_cited(library, entry, language) if entry else works_named(library, identifier, language)
    return f"{line}. {_CITING.say(language)}: {'; '.join(works)}" if works else line


def of_pack(pack: Pack, language: Language) -> str:
    """Return `kennispakket “Voorbeeldstad” 2026.1 (Gemeente Voorbeeldstad, 1 mei 2026)`."""
    made = f"{pack.publisher}, {day_in_words(date.fromisoformat(pack.date), language)}"
    return f"{PACK.say(language).lower()} “{pack.name.say(language)}” {pack.version} ({made})"


def works_cited(library: Library, entry: Entry, language: Language) -> list[str]:
    """Return the works that an entry cites, in its order: `Parsons & Bynner 2006, in Carpentieri 2014`.

    A work is given as cited through another only if the entry cites that other too: elsewhere the report may cite it directly. The other
    work is then not listed separately.
    """
    cited = [library.works[work] for work in entry.works]
    through = {work.id: [other for other in work.through if other in entry.works] for work in cited}
    carriers = {other for others in through.values() for other in others}
    return [
        work.reference + _through(library, through[work.id], language)
        for work in cited
        if work.id not in carriers or through[work.id]
    ]


def works_named(library: Library, identifier: str, language: Language) -> list[str]:
    """Return the works that the description of a barrier, drive or need names, in its order; nothing for anything else.

    Its text is the only place that lists them, so they are read from it: `Kerka (1998, 2005)`, `Petty & Thomas 2014`.
    """
    described = library.barriers.get(identifier) or library.drives.get(identifier)
    if described is None:
        return []
    text = " ".join(described.text(language).description.split())
    found: dict[str, int] = {}
    for work in library.works.values():
        for place in re.finditer(rf"(?<!& ){re.escape(work.authors)}[ ,(]+((?:\d{{4}}[;, ]*)+)", text):
            if work.year and str(work.year) in place[1]:
                found.setdefault(work.reference, place.start(1) + place[1].index(str(work.year)))
    return sorted(found, key=found.__getitem__)


def _through(library: Library, others: Sequence[str], language: Language) -> str:
    references = _AND.say(language).join(library.works[other].reference for other in others)
    return f", {_IN.say(language)} {references}" if references else ""


def address_lines(address: Address, language: Language) -> list[tuple[Text, str]]:
    """Return the known parts of a desk's address, each with its label: place, contact, opening hours."""
    hours = address.hours.say(language) if address.hours else None
    values = (address.place, address.phone, address.email, address.web, hours)
    return [(label, value) for label, value in zip(_REACHED, values, strict=True) if value]


def _sections(library: Library, identifier: str) -> Sequence[str]:
    if identifier in library.sections:
        return (identifier,)
    thing = library.barriers.get(identifier) or library.drives.get(identifier) or library.items.get(identifier)
    if thing is None:
        raise _unknown(identifier)
    return thing.sections


def _unknown(identifier: str) -> KnownError:
    return KnownError(
        f"Er is niets met de naam “{identifier}” in de kennisbank.",
        f"Nothing is called “{identifier}” in the knowledge database.",
    )
