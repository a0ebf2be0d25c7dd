from dataclasses import replace

import pytest

from guidance_kb.casebook.vault import envelope as envelopes
from guidance_kb.casebook.vault.envelope import STANDARD, Cost, DataKey, Envelope, SlotKind, passphrase_secret
from tests.casebook.conftest import CHEAP

SECRET = b"geheim"


@pytest.fixture
def key() -> DataKey:
    return DataKey.new()


@pytest.fixture
def envelope(key: DataKey) -> Envelope:
    empty = Envelope(key.store, ())
    return empty.with_slot(key, SlotKind.PASSPHRASE, SECRET, CHEAP).with_slot(key, SlotKind.RECOVERY, b"papier", CHEAP)


def test_each_secret_opens_its_own_slot_only(envelope: Envelope, key: DataKey) -> None:
    assert envelope.unlock(SlotKind.PASSPHRASE, SECRET) == key
    assert envelope.unlock(SlotKind.RECOVERY, b"papier") == key
    assert envelope.unlock(SlotKind.RECOVERY, SECRET) is None
    assert envelope.unlock(SlotKind.PASSPHRASE, b"papier") is None
    assert envelope.unlock(SlotKind.PASSPHRASE, b"") is None


def test_a_slot_that_is_not_there_looks_like_a_wrong_secret(key: DataKey) -> None:
    only = Envelope(key.store, ()).with_slot(key, SlotKind.PASSPHRASE, SECRET, CHEAP)
    assert only.unlock(SlotKind.RECOVERY, SECRET) is None


def test_a_new_secret_takes_the_place_of_the_old_and_leaves_the_other_slot(envelope: Envelope, key: DataKey) -> None:
    changed = envelope.with_slot(key, SlotKind.PASSPHRASE, b"nieuw", CHEAP)
    assert changed.unlock(SlotKind.PASSPHRASE, b"nieuw") == key
    assert changed.unlock(SlotKind.PASSPHRASE, SECRET) is None
    assert changed.unlock(SlotKind.RECOVERY, b"papier") == key
    assert len(changed.slots) == 2


def test_no_salt_or_nonce_is_used_twice(envelope: Envelope, key: DataKey) -> None:
    again = envelope.with_slot(key, SlotKind.PASSPHRASE, SECRET, CHEAP)
    slots = [*envelope.slots, again.slots[-1]]
    assert (
        len({slot.salt for slot in slots})
        == len({slot.nonce for slot in slots})
        == len({slot.wrapped for slot in slots})
        == 3
    )


def test_a_slot_is_bound_to_its_casebook(envelope: Envelope) -> None:
    assert replace(envelope, store=bytes(16)).unlock(SlotKind.PASSPHRASE, SECRET) is None


def test_a_slot_is_bound_to_its_kind(envelope: Envelope) -> None:
    moved = replace(envelope.slots[0], kind=SlotKind.RECOVERY)
    assert replace(envelope, slots=(moved,)).unlock(SlotKind.RECOVERY, SECRET) is None


def test_a_slot_is_bound_to_its_cost(envelope: Envelope, key: DataKey, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cost goes into Argon2id too; with the derived key held the same, the tag alone must refuse another cost."""
    right = envelopes.cipher(SECRET, envelope.slots[0].salt, CHEAP)
    monkeypatch.setattr(envelopes, "cipher", lambda *_: right)
    assert envelope.unlock(SlotKind.PASSPHRASE, SECRET) == key
    for cost in (replace(CHEAP, memory=9000), replace(CHEAP, iterations=2), replace(CHEAP, lanes=2)):
        assert (
            replace(envelope, slots=(replace(envelope.slots[0], cost=cost),)).unlock(SlotKind.PASSPHRASE, SECRET)
            is None
        )


@pytest.mark.parametrize("piece", ["salt", "nonce", "wrapped"])
def test_every_flipped_bit_is_noticed(envelope: Envelope, piece: str) -> None:
    slot = envelope.slots[0]
    value = bytearray(getattr(slot, piece))
    value[len(value) // 2] ^= 1
    changed = replace(slot, **{piece: bytes(value)})
    assert replace(envelope, slots=(changed,)).unlock(SlotKind.PASSPHRASE, SECRET) is None


def test_the_key_is_not_shown(key: DataKey) -> None:
    assert key.secret.hex() not in repr(key)
    assert repr(key.secret) not in repr(key)


def test_two_casebooks_share_no_key() -> None:
    first, second = DataKey.new(), DataKey.new()
    assert (len(first.store), len(first.secret)) == (16, 32)
    assert first.store != second.store
    assert first.secret != second.secret


def test_a_passphrase_is_the_same_however_its_letters_are_composed() -> None:
    assert passphrase_secret("cafe\u0301 ﬁets") == passphrase_secret("café fiets") == "café fiets".encode()


def test_a_passphrase_may_hold_half_a_character() -> None:
    assert passphrase_secret("\ud83d wachtzin")  # what a broken input method may give


@pytest.mark.parametrize(
    "cost",
    [
        Cost(1024 * 1024 + 1, 3, 4),
        Cost(64 * 1024, 21, 4),
        Cost(64 * 1024, 3, 17),
        Cost(8 * 1024 - 1, 3, 4),
        Cost(64 * 1024, 0, 4),
        Cost(64 * 1024, 3, 0),
        Cost(-1, 3, 4),
        Cost(10**30, 10**30, 10**30),
    ],
)
def test_an_absurd_cost_is_not_sane(cost: Cost) -> None:
    assert not cost.sane


def test_the_standard_and_the_limits_are_sane() -> None:
    assert Cost(64 * 1024, 3, 4) == STANDARD
    assert all(cost.sane for cost in (STANDARD, CHEAP, Cost(256 * 1024, 3, 16), Cost(64 * 1024, 12, 1)))
