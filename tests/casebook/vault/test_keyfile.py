import base64
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.casebook.errors import AbsurdParameters, KeyFileDamaged, TooNew
from guidance_kb.casebook.vault import keyfile
from guidance_kb.casebook.vault.envelope import DataKey, Envelope, SlotKind
from tests.casebook.conftest import CHEAP, forbidden_to_write, key_text

KEY = DataKey.new()
ENVELOPE = (
    Envelope(KEY.store, ())
    .with_slot(KEY, SlotKind.PASSPHRASE, b"a", CHEAP)
    .with_slot(KEY, SlotKind.RECOVERY, b"b", CHEAP)
)


WRITTEN = keyfile.encode(ENVELOPE)

Decoded = Callable[[object], Envelope]
"""Reads some fields as a key file."""


def whole() -> dict[str, Any]:
    """The fields of the key file, to change."""
    changeable: dict[str, Any] = json.loads(WRITTEN)
    del changeable["check"]
    return changeable


def unchecked(fields: object) -> bytes:
    """One as it was written before there was a check."""
    return (json.dumps(fields, indent=1) + "\n").encode()


@pytest.fixture(params=[key_text, unchecked])
def decoded(request: pytest.FixtureRequest) -> Decoded:
    return lambda fields: keyfile.decode(request.param(fields))


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "casebook.key"
    keyfile.write(path, ENVELOPE)
    assert keyfile.read(path) == ENVELOPE


def test_only_the_owner_may_read_it_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "casebook.key"
    keyfile.write(path, ENVELOPE)
    keyfile.write(path, ENVELOPE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_of_the_keys_is_in_it(tmp_path: Path) -> None:
    text = keyfile.encode(ENVELOPE)
    for form in (KEY.secret, KEY.secret.hex().encode(), base64.b64encode(KEY.secret)):
        assert form not in text


def test_what_a_write_cut_short_left_behind_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "casebook.key"
    (tmp_path / "casebook.key.new").write_bytes(b"half a fi")
    keyfile.write(path, ENVELOPE)
    assert keyfile.read(path) == ENVELOPE
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_in_its_way_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.write_bytes(b"untouched")
    (tmp_path / "casebook.key.new").symlink_to(target)
    keyfile.write(tmp_path / "casebook.key", ENVELOPE)
    assert target.read_bytes() == b"untouched"


def test_in_a_read_only_folder_the_old_one_stays(public_folder: Path) -> None:
    path = public_folder / "casebook.key"
    keyfile.write(path, ENVELOPE)
    path.chmod(0o644)
    with forbidden_to_write(public_folder):
        with pytest.raises(PermissionError):
            keyfile.write(path, ENVELOPE.with_slot(KEY, SlotKind.PASSPHRASE, b"c", CHEAP))
        assert keyfile.read(path) == ENVELOPE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe\x00",
        b"[" * 50_000,
        b'{"format": NaN}',
        b"9" * 5000,
        WRITTEN[:-20],
    ],
    ids=range(10),
)
def test_what_is_no_key_file_is_damaged(data: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        keyfile.decode(data)


@pytest.mark.parametrize("name", ["format", "version", "store", "slots"])
@pytest.mark.parametrize("value", [None, "x", True, {}, 0.5])
def test_a_field_of_another_type_is_damage(decoded: Decoded, name: str, value: object) -> None:
    with pytest.raises(KeyFileDamaged):
        decoded(whole() | {name: value})


@pytest.mark.parametrize("name", ["kind", "kdf", "memory", "iterations", "lanes", "salt", "nonce", "wrapped"])
@pytest.mark.parametrize("value", [None, "x", True, {}, 0.5])
def test_a_field_of_a_slot_of_another_type_is_damage(decoded: Decoded, name: str, value: object) -> None:
    changed = whole()
    changed["slots"][0][name] = value
    with pytest.raises(KeyFileDamaged):
        decoded(changed)


def test_a_piece_of_another_size_is_damage(decoded: Decoded) -> None:
    for name in ("salt", "nonce", "wrapped"):
        changed = whole()
        changed["slots"][1][name] = base64.b64encode(bytes(15)).decode()
        with pytest.raises(KeyFileDamaged):
            decoded(changed)


def test_no_slot_or_two_of_a_kind_is_damage(decoded: Decoded) -> None:
    slot = whole()["slots"][0]
    for slots in ([], [slot, slot]):
        with pytest.raises(KeyFileDamaged):
            decoded(whole() | {"slots": slots})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory", 2**20),
        ("memory", 2**18 + 1),
        ("memory", 2**62),
        ("memory", 64),
        ("memory", -1),
        ("iterations", 13),
        ("iterations", 0),
        ("lanes", 17),
        ("lanes", 0),
    ],
)
def test_absurd_parameters_are_refused_before_any_work(decoded: Decoded, name: str, value: int) -> None:
    changed = whole()
    changed["slots"][0][name] = value
    with pytest.raises(AbsurdParameters):
        decoded(changed)


def test_much_memory_and_many_passes_together_are_refused_too(decoded: Decoded) -> None:
    changed = whole()
    changed["slots"][0] |= {"memory": 2**18, "iterations": 4}
    with pytest.raises(AbsurdParameters):
        decoded(changed)


def test_a_later_version_is_too_new_and_not_damaged() -> None:
    later = {**whole(), "version": 2, "slots": "of another kind", "more": 1}
    with pytest.raises(TooNew):
        keyfile.decode(key_text(later))
    with pytest.raises(KeyFileDamaged):  # later versions have a check, so this is a flipped bit
        keyfile.decode(unchecked(later))


@pytest.mark.parametrize("version", [0, -1])
def test_a_version_that_never_was_is_damage(decoded: Decoded, version: int) -> None:
    with pytest.raises(KeyFileDamaged):
        decoded(whole() | {"version": version})


def test_a_field_that_nobody_wrote_is_damage(decoded: Decoded) -> None:
    """Or a flipped bit in the name of the check would make it a file of before there was one."""
    with pytest.raises(KeyFileDamaged):
        decoded(whole() | {"chdck": "0" * 64})


def test_one_of_before_there_was_a_check_opens_and_gets_it_when_it_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "casebook.key"
    path.write_bytes(unchecked(whole()))
    keyfile.write(path, keyfile.read(path))
    assert path.read_bytes() == WRITTEN
    assert key_text(whole()) == WRITTEN


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "casebook.key"
    with path.open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(KeyFileDamaged):
        keyfile.read(path)


def test_every_bit_flipped_is_damage() -> None:
    for place in range(len(WRITTEN)):
        for bit in range(8):
            flipped = bytearray(WRITTEN)
            flipped[place] ^= 1 << bit
            with pytest.raises(KeyFileDamaged):
                keyfile.decode(bytes(flipped))


@given(st.integers(0, len(WRITTEN) - 1), st.binary(max_size=40), st.integers(0, 40))
def test_a_piece_that_was_replaced_is_damage(place: int, piece: bytes, length: int) -> None:
    changed = WRITTEN[:place] + piece + WRITTEN[place + length :]
    if changed != WRITTEN:
        with pytest.raises(KeyFileDamaged):
            keyfile.decode(changed)


def test_every_length_it_can_be_cut_to_is_damage() -> None:
    for length in range(len(WRITTEN)):
        with pytest.raises(KeyFileDamaged):
            keyfile.decode(WRITTEN[:length])
