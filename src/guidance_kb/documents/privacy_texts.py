"""Privacy texts for the counselor to adapt (`resources/privacy/texts.toml`). They are ours and no legal advice."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from guidance_kb import paths
from guidance_kb.dates import day_in_words
from guidance_kb.documents.page import bullets, lines, page, paragraph, table
from guidance_kb.language import Language, Text

OURS: Final = Text(
    "Deze teksten zijn van Guidance KB, niet uit het rapport. Ze zijn geen juridisch advies: pas ze aan uw werk aan en laat ze lezen door "
    "wie bij u over privacy gaat. Wat tussen [haken] staat, vult u zelf in.",
    "These texts are Guidance KB's, not the report's. They are no legal advice: adapt them to your work and have them read by whoever is "
    "responsible for privacy with you. What is between [brackets] is for you to fill in.",
)
_BULLET: Final = "- "


@dataclass(frozen=True, slots=True)
class PrivacyText:
    """A text to adapt.

    Attributes:
        id: Its name in the file.
        title: Its title.
        body: Plain text: an empty line separates paragraphs, list items begin with a dash.
    """

    id: str
    title: Text
    body: Text


@cache
def privacy_texts() -> tuple[PrivacyText, ...]:
    """Return every text, in the order in which a counselor needs them."""
    content = tomllib.loads((paths.RESOURCES / "privacy" / "texts.toml").read_text("utf-8"))
    return tuple(
        PrivacyText(
            each["id"],
            Text(each["nl"]["title"], each["en"]["title"]),
            Text(each["nl"]["body"].strip(), each["en"]["body"].strip()),
        )
        for each in content["text"]
    )


def body_as_html(body: str) -> Iterator[str]:
    """Yield the paragraphs and lists of a plain text as pieces of HTML."""
    for block in body.split("\n\n"):
        members = block.strip().split("\n")
        if all(member.startswith(_BULLET) for member in members):
            yield bullets(member.removeprefix(_BULLET) for member in members)
        else:
            yield paragraph(" ".join(members))


# --- The record of processing (article 30 of the GDPR), with its text in `resources/privacy/processing.toml`


_TITLE: Final = Text("Register van verwerkingen: loopbaanbegeleiding", "Record of processing: career guidance")
_HEAD: Final = (Text("Onderdeel", "Part"), Text("Wat u opschrijft", "What you write down"))
_DATE: Final = Text("Bijgewerkt op {}.", "Up to date on {}.")
_WIDTHS: Final = (28, 72)


@cache
def _parts() -> tuple[tuple[Text, Text], ...]:
    content = tomllib.loads((paths.RESOURCES / "privacy" / "processing.toml").read_text("utf-8"))
    return tuple(
        (Text(each["nl"]["label"], each["en"]["label"]), Text(each["nl"]["text"].strip(), each["en"]["text"].strip()))
        for each in content["part"]
    )


def processing_page(keep_months: int, lock_minutes: int, day: date, language: Language) -> str:
    """Return the record as an HTML page.

    Args:
        keep_months: The retention term of this casebook.
        lock_minutes: Minutes without input after which it locks.
        day: Today's date.
        language: The language of the page.
    """
    rows = [
        [
            f"<b>{lines(label.say(language))}</b>",
            lines(text.say(language).format(months=keep_months, minutes=lock_minutes)),
        ]
        for label, text in _parts()
    ]
    parts = [
        paragraph(OURS.say(language)),
        table(_WIDTHS, [head.say(language) for head in _HEAD], rows),
        paragraph(_DATE.say(language).format(day_in_words(day, language)), small=True),
    ]
    return page(_TITLE.say(language), parts, language)
