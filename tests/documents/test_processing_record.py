"""The record of processing has what article 30 asks for, with the figures of this casebook."""

import html
import tomllib
from datetime import date

import pytest

from guidance_kb import paths
from guidance_kb.casebook.vault.recovery import LONGEST
from guidance_kb.dates import day_in_words
from guidance_kb.documents.privacy_texts import OURS, processing_page
from guidance_kb.language import Language

ASKED = {
    Language.NL: "Verwerkingsverantwoordelijke|Functionaris|Doel|Betrokkenen|Gegevens|Ontvangers|buiten de EU|Bewaartermijn|Beveiliging",
    Language.EN: "Controller|Data protection officer|Purpose|People concerned|Data|Recipients|outside the EU|Retention|Security",
}


@pytest.mark.parametrize("language", Language)
def test_everything_that_article_30_asks_for(language: Language) -> None:
    page = html.unescape(processing_page(18, 7, date(2026, 11, 24), language))
    assert all(part in page for part in ASKED[language].split("|"))
    assert OURS.say(language) in page
    assert "18 ma" in page or "18 months" in page
    assert "7 minut" in page
    assert day_in_words(date(2026, 11, 24), language) in page
    assert "{" not in page.split("</style>")[1]
    assert f"{LONGEST.days} da" in page


def test_both_languages_leave_the_same_to_fill_in() -> None:
    for part in tomllib.loads((paths.RESOURCES / "privacy" / "processing.toml").read_text("utf-8"))["part"]:
        assert part["nl"]["text"].count("[") == part["en"]["text"].count("["), part["nl"]["label"]
        assert part["nl"]["text"].count("{") == part["en"]["text"].count("{")
