"""The record of processing (article 30 of the GDPR), to print and fill in; its text is in `resources/privacy/processing.toml`."""

import tomllib
from datetime import date
from functools import cache
from typing import Final

from guidance_kb import paths
from guidance_kb.dates import day_in_words
from guidance_kb.documents.page import lines, page, paragraph, table
from guidance_kb.documents.privacy_texts import OURS
from guidance_kb.language import Language, Text

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
    """Returns the record as an HTML page.

    Args:
        keep_months: The retention term of this casebook.
        lock_minutes: Minutes after which it locks by itself.
        day: Of today.
        language: Of the page.
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
