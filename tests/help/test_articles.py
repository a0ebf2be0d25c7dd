"""Every help article is whole, in both languages, and leads nowhere that is not there."""

import re
from pathlib import Path

import pytest

from guidance_kb.errors import KnownError
from guidance_kb.help import articles as module
from guidance_kb.help.articles import GUIDE, SECTIONS, Article, article, articles, texts
from guidance_kb.help.key_table import TABLE
from guidance_kb.help.names import is_help
from guidance_kb.language import Language
from guidance_kb.markdown import LINKS, links, parts, plain_article, render_article
from tests.rows import rows

KEYS = {key for shortcut in TABLE for key in (*shortcut.keys, *shortcut.ends)}
PARTS = {"keys", "queries", "version", "places", "news", "licences", "report", "updating"}
EACH = [(one, language) for one in articles() for language in Language]
IDS = [f"{one.id}-{language}" for one, language in EACH]


def test_the_articles_stand_together_under_their_headings() -> None:
    order = [one.section for one in articles()]
    assert order == sorted(order, key=list(SECTIONS).index)
    assert len(articles()) >= 14
    assert len({one.id for one in articles()}) == len(articles())


@rows(("one", "language"), EACH, ids=IDS)
def test_an_article_has_a_title_and_a_body_of_its_own_words(one: Article, language: Language) -> None:
    assert one.title.say(language).strip()
    assert one.body.say(language).strip()
    if one.body.nl != one.body.en:  # what is new is all made by the program
        assert one.title.nl != one.title.en
    assert all(word.say(language).strip() for word in one.keywords[:1])


@rows(("one", "language"), EACH, ids=IDS)
def test_its_links_its_parts_and_its_keys_are_there(one: Article, language: Language) -> None:
    body = one.body.say(language)
    for link in links(body):
        assert link.startswith(LINKS)
        if link.startswith("help-"):
            assert article(link), link
    assert {name for sort, name in parts(body) if sort == "part"} <= PARTS
    for code in re.findall(r"`([^`]+)`", body):
        if re.match(r"^(Ctrl|Alt|Shift|F\d)", code):
            assert code in KEYS, code


def test_both_languages_of_an_article_lead_to_the_same() -> None:
    for one in articles():
        assert sorted(links(one.body.nl)) == sorted(links(one.body.en)), one.id
        assert list(_part_names(one.body.nl)) == list(_part_names(one.body.en)), one.id


def _part_names(body: str) -> list[str]:
    return [name for sort, name in parts(body) if sort == "part"]


def test_all_that_can_be_found_has_an_id_and_a_title_in_both_languages() -> None:
    found = texts()
    assert len({one.id for one in found}) == len(found)
    assert all(is_help(one.id) and one.title.nl and one.title.en for one in found)


def test_plain_text_has_the_words_and_no_markdown() -> None:
    text = plain_article("## Kop\n\n- een **vet** woord en `F1`\n- [een koppeling](help-keys)\n\n{{keys}}\n")
    assert text == "Kop\neen vet woord en F1\neen koppeling"


def test_only_our_own_links_and_pictures_are_rendered() -> None:
    page = render_article(
        "[goed](help-keys) [slecht](https://example.org) [bestand](file:///etc/passwd)\n\n"
        "![plaatje](pictures/een.png) ![ver weg](https://example.org/x.png) ![omhoog](../geheim.png)\n\n"
        "<script>alert(1)</script>"
    )
    assert '<a href="open:help-keys">goed</a>' in page
    assert "https://example.org" not in page
    assert "file:" not in page
    assert 'src="pictures/een.png"' in page
    assert page.count("<img") == 1
    assert "<script" not in page
    assert "slecht" in page
    assert "omhoog" in page


@pytest.mark.parametrize(
    "content",
    [
        "",
        "geen kop",
        "+++\nsection = 'nergens'\n+++\na\n+++\nb",
        "+++\nsection = 'begin'\n[nl]\ntitle='x'\n+++\na\n+++\nb",
        "+++\nsection = \n+++\na\n+++\nb",
    ],
)
def test_a_damaged_article_is_told_by_name(tmp_path: Path, content: str) -> None:
    (tmp_path / "10-stuk.md").write_text(content, "utf-8")
    with pytest.raises(KnownError, match=r"10-stuk\.md"):
        articles(tmp_path)


def test_the_guide_is_shown_when_it_is_with_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "guide_folder", lambda: tmp_path)
    (tmp_path / "guide-nl.md").write_text("# De handleiding\n\nTekst.\n", "utf-8")
    articles.cache_clear()
    try:
        assert article(GUIDE) is None  # one language is not enough
        (tmp_path / "guide-en.md").write_text("# The guide\n\nText.\n", "utf-8")
        articles.cache_clear()
        guide = article(GUIDE)
        assert guide is not None
        assert guide.title == ("De handleiding", "The guide")
        assert guide.body.nl.strip() == "Tekst."
    finally:
        articles.cache_clear()
