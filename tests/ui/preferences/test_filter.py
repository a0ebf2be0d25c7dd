"""Which rows fit the words that are typed, and where the words stand."""

import pytest

from guidance_kb.ui.preferences.row import fits, places, words_of


@pytest.mark.parametrize("typed", ["CLIËNT", "client", "clie", "lient"])
def test_case_accents_and_the_place_in_a_word_make_no_difference(typed: str) -> None:
    assert fits(["Blad voor de cliënt"], words_of(typed))


def test_every_word_has_to_be_there_in_whatever_text_and_order() -> None:
    texts = ["Text size", "Of all text on the screen."]
    assert fits(texts, words_of("screen size"))
    assert not fits(texts, words_of("screen language"))
    assert fits(texts, words_of("  "))


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Zoeken", "zoek", ["Zoek"]),
        ("De cliënt en de Cliënten", "client", ["cliënt", "Cliënt"]),
        ("aaaa", "aa", ["aaaa"]),
        ("Straße", "strasse", ["Straße"]),
        ("Tekst <b> & tekst", "tekst", ["Tekst", "tekst"]),
        ("one two", "two one", ["one", "two"]),
        ("nothing", "xqz", []),
        ("", "a", []),
    ],
)
def test_what_is_marked(text: str, typed: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in places(text, words_of(typed))] == marked
