"""Texts about privacy for the counselor to adapt (`resources/privacy/texts.toml`): ours, and no legal advice."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from guidance_kb import paths
from guidance_kb.documents.page import bullets, paragraph
from guidance_kb.language import Text

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
        title: What it is.
        body: Plain text: paragraphs apart by an empty line, members of a list begin with a dash.
    """

    id: str
    title: Text
    body: Text


@cache
def privacy_texts() -> tuple[PrivacyText, ...]:
    """Returns every text, in the order in which a counselor needs them."""
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
    """Returns the paragraphs and lists of a plain text as pieces of HTML."""
    for block in body.split("\n\n"):
        members = block.strip().split("\n")
        if all(member.startswith(_BULLET) for member in members):
            yield bullets(member.removeprefix(_BULLET) for member in members)
        else:
            yield paragraph(" ".join(members))
