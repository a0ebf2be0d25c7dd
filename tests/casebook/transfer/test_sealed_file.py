"""Sealed files: opened by the code only, and nothing else than a sentence comes of a bad one."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.casebook.errors import TooNew
from guidance_kb.casebook.transfer import sealed_file
from guidance_kb.casebook.transfer.sealed_file import (
    LARGEST,
    MistypedCode,
    NoTransfer,
    TooLarge,
    WrongCode,
    code_digits,
    new_code,
    seal,
    unseal,
)
from guidance_kb.casebook.vault.envelope import STANDARD
from tests.casebook.conftest import CHEAP
from tests.rows import rows

CONTENTS = b'{"iets": "van iemand"}'


def test_a_code_is_seven_groups_of_three_of_which_63_bits_by_chance() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all([len(group) for group in code.split(" ")] == [3] * 7 for code in codes)
    assert 10**sealed_file._CHANCE > 2**60


@given(st.integers(0, 20), st.integers(1, 9))
def test_a_wrong_digit_is_a_typing_error(place: int, by: int) -> None:
    digits = new_code().replace(" ", "")
    wrong = f"{digits[:place]}{(int(digits[place]) + by) % 10}{digits[place + 1 :]}"
    with pytest.raises(MistypedCode):
        code_digits(wrong)


@given(st.integers(0, 19))
def test_two_digits_that_changed_places_too(place: int) -> None:
    digits = new_code().replace(" ", "")
    wrong = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    if wrong != digits:
        with pytest.raises(MistypedCode):
            code_digits(wrong)


def test_reading_forgives_what_does_not_matter() -> None:
    code = "000 111 000 111 000 111 0"
    digits = code.replace(" ", "")
    chance = int(digits)
    whole = f"{digits}{98 - chance * 100 % 97:02}"
    assert len(whole) == 21
    spoken = " ".join(whole[start : start + 3] for start in range(0, 21, 3))
    for typed in (
        spoken,
        f"  {spoken}\n",
        spoken.replace(" ", "-"),
        spoken.replace(" ", ". "),
        whole,
        spoken.replace("0", "O").replace("1", "l"),
    ):
        assert code_digits(typed) == whole


@pytest.mark.parametrize("typed", ["", "123", "een twee drie", "1" * 21, "9" * 5000, "١" * 21, "\0", "123 " * 7])
def test_nonsense_is_a_typing_error(typed: str) -> None:
    with pytest.raises(MistypedCode):
        code_digits(typed)


def test_what_was_sealed_comes_back_and_says_nothing_before() -> None:
    code = new_code()
    sealed = seal(CONTENTS, code, CHEAP)
    assert b"iemand" not in sealed
    assert code.replace(" ", "").encode() not in sealed
    assert unseal(sealed, code.replace(" ", "")) == CONTENTS
    assert seal(CONTENTS, code, CHEAP) != sealed


def test_another_code_opens_nothing() -> None:
    with pytest.raises(WrongCode):
        unseal(seal(CONTENTS, new_code(), CHEAP), new_code())


def test_every_changed_byte_is_refused() -> None:
    code = new_code()
    sealed = seal(CONTENTS, code, CHEAP)
    chance = random.Random(4)  # noqa: S311 - nothing secret
    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1 << chance.randrange(8)
        with pytest.raises((NoTransfer, WrongCode, TooNew)):
            unseal(bytes(changed), code)


@rows(
    ("field", "value"),
    [
        ("memory", 2**20), ("memory", 2**18 + 1), ("iterations", 13),
        ("memory", 2**31), ("memory", 0), ("memory", -1), ("memory", "64"), ("memory", True), ("memory", 1e9), ("memory", None),
        ("iterations", 10**9), ("iterations", 0), ("lanes", 1000), ("lanes", []), ("salt", ""), ("salt", "AAAA"), ("salt", 5),
        ("salt", "é"), ("nonce", "AAAA"), ("nonce", None), ("kdf", "scrypt"), ("format", "zip"), ("version", "1"), ("version", None),
    ],
)  # fmt: skip
def test_a_head_that_asks_for_what_cannot_be_is_refused_at_once(field: str, value: object) -> None:
    line, _, box = seal(CONTENTS, code := new_code(), CHEAP).partition(b"\n")
    head = json.dumps(json.loads(line) | {field: value}).encode()
    with pytest.raises(NoTransfer):
        unseal(head + b"\n" + box, code)


@pytest.mark.parametrize("cost", [{"memory": 2**20, "iterations": 20}, {"memory": 2**18, "iterations": 4}])
def test_no_more_than_four_times_the_work_of_ours_is_begun(cost: dict[str, int]) -> None:
    line, _, box = seal(CONTENTS, code := new_code(), CHEAP).partition(b"\n")
    with pytest.raises(NoTransfer):  # and not that the code does not fit, which is known after the work only
        unseal(json.dumps(json.loads(line) | cost).encode() + b"\n" + box, code)


def test_four_times_the_work_of_ours_is_done() -> None:
    line, _, box = seal(CONTENTS, code := new_code(), CHEAP).partition(b"\n")
    with pytest.raises(WrongCode):
        unseal(
            json.dumps(json.loads(line) | {"memory": 4 * STANDARD.memory, "iterations": 3}).encode() + b"\n" + box, code
        )


def test_a_later_version_says_so() -> None:
    line, _, box = seal(CONTENTS, code := new_code(), CHEAP).partition(b"\n")
    with pytest.raises(TooNew):
        unseal(json.dumps(json.loads(line) | {"version": 2}).encode() + b"\n" + box, code)


@pytest.mark.parametrize(
    "sealed",
    [b"", b"\n", b"{}\n", b"[]\n", b"[" * 500 + b"\nx", b"null\nx", b"\xff\nx", b"PK\x03\x04" * 100, b"x" * 5000 + b"\n",
     b'"format"\nx', b"1" * 900 + b"\n"],
)  # fmt: skip
def test_what_is_none_of_ours_is_refused(sealed: bytes) -> None:
    with pytest.raises(NoTransfer):
        unseal(sealed, new_code())


def test_too_large_either_way(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TooLarge):
        unseal(b"\0" * (LARGEST + 1), new_code())
    monkeypatch.setattr(sealed_file, "LARGEST", 1000)
    with pytest.raises(TooLarge):
        seal(b"x" * 1000, new_code(), CHEAP)
