"""The texts to adapt: in both languages, plain, marked as ours and as no legal advice."""

import re

import pytest

from guidance_kb.documents.privacy_texts import OURS, PrivacyText, body_as_html, privacy_texts
from guidance_kb.language import Language
from tests.rows import rows

LONGEST = 32  # words of a sentence in a text that a client reads


@pytest.mark.parametrize("language", Language)
def test_what_a_counselor_needs_is_there(language: Language) -> None:
    assert [each.id for each in privacy_texts()] == [
        "what-we-record", "consent", "retention", "rights", "access-letter", "erased-letter", "hand-over", "data-leak",
    ]  # fmt: skip
    assert all(each.title.say(language) and len(each.body.say(language)) > 200 for each in privacy_texts())


@pytest.mark.parametrize("each", privacy_texts(), ids=lambda each: each.id)
def test_both_languages_say_the_same_in_as_many_pieces(each: PrivacyText) -> None:
    def shape(body: str) -> list[int]:
        return [len(block.strip().split("\n")) for block in body.split("\n\n")]

    assert shape(each.body.nl) == shape(each.body.en)
    assert each.body.nl.count("[") == each.body.en.count("[")
    assert each.body.nl.count("[") == each.body.nl.count("]")


@rows("each", privacy_texts(), ids=lambda each: each.id)
@rows("language", Language)
def test_the_sentences_are_short(each: PrivacyText, language: Language) -> None:
    for sentence in re.split(r"(?<=[.?!:])\s|\n", each.body.say(language)):
        assert len(re.sub(r"\[[^\]]*\]", "x", sentence).split()) <= LONGEST, sentence


def test_it_is_said_whose_they_are() -> None:
    assert "geen juridisch advies" in OURS.nl
    assert "no legal advice" in OURS.en


def test_paragraphs_and_lists() -> None:
    assert list(body_as_html("een\ntwee\n\n- a <b>\n- b\n\ndrie")) == [
        "<p>een twee</p>", "<ul><li>a &lt;b&gt;</li><li>b</li></ul>", "<p>drie</p>",
    ]  # fmt: skip
