"""The effects of a restore, in words and as data."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from guidance_kb.casebook.records.differences import Preview
from guidance_kb.casebook.storage.integrity import Contents
from guidance_kb.dates import moment_in_words
from guidance_kb.language import Language, Text, figure

_HOLDS: Final = Text("cliënten {}, gesprekken {}", "clients {}, conversations {}")
_OF: Final = Text("Reservekopie van {}: {}", "Backup of {}: {}")
_ALIKE: Final = Text("Ze is gelijk aan de dossiers van nu.", "It is the same as the casebook of now.")
_NOT_COMPARED: Final = Text(
    "Er zijn nu geen leesbare dossiers om mee te vergelijken.", "There is no readable casebook now to compare with."
)
_COME: Final = Text("Komt terug", "Comes back")
_LOST: Final = Text("Gaat verloren", "Is lost")
_CHANGED: Final = Text("Wordt zoals het was", "Becomes as it was")
_LINE: Final = Text(
    "{}: {}: gesprekken erbij {}, gesprekken weg {}", "{}: {}: conversations back {}, conversations lost {}"
)
_ERASED: Final = Text(
    "Gewist sinds die dag, en blijft gewist: dossiers {}.", "Erased since that day, and stays erased: records {}."
)


def contents_in_words(contents: Contents, language: Language) -> str:
    """Return `clients 3, conversations 7`."""
    return _HOLDS.say(language).format(figure(contents.clients, language), figure(contents.sessions, language))


def preview_lines(preview: Preview, language: Language) -> Iterator[str]:
    """Yield the effects, one line for each client."""
    made = moment_in_words(preview.made, language)
    yield _OF.say(language).format(made, contents_in_words(preview.contents, language))
    if not preview.compared:
        yield _NOT_COMPARED.say(language)
    elif preview.alike:
        yield _ALIKE.say(language)
    for title, found in ((_COME, preview.come), (_LOST, preview.lost), (_CHANGED, preview.changed)):
        for line in found:
            yield _LINE.say(language).format(title.say(language), line.code, line.come, line.go)
    if preview.erased_again:
        yield _ERASED.say(language).format(preview.erased_again)


def preview_as_data(preview: Preview) -> dict[str, Any]:
    """Return a preview as a JSON value."""
    return {**asdict(preview), "made": preview.made.isoformat(), "alike": preview.alike}
