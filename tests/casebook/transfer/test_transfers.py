"""Handing a client over: the same record arrives, twice is harmless, and a bad file changes nothing and ends in a sentence."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.errors import CannotUse
from guidance_kb.casebook.privacy.erasure import Erasure
from guidance_kb.casebook.privacy.ownership import owned
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.transfer import parcels
from guidance_kb.casebook.transfer.sealed_file import MistypedCode, TooLarge, WrongCode, new_code
from guidance_kb.casebook.transfer.transfers import IsHere, Known, Transfers
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.errors import KnownError
from tests.casebook.conftest import CHEAP, Clock
from tests.casebook.keeping import CODE, filled
from tests.casebook.people import client, everything


@pytest.fixture
def out(open_casebook: Store, clock: Clock) -> Transfers:
    return Transfers(open_casebook, clock, CHEAP)


def content(store: Store, code: str) -> dict[str, Any]:
    """Everything of a client, without the ids."""
    found = store.clients.find(code)
    assert found is not None
    return dict(parcels.packed(store.rows, found.id, "").tables)


def test_the_whole_record_arrives(
    open_casebook: Store, out: Transfers, elsewhere: Store, into: Transfers, file: Path
) -> None:
    person = filled(open_casebook)
    code = out.hand_over(person, file)
    offer = into.look(file, code)
    assert (offer.code, offer.known, offer.here, offer.needs_code, offer.erased) == (CODE, Known.NEW, None, False, None)
    assert (offer.sessions, offer.notes, offer.steps, offer.follow_ups) == (1, 1, 1, 6)
    assert offer.first == offer.last == date(2026, 11, 20)
    arrived = into.take_in(offer)
    assert content(elsewhere, CODE) == content(open_casebook, CODE)
    assert elsewhere.clients.get(arrived).uid == open_casebook.clients.get(person).uid
    assert len(elsewhere.words.search("moeder")) == 1
    assert elsewhere.undo.last(arrived) is None
    theirs, ours = elsewhere.sessions.of_client(arrived)[0], open_casebook.sessions.of_client(person)[0]
    assert elsewhere.sessions.answers(theirs.id) == open_casebook.sessions.answers(ours.id)
    assert elsewhere.sessions.signals_of(theirs.id) == open_casebook.sessions.signals_of(ours.id)
    assert elsewhere.timeline(arrived).open_steps[0].session == theirs.id


def test_every_table_travels_but_what_can_be_undone(open_casebook: Store) -> None:
    person = filled(open_casebook)
    tables = parcels.packed(open_casebook.rows, person, "").tables
    assert set(tables) == {table.name for table in owned(open_casebook.rows)} - {"action"}
    assert all(tables.values())


def test_looking_changes_nothing(
    open_casebook: Store, out: Transfers, elsewhere: Store, into: Transfers, file: Path
) -> None:
    code = out.hand_over(filled(open_casebook), file)
    before = everything(elsewhere)
    into.look(file, code)
    assert everything(elsewhere) == before
    into.take_in(into.look(file, code))
    assert everything(elsewhere) != before


def test_twice_is_harmless(open_casebook: Store, out: Transfers, elsewhere: Store, into: Transfers, file: Path) -> None:
    code = out.hand_over(filled(open_casebook), file)
    first = into.take_in(into.look(file, code))
    before = everything(elsewhere)
    again = into.look(file, code)
    assert (again.known, again.here, again.needs_code) == (Known.SAME, CODE, False)
    assert into.take_in(again, back_up=pytest.fail) == first
    assert everything(elsewhere) == before


def test_to_oneself_it_is_the_same(open_casebook: Store, out: Transfers, file: Path) -> None:
    code = out.hand_over(filled(open_casebook), file)
    assert out.look(file, code).known is Known.SAME


def test_a_record_that_went_on_is_replaced_only_when_chosen(
    open_casebook: Store, out: Transfers, elsewhere: Store, into: Transfers, file: Path
) -> None:
    person = filled(open_casebook)
    arrived = into.take_in(into.look(file, out.hand_over(person, file)))
    elsewhere.clients.change(arrived, code="Z-12")
    elsewhere.notes.write(arrived, "bij de collega")
    open_casebook.notes.write(person, "hier ging het verder")
    before = everything(elsewhere)
    offer = into.look(file, out.hand_over(person, file))
    assert (offer.known, offer.here, offer.needs_code) == (Known.DIFFERENT, "Z-12", False)
    with pytest.raises(IsHere):
        into.take_in(offer)
    assert everything(elsewhere) == before
    backed_up: list[int] = []
    again = into.take_in(offer, replace=True, back_up=lambda: backed_up.append(1))
    assert backed_up == [1]
    assert elsewhere.clients.get(again).code == "Z-12"
    assert [note.text for note in elsewhere.notes.of_client(again)] == ["belt morgen terug", "hier ging het verder"]
    assert elsewhere.words.search("collega ")[0].code == "K-7"


def test_a_code_that_is_taken_asks_for_another(
    open_casebook: Store, out: Transfers, elsewhere: Store, into: Transfers, file: Path
) -> None:
    client(elsewhere, CODE.lower())
    offer = into.look(file, out.hand_over(filled(open_casebook), file))
    assert offer.needs_code
    before = everything(elsewhere)
    for wrong in (None, "K-7", "Jansen"):
        with pytest.raises(KnownError):
            into.take_in(offer, code=wrong)
        assert everything(elsewhere) == before
    arrived = into.take_in(offer, code="Z-1")
    assert elsewhere.clients.get(arrived).code == "Z-1"
    assert into.look(file, out.hand_over(1, file)).known is Known.SAME  # the code is each counselor's own


def test_what_was_erased_here_says_so_and_may_come_back(
    vault: Vault, open_casebook: Store, out: Transfers, clock: Clock, file: Path
) -> None:
    person = filled(open_casebook)
    code = out.hand_over(person, file)
    Erasure(vault, Backups(vault, clock), clock).erase(open_casebook, person)
    offer = out.look(file, code)
    assert offer.erased == "2026-11-24T14:02:31Z"
    out.take_in(offer)
    assert out.look(file, code).erased is None


def test_a_draft_arrives_as_one_that_nobody_has_in_hand(
    open_casebook: Store, out: Transfers, elsewhere: Store, into: Transfers, file: Path
) -> None:
    person = filled(open_casebook)
    session = open_casebook.sessions.of_client(person)[0].id
    open_casebook.sessions.reopen(session)
    open_casebook.sessions.resume(session)
    into.take_in(into.look(file, out.hand_over(person, file)))
    (draft,) = elsewhere.sessions.drafts()
    assert not draft.held.in_hand


def test_the_file_says_nothing_without_the_code(open_casebook: Store, out: Transfers, file: Path) -> None:
    code = out.hand_over(filled(open_casebook), file)
    sealed = file.read_bytes()
    assert b"moeder" not in sealed
    assert CODE.encode() not in sealed
    assert code.replace(" ", "").encode() not in sealed
    with pytest.raises(WrongCode):
        out.look(file, new_code())
    with pytest.raises(MistypedCode):
        out.look(file, code[:-1])


def test_a_file_that_cannot_be_read_or_written(out: Transfers, open_casebook: Store, tmp_path: Path) -> None:
    with pytest.raises(CannotUse):
        out.look(tmp_path / "nergens", new_code())
    with pytest.raises(CannotUse):
        out.hand_over(client(open_casebook), tmp_path / "geen map" / "x.gkbt")


def test_a_file_without_end_is_not_read_to_its_end(
    out: Transfers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guidance_kb.casebook.transfer.transfers.LARGEST", 1000)
    (tmp_path / "groot").write_bytes(b"\0" * 1001)
    with pytest.raises(TooLarge):
        out.look(tmp_path / "groot", new_code())
