"""Passages of the knowledge base to take along, with their source: copied as rich and as plain text, printed, or saved as a page."""

from collections.abc import Iterator, Sequence
from html import escape

from guidance_kb.casebook.records.steps import TAKERS, Who
from guidance_kb.conversation.steps import step_for
from guidance_kb.documents.citation import address_lines, citation, plain_text
from guidance_kb.documents.page import bullets, heading, labelled, lead, lines, page, paragraph
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Barrier, Drive, Entry
from guidance_kb.knowledge.names import KINDS, OURS
from guidance_kb.language import Language, Text

_DATED = Text("Onze noot bij de datum", "Our note on the date")
_NOTE = Text("Onze noot bij het rapport", "Our note on the report")
_ASK = Text("Zo kunt u het vragen", "You could ask")
_STEPS = Text("Een stap om samen af te spreken", "A step that could be agreed")
_OUR_ITEM = Text(
    "De vraag is van Guidance KB; zij is geen onderdeel van een gevalideerde test.",
    "The question is Guidance KB's; it is not part of a validated test.",
)
_OUR_CARD = Text(
    "De vraag en de stappen zijn van Guidance KB, niet uit het rapport.",
    "The question and the steps are Guidance KB's, not the report's.",
)
_MY_NOTE = Text("Eigen notitie", "Own note")
_SECTION = Text("deel van het rapport", "section of the report")
_SEVERAL = Text("Uit de kennisbank", "From the knowledge base")


def as_html(library: Library, identifier: str, language: Language) -> str:
    """Return an entry, barrier, drive, need, item or section for the clipboard: title in bold, text, and the source.

    Raises:
        KnownError: The id does not exist.
    """
    title, *parts = _passage(library, identifier, language)
    html = "".join([f"<h4>{escape(title)}</h4>", *parts, _source(library, identifier, language)])
    return html.replace("<h4>", "<p><b>").replace("</h4>", "</b></p>")  # a heading would enter the outline of a letter


def as_text(library: Library, identifier: str, language: Language) -> str:
    """Return the same as plain text, with the source on the last line.

    Raises:
        KnownError: The id does not exist.
    """
    return plain_text(as_html(library, identifier, language))


def selection_as_html(library: Library, identifier: str, selected: str, language: Language) -> str:
    """Return a part of a page with the source of the page; `selected` is HTML without links or colours."""
    return selected + _source(library, identifier, language)


def passages_page(
    library: Library, identifiers: Sequence[str], language: Language, notes: dict[str, str] | None = None
) -> str:
    """Return a page to print or save, of one thing or of several, each with its source.

    Args:
        library: The knowledge.
        identifiers: The ids, in their order; those that do not exist are left out.
        language: The language of the page.
        notes: The user's own notes by id.
    """
    notes = notes or {}
    known = [one for one in identifiers if library.title(one) or one in library.sections]
    if len(known) == 1:
        title, *parts = _passage(library, known[0], language)
        whole = [_kind(library, known[0], language), *parts, *_end(library, known[0], notes, language)]
        return page(title, whole, language)
    whole = []
    for one in known:
        title, *parts = _passage(library, one, language)
        whole += [
            heading(title),
            _kind(library, one, language),
            *parts,
            *_end(library, one, notes, language),
        ]
    return page(_SEVERAL.say(language), whole, language)


def _end(library: Library, identifier: str, notes: dict[str, str], language: Language) -> list[str]:
    note = notes.get(identifier, "").strip()
    mine = labelled(_MY_NOTE.say(language), note)
    return [mine, paragraph(citation(library, identifier, language), small=True)]


def _kind(library: Library, identifier: str, language: Language) -> str:
    """Return the line below a title: `Praktijkvoorbeeld · Schotland`, `Aanbeveling 4`."""
    kind = library.kind(identifier)
    said = (KINDS[kind] if kind else _SECTION).title(language)
    entry = library.entry(identifier)
    if entry and entry.number:
        said += f" {entry.number}"
    if entry and entry.country:
        said += f" · {library.countries[entry.country].name.say(language)}"
    return paragraph(said, small=True)


def _source(library: Library, identifier: str, language: Language) -> str:
    return paragraph(citation(library, identifier, language))


# --- The parts of a passage: its title as plain text, then pieces of HTML


def _passage(library: Library, identifier: str, language: Language) -> Iterator[str]:
    described = library.barriers.get(identifier) or library.drives.get(identifier)
    if entry := library.entry(identifier):
        yield from _entry(entry, language)
    elif described:
        yield from _described(described, language)
    elif item := library.items.get(identifier):
        wording = item.text(language)
        yield wording.label
        yield paragraph("\n".join(f"“{said}”" for said in (wording.open, wording.softer, wording.follow_up)))
        yield paragraph(_OUR_ITEM.say(language))
    elif section := library.sections.get(identifier):
        yield section.title.say(language)
        yield bullets(entry.text(language).title for entry in library.entries_of_section(identifier))
    else:
        raise KnownError(
            f"Er is niets met de naam “{identifier}” in de kennisbank.",
            f"Nothing is called “{identifier}” in the knowledge database.",
        )


def _entry(entry: Entry, language: Language) -> Iterator[str]:
    text = entry.text(language)
    yield text.title
    yield text.html
    if entry.address and (known := address_lines(entry.address, language)):
        yield f"<p>{'<br>'.join(lines(f'{label.say(language)}: {value}') for label, value in known)}</p>"
    yield labelled(OURS.say(language), " ".join((text.ours or "").split()))
    yield labelled(f"{_DATED.say(language)} ({entry.as_of})", " ".join((text.dated or "").split()))
    yield labelled(_NOTE.say(language), " ".join((text.note or "").split()))


def _described(described: Barrier | Drive, language: Language) -> Iterator[str]:
    text = described.text(language)
    yield text.name
    yield paragraph(" ".join(text.description.split()))
    yield labelled(_ASK.say(language), f"“{text.ask}”")
    steps = [(TAKERS[who].title(language), step_for(described, who, {}).say(language)) for who in Who]
    yield lead(_STEPS.say(language)) + bullets(f"{taker}: {step}" for taker, step in steps if step)
    yield paragraph(_OUR_CARD.say(language))
