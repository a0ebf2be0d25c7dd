import base64
import json
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.casebook import keyfile
from guidance_kb.casebook.envelope import DataKey, Envelope, SlotKind
from guidance_kb.casebook.refusals import AbsurdParameters, KeyFileDamaged, TooNew
from guidance_kb.errors import KnownError
from tests.casebook.conftest import CHEAP, forbidden_to_write

KEY = DataKey.new()
ENVELOPE = (
    Envelope(KEY.store, ())
    .with_slot(KEY, SlotKind.PASSPHRASE, b"a", CHEAP)
    .with_slot(KEY, SlotKind.RECOVERY, b"b", CHEAP)
)


def whole() -> dict[str, Any]:
    """The key file, as JSON to change."""
    changeable: dict[str, Any] = json.loads(keyfile.encode(ENVELOPE))
    return changeable


def decoded(changed: object) -> Envelope:
    return keyfile.decode(json.dumps(changed).encode())


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
        keyfile.encode(ENVELOPE)[:-20],
    ],
    ids=range(10),
)
def test_what_is_no_key_file_is_damaged(data: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        keyfile.decode(data)


@pytest.mark.parametrize("name", ["format", "version", "store", "slots"])
@pytest.mark.parametrize("value", [None, "x", True, {}, 0.5])
def test_a_field_of_another_type_is_damage(name: str, value: object) -> None:
    with pytest.raises(KeyFileDamaged):
        decoded(whole() | {name: value})


@pytest.mark.parametrize("name", ["kind", "kdf", "memory", "iterations", "lanes", "salt", "nonce", "wrapped"])
@pytest.mark.parametrize("value", [None, "x", True, {}, 0.5])
def test_a_field_of_a_slot_of_another_type_is_damage(name: str, value: object) -> None:
    changed = whole()
    changed["slots"][0][name] = value
    with pytest.raises(KeyFileDamaged):
        decoded(changed)


def test_a_piece_of_another_size_is_damage() -> None:
    for name in ("salt", "nonce", "wrapped"):
        changed = whole()
        changed["slots"][1][name] = base64.b64encode(bytes(15)).decode()
        with pytest.raises(KeyFileDamaged):
            decoded(changed)


def test_no_slot_or_two_of_a_kind_is_damage() -> None:
    slot = whole()["slots"][0]
    for slots in ([], [slot, slot]):
        with pytest.raises(KeyFileDamaged):
            decoded(whole() | {"slots": slots})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory", 2**20 + 1),
        ("memory", 2**62),
        ("memory", 64),
        ("memory", -1),
        ("iterations", 21),
        ("iterations", 0),
        ("lanes", 17),
        ("lanes", 0),
    ],
)
def test_absurd_parameters_are_refused_before_any_work(name: str, value: int) -> None:
    changed = whole()
    changed["slots"][0][name] = value
    with pytest.raises(AbsurdParameters):
        decoded(changed)


def test_a_later_version_is_too_new_and_not_damaged() -> None:
    with pytest.raises(TooNew):
        decoded(whole() | {"version": 2, "slots": "of another kind"})


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "casebook.key"
    with path.open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(KeyFileDamaged):
        keyfile.read(path)


@given(st.integers(0, len(keyfile.encode(ENVELOPE)) - 1), st.integers(1, 255))
def test_a_changed_byte_is_refused_or_changes_an_envelope_that_then_opens_nothing_else(place: int, flip: int) -> None:
    data = bytearray(keyfile.encode(ENVELOPE))
    data[place] ^= flip
    try:
        read = keyfile.decode(bytes(data))
    except KnownError:
        return
    assert {slot.kind for slot in read.slots} <= set(SlotKind)
    assert all(slot.cost.sane for slot in read.slots)
