"""Check that nothing in the conversation refers to a protected ground or a proxy of one.

The checklist, the barriers and the drives are about circumstances that a client named. A word of
`resources/language/protected-grounds.toml` in an id, label, question, observation, step or signal would mean that the question is about a
group or derived from membership of one (the report, 2.1/levensloop: target groups do not predict what drives or
hinders someone).
Descriptions and keywords are exempt: they may report on groups that others studied.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache

from guidance_kb.knowledge.authoring import models
from guidance_kb.language import Text
from guidance_kb.paths import RESOURCES

OF_THE_CONVERSATION = (models.ItemThemeSource, models.ItemSource, models.BarrierSource, models.DriveSource)
"""The tables whose texts are asked, ticked or shown in a conversation."""

_TEXT_ABOUT_THE_REPORT = frozenset({"description", "keywords"})


@cache
def _words() -> re.Pattern[str]:
    grounds: dict[str, list[str]] = tomllib.loads(
        (RESOURCES / "language" / "protected-grounds.toml").read_text("utf-8")
    )
    words = [re.escape(word).replace(r"\*", r"\w*") for words in grounds.values() for word in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def protected_word(text: str) -> str | None:
    """Return the first word of `text` that names a protected ground or a proxy, or None."""
    found = _words().search(re.sub(r"[-_]", " ", text))
    return found.group(0) if found else None


def protected(word: str) -> Text:
    """Return the reason why `word` is refused."""
    return Text(
        f"“{word}” noemt een beschermde grond of staat daarvoor",
        f"“{word}” names a protected ground or stands in for one",
    )


def texts(
    table: models.ItemThemeSource | models.ItemSource | models.BarrierSource | models.DriveSource,
) -> Iterator[tuple[str, str]]:
    """Yield (field, text) of the id and of every text that is asked, ticked, observed, agreed or shown as a signal."""
    yield "id", table.id
    for language in ("nl", "en"):
        for field, text in getattr(table, language):
            if field not in _TEXT_ABOUT_THE_REPORT:
                yield f"{language}.{field}", text
    for number, variant in enumerate(getattr(table, "variants", ()), 1):
        for language in ("nl", "en"):
            for field, text in getattr(variant, language):
                yield f"variants.{number}.{language}.{field}", text
