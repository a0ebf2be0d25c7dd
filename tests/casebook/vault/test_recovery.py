import contextlib
import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.casebook.errors import MistypedRecoveryKey
from guidance_kb.casebook.vault.recovery import (
    GROUPS,
    check_groups,
    groups_to_retype,
    new_recovery_key,
    recovery_secret,
    written,
)

SECRETS = st.binary(min_size=20, max_size=20)
PRINTED = "FZZZZ-00000-00000-00000-00000-00000-00"


def test_it_is_printed_in_seven_groups_of_five_without_letters_that_look_like_digits() -> None:
    for _ in range(50):
        assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){6}", new_recovery_key())


def test_160_bits_are_new_each_time() -> None:
    secrets = {recovery_secret(new_recovery_key()) for _ in range(50)}
    assert len(secrets) == 50
    assert {len(secret) for secret in secrets} == {20}


def test_the_form_on_paper_never_changes() -> None:
    """A key printed years ago must be read by every later version."""
    assert written(bytes(20)) == "00000-00000-00000-00000-00000-00000-0030C"
    assert written(bytes(range(20))) == "000G4-0R40M-30E20-9185G-R38E1-W8124-GK355"


@given(SECRETS)
def test_what_is_printed_is_read_back(secret: bytes) -> None:
    assert recovery_secret(written(secret)) == secret


@given(SECRETS)
def test_reading_forgives_how_it_is_typed(secret: bytes) -> None:
    printed = written(secret)
    assert recovery_secret(printed.lower()) == secret
    assert recovery_secret(printed.replace("-", "")) == secret
    assert recovery_secret(printed.replace("-", " — ")) == secret
    assert recovery_secret("\n" + printed.replace("-", "\u2011\u00a0") + "\t") == secret
    assert recovery_secret(printed.replace("0", "O").replace("1", "l").replace("V", "u")) == secret
    assert recovery_secret(printed.replace("1", "I").replace("0", "o")) == secret
    assert (
        recovery_secret("".join(chr(ord(sign) + 0xFEE0) for sign in printed)) == secret
    )  # full-width, of an Asian keyboard


@given(SECRETS, st.integers(0, 34), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_a_wrong_character_is_noticed_but_for_one_in_thousands(secret: bytes, place: int, other: str) -> None:
    """15 bits of checksum: of 32,768 typing errors one would pass as a key, and then it opens nothing."""
    text = written(secret).replace("-", "")
    changed = text[:place] + other + text[place + 1 :]
    if changed == text:
        assert recovery_secret(changed) == secret
        return
    with contextlib.suppress(MistypedRecoveryKey):
        assert recovery_secret(changed) != secret


def test_typing_errors_are_noticed() -> None:
    printed = "000G4-0R40M-30E20-9185G-R38E1-W8124-GK355"
    assert recovery_secret(printed) == bytes(range(20))
    text = printed.replace("-", "")
    errors = [text[:place] + ("Z" if text[place] != "Z" else "Y") + text[place + 1 :] for place in range(35)]
    errors += [
        text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        for place in range(34)
        if text[place] != text[place + 1]
    ]
    noticed = 0
    for error in errors:
        with pytest.raises(MistypedRecoveryKey):
            recovery_secret(error)
        noticed += 1
    assert noticed > 60


@pytest.mark.parametrize(
    "text", ["", "-", PRINTED, "0" * 34, "0" * 36, "0" * 10**6, "é" * 35, "*" * 35, "\ud800" * 35, "٣" * 35]
)
def test_what_is_no_recovery_key_is_a_typing_error(text: str) -> None:
    with pytest.raises(MistypedRecoveryKey):
        recovery_secret(text)


def test_two_different_groups_are_to_be_retyped() -> None:
    seen = {groups_to_retype() for _ in range(300)}
    assert all(1 <= first < second <= GROUPS for first, second in seen)
    assert len(seen) > 10  # of 21


def test_retyped_groups_are_checked_as_forgivingly_as_the_key_is_read() -> None:
    key = "000G4-0R40M-30E20-9185G-R38E1-W8124-GK355"
    assert check_groups(key, {3: "30E20", 6: "W8124"})
    assert check_groups(key, {1: " oo0g4 ", 5: "r38e-i"})
    assert check_groups(key, {7: "gk355"})
    assert not check_groups(key, {3: "30E20", 6: "W8125"})
    assert not check_groups(key, {3: "W8124", 6: "30E20"})
    assert not check_groups(key, {3: ""})
    assert not check_groups(key, {})
    for number in (-1, 0, 8, 99):
        assert not check_groups(key, {number: ""})
        assert not check_groups(key, {number: "GK355"})


def test_the_alphabet_has_no_two_signs_that_reading_confuses() -> None:
    printed = {sign for _ in range(200) for sign in new_recovery_key()} - {"-"}
    assert printed == set(string.digits + string.ascii_uppercase) - set("ILOU")
