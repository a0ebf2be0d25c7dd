"""The counselor's guides: what they call a button is called that in the window, both say the same, and they are light."""

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidance_kb.help.articles import GUIDE, article, articles
from guidance_kb.help.key_table import TABLE
from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES, ROOT

GUIDES = {language: (ROOT / "docs" / f"guide-{language}.md").read_text("utf-8") for language in Language}
PICTURES = ROOT / "docs" / "pictures" / "guide"
LARGEST = 1_000_000
"""Bytes of guides and pictures together: they are in every package."""


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """Every text of a file that is there in both languages, or in English for Qt to translate (then without Dutch)."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        words = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        if isinstance(node.func, ast.Name) and node.func.id == "Text" and len(words) == 2:
            yield words[0], words[1]
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "tr" and words:
            yield "", words[0]


def _names() -> dict[Language, set[str]]:
    """Everything that the window calls something."""
    pairs = [pair for path in (ROOT / "src").rglob("*.py") for pair in _texts(path)]
    pairs += [
        (f"{nl[:1].upper()}{nl[1:]}", f"{en[:1].upper()}{en[1:]}") for nl, en in pairs
    ]  # as `as_title` shows them
    pairs += [(one.title.nl, one.title.en) for one in articles() if one.id != GUIDE]
    translated = ET.parse(RESOURCES / "translations" / "nl.ts").iter("translation")  # noqa: S314 - our own file
    return {
        Language.NL: {nl for nl, _ in pairs if nl} | {"".join(each.itertext()) for each in translated},
        Language.EN: {en for _, en in pairs},
    }


@pytest.mark.parametrize("language", Language)
def test_every_bold_name_is_a_name_of_the_window(language: Language) -> None:
    bold = re.findall(r"\*\*(.+?)\*\*", GUIDES[language])
    assert len(bold) > 50
    names = _names()[language]
    assert [name for name in bold if name not in names] == []


@pytest.mark.parametrize("language", Language)
def test_every_key_is_one_of_the_table(language: Language) -> None:
    known = {key for one in TABLE for key in (*one.keys, *one.ends)} | {"↓"}
    keys = [
        word for word in re.findall(r"`([^`]+)`", GUIDES[language]) if re.fullmatch(r"[A-Z0-9↓]|F\d+|\w+\+.+", word)
    ]
    assert keys
    assert [key for key in keys if key not in known] == []


def test_both_have_the_same_parts_and_pictures() -> None:
    shapes = [re.findall(r"^(#+|\d\.|-|!\[)", text, re.MULTILINE) for text in GUIDES.values()]
    assert shapes[0] == shapes[1]
    shown = {language: re.findall(r"\(pictures/guide/(\w\w)-(.+?)\.png\)", text) for language, text in GUIDES.items()}
    assert [name for _, name in shown[Language.NL]] == [name for _, name in shown[Language.EN]]
    for language, pictures in shown.items():
        assert {prefix for prefix, _ in pictures} == {language.value}
        assert all((PICTURES / f"{prefix}-{name}.png").is_file() for prefix, name in pictures)


def test_they_are_light() -> None:
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) + sum(map(len, GUIDES.values())) <= LARGEST


def test_it_is_an_article_of_the_help() -> None:
    guide = article(GUIDE)
    assert guide is not None
    assert (guide.title.nl, guide.title.en) == ("Handleiding voor begeleiders", "Guide for counselors")
