import gc
import secrets

import pytest
from zxcvbn import matching

from guidance_kb.casebook.vault.strength import MEANING, MIN_LENGTH, StrengthLevel, estimate


@pytest.mark.parametrize(
    "passphrase", ["", "a", "kortwoord", "x" * (MIN_LENGTH - 1), "Tr0ub4dor&3", "\U0001f512" * (MIN_LENGTH - 1)]
)
def test_under_twelve_characters_is_too_short_whatever_they_are(passphrase: str) -> None:
    assert estimate(passphrase).level is StrengthLevel.TOO_SHORT


def test_characters_are_counted_as_they_are_used() -> None:
    """A letter and its accent are one after NFKC."""
    assert estimate("e\u0301" * 8).level is StrengthLevel.TOO_SHORT


@pytest.mark.parametrize(
    "passphrase",
    [
        "aaaaaaaaaaaaaaaaaaaa",
        "123456789012",
        "qwertyuiopasdf",
        "passwordpassword",
        "welkom welkom welkom",
        "wachtwoord2026",
        "loopbaanbegeleiding",
        "september 2026",
        "                    ",
        "abcabcabcabcabc",
        "Welkom2026!!",
        "goedemorgen",
        "goedemorgen!",
        "goedemorgenavond9",
    ],
)
def test_what_anyone_tries_first_is_refused(passphrase: str) -> None:
    assert not estimate(passphrase).acceptable


@pytest.mark.parametrize(
    ("passphrase", "level"),
    [
        ("paard nietje lantaarn", StrengthLevel.GOOD),
        ("paard nietje lantaarn wolk", StrengthLevel.STRONG),
        ("paard-nietje-lantaarn-wolk", StrengthLevel.STRONG),
        ("zK4$wq9!bT2#xL7", StrengthLevel.STRONG),
    ],
)
def test_words_chosen_by_chance_are_good(passphrase: str, level: StrengthLevel) -> None:
    assert estimate(passphrase).level is level


def test_a_dutch_word_counts_as_a_word_and_not_as_random_letters() -> None:
    """zxcvbn alone calls both strong; it knows no Dutch."""
    assert estimate("verantwoordelijk").level is StrengthLevel.WEAK
    assert estimate("arbeidsmarktregio").level is StrengthLevel.WEAK


def test_another_word_never_makes_it_weaker() -> None:
    words = ["lantaarn", "wolk", "fiets", "kaars", "emmer", "dak"]
    levels = [estimate(" ".join(words[:count])).level for count in range(1, 7)]
    assert levels == sorted(levels)
    assert levels[0] < levels[-1]


def test_a_very_long_passphrase_is_no_trouble() -> None:
    assert estimate("lantaarn wolk fiets kaars " * 2000).acceptable


def test_every_level_has_a_sentence_of_its_own_in_both_languages() -> None:
    examples = ["kort", "123456789012", "lantaarn wolk 83", "paard nietje lantaarn", "paard nietje lantaarn wolk"]
    said = [estimate(passphrase) for passphrase in examples]
    assert [strength.level for strength in said] == list(StrengthLevel)
    assert len({strength.text.nl for strength in said} | {strength.text.en for strength in said}) == 2 * len(
        StrengthLevel
    )
    assert [strength.acceptable for strength in said] == [False, False, True, True, True]


def test_it_says_that_it_is_an_estimate() -> None:
    assert "schatting" in MEANING.nl
    assert "estimate" in MEANING.en
    for passphrase in ("123456789012", "paard nietje lantaarn wolk"):
        assert "schatting" in estimate(passphrase).text.nl


def test_nothing_of_the_passphrase_is_kept() -> None:
    token = secrets.token_hex(8)
    strength = estimate(f"{token} lantaarn")
    gc.collect()
    assert token not in repr(strength)
    assert token not in repr(matching.RANKED_DICTIONARIES["user_inputs"])
    holders = [
        type(held)
        for held in gc.get_objects()
        if type(held) in (dict, list, tuple, set)  # some of importlib's own dicts warn when they are looked into
        and any(isinstance(part, str) and token in part and part != token for part in held)
    ]
    assert holders == []
