"""Erasing for real: nothing of the client is left in any page of the file, and the proof says what was searched, where, and found."""

import random
from datetime import timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.backup.restoration import Restoration
from guidance_kb.casebook.privacy.erasure import Erasure, Proof
from guidance_kb.casebook.privacy.ownership import owned
from guidance_kb.casebook.privacy.traces import TracePlace, traces_of
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.language import Text
from tests.casebook.conftest import PASSPHRASE, Clock
from tests.casebook.keeping import CODE, decrypted_pages, filled, of_each
from tests.casebook.people import client

TOLD = b"zorgt voor haar moeder"
WORD = b"mantelzorgmakelaar"
PLACE = Text("ergens", "somewhere")


@pytest.fixture
def backups(vault: Vault, clock: Clock) -> Backups:
    return Backups(vault, clock)


@pytest.fixture
def erasing(vault: Vault, backups: Backups, clock: Clock) -> Erasure:
    return Erasure(vault, backups, clock)


def test_no_page_holds_anything_of_the_client_any_more(vault: Vault, open_casebook: Store, erasing: Erasure) -> None:
    """The pages are decrypted without SQLCipher, so that nothing is hidden that rows no longer refer to."""
    person = filled(open_casebook)
    key = vault._key
    assert key is not None
    vault.close()
    before = decrypted_pages(vault.database_file, key)
    assert TOLD in before
    assert WORD in before
    assert CODE.encode() in before
    store = vault.open(PASSPHRASE)
    sought = traces_of(store.rows, person)
    tombstone = store.clients.get(person).uid
    erasing.erase(store, person)
    vault.close()
    after = decrypted_pages(vault.database_file, key)
    for trace in (TOLD, WORD, CODE.encode(), *(text.encode() for text in sought.texts | sought.ids - {tombstone})):
        assert trace not in after
    telling = [word.encode() for word in sought.words if len(word) > 5]
    assert len(telling) > 5
    assert [word for word in telling if word in after] == []
    assert tombstone.encode() in after
    assert b"werkplaats" in after  # what others said


def _mark(number: int) -> str:
    """What every word of a client begins with, and nobody else's."""
    return "zq" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")


def test_no_page_holds_the_beginning_of_a_word_of_the_client(
    vault: Vault, open_casebook: Store, erasing: Erasure
) -> None:
    """FTS5 keeps the beginnings of words that part the pages of its index; an index of many pages, or there are none to find."""
    chance, people = random.Random(7), []  # noqa: S311 - nothing secret
    with open_casebook.rows.writing():
        for number in range(60):
            people.append(client(open_casebook, f"C-{number:03}"))
            for _ in range(4):
                own = [f"{_mark(number)}{''.join(chance.choices('abcdefgh', k=6))}qz" for _ in range(12)]
                open_casebook.notes.write(people[-1], f"{' '.join(own)} over geld {'lang' * chance.randrange(60)}")
    gone, kept = ([_mark(number).encode() for number in range(first, 60, 2)] for first in (0, 1))
    proofs = erasing.erase_all(open_casebook, people[::2])
    assert all(proof.nothing_found for proof in proofs)
    key = vault._key
    assert key is not None
    vault.close()
    pages = decrypted_pages(vault.database_file, key)
    assert [mark for mark in gone if mark in pages] == []
    assert [mark for mark in kept if mark not in pages] == []


def test_every_row_of_every_table_and_nobody_elses(open_casebook: Store, erasing: Erasure) -> None:
    person = filled(open_casebook)
    others = {
        uid: digest for uid, digest in of_each(open_casebook).items() if uid != open_casebook.clients.get(person).uid
    }
    before = erasing.count(open_casebook, person)
    assert all(before.values())
    assert set(before) == {table.name for table in owned(open_casebook.rows)}
    proof = erasing.erase(open_casebook, person)
    assert proof.rows == before
    assert set(erasing.count(open_casebook, person).values()) == {0}
    assert of_each(open_casebook) == others
    assert open_casebook.words.search("moeder") == []
    assert len(open_casebook.words.search("fietst")) == 1
    assert open_casebook.rows.all("SELECT * FROM rules") == []


def test_the_proof(open_casebook: Store, erasing: Erasure) -> None:
    person = filled(open_casebook)
    proof = erasing.erase(open_casebook, person)
    assert proof.nothing_found
    assert proof.code == CODE
    assert proof.ids == 2
    assert proof.texts >= 3
    assert proof.words >= 10
    assert [place.found for place in proof.searched] == [(), (), ()]
    values, words, log = proof.searched
    assert values.looked_at > 50
    assert words.looked_at > 0
    assert log.looked_at == 0
    assert open_casebook.rows.all("SELECT erased FROM tombstone WHERE erased = ?", proof.erased)
    assert "OEFEN" not in str(open_casebook.rows.all("SELECT * FROM tombstone"))


def test_a_search_that_finds_something_says_where(open_casebook: Store, erasing: Erasure) -> None:
    """Somebody else's note names the client: it is told, and not touched."""
    person = filled(open_casebook)
    other = client(open_casebook, "K-8")
    open_casebook.notes.write(other, f"kent {CODE} van de cursus")
    proof = erasing.erase(open_casebook, person)
    assert not proof.nothing_found
    assert proof.searched[0].found[-1:] == ("note.text (K-8)",)
    assert all(place.startswith("word_content") for place in proof.searched[0].found[:-1])
    assert len(open_casebook.notes.of_client(other)) == 1


def test_what_was_written_before_and_changed_is_looked_for_too(open_casebook: Store) -> None:
    person = filled(open_casebook)
    note = open_casebook.notes.of_client(person)[0].id
    open_casebook.notes.change(note, '{"geen JSON, wel een "haakje"')
    open_casebook.notes.write(person, "[" * 100_000)
    open_casebook.notes.write(client(open_casebook, "K-8"), "dat zegt een ander ook")
    open_casebook.notes.write(person, "dat zegt een ander ook\nen dit alleen zij\nkort")
    texts = traces_of(open_casebook.rows, person).texts
    assert {
        "belt morgen terug",
        "zorgt voor haar moeder",
        "en dit alleen zij",
        '{"geen JSON, wel een "haakje"',
    } <= texts
    assert not texts & {"dat zegt een ander ook", "kort", "vraag-zorg"}
    assert not [text for text in texts if " " not in text]


def test_a_code_is_no_part_of_another(open_casebook: Store, erasing: Erasure) -> None:
    person = client(open_casebook, "K-1")
    for code in ("K-10", "K-1-a", "aK-1", "K-1.b"):
        open_casebook.notes.write(
            client(open_casebook, code if any(c.isdigit() for c in code) else "x1"), f"over {code}"
        )
    assert erasing.erase(open_casebook, person).nothing_found


def test_words_left_in_the_index_are_found(open_casebook: Store, erasing: Erasure) -> None:
    """A trigger that forgot to delete: the index is searched by itself, not by the rows."""
    person = filled(open_casebook)
    open_casebook.rows.run("DROP TRIGGER note_gone")
    proof = erasing.erase(open_casebook, person)
    assert not proof.nothing_found
    assert proof.searched[1].found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-16"])
def test_files_of_ours_are_searched_by_name_and_content(
    open_casebook: Store, erasing: Erasure, tmp_path: Path, encoding: str
) -> None:
    person = filled(open_casebook)
    exports = tmp_path / "uitvoer"
    (exports / "diep").mkdir(parents=True)
    (exports / f"inzage-{CODE}.pdf").write_bytes(b"%PDF")
    (exports / f"{CODE}_oud.pdf").write_bytes(b"%PDF")
    (exports / f"inzage-{CODE}2.pdf").write_bytes(b"%PDF")
    (exports / "diep" / "pagina.html").write_bytes("<p>zij zorgt voor haar moeder</p>".encode(encoding))
    (exports / "anders.txt").write_bytes("over een ander".encode(encoding))
    hidden = exports / "niet"
    hidden.mkdir()
    (hidden / "casebook.db").write_bytes(TOLD)
    (exports / "verwijzing").symlink_to(hidden / "casebook.db")
    proof = erasing.erase(
        open_casebook,
        person,
        [TracePlace(PLACE, exports, without=(hidden,)), TracePlace(PLACE, exports / "anders.txt")],
    )
    searched, alone = proof.searched[-2:]
    assert set(searched.found) == {"pagina.html", f"inzage-{CODE}.pdf", f"{CODE}_oud.pdf"}
    assert searched.looked_at == 5
    assert (alone.looked_at, alone.found) == (1, ())
    assert not proof.nothing_found


def test_a_place_that_is_not_there_is_empty(open_casebook: Store, erasing: Erasure, tmp_path: Path) -> None:
    proof = erasing.erase(open_casebook, client(open_casebook), [TracePlace(PLACE, tmp_path / "nergens")])
    assert proof.nothing_found
    assert proof.searched[-1].looked_at == 0


def test_a_file_that_cannot_be_read_is_no_all_clear(
    open_casebook: Store, erasing: Erasure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "groot.txt").write_bytes(b"x" * 100)
    monkeypatch.setattr("guidance_kb.casebook.privacy.traces._LARGEST", 99)
    proof = erasing.erase(open_casebook, client(open_casebook), [TracePlace(PLACE, tmp_path / "groot.txt")])
    assert proof.searched[-1].unread == 1
    assert not proof.nothing_found


def test_the_backups_that_still_hold_it_are_named_with_their_end(
    vault: Vault, open_casebook: Store, erasing: Erasure, backups: Backups, clock: Clock
) -> None:
    before = backups.make(open_casebook.database)
    clock.pass_(hours=1)
    person = filled(open_casebook)
    holding = backups.make(open_casebook.database)
    clock.pass_(hours=1)
    spoiled = backups.make(open_casebook.database)
    content = bytearray(spoiled.database.read_bytes())
    content[5000] ^= 1
    spoiled.database.write_bytes(content)
    proof = erasing.erase(open_casebook, person)
    assert [(each.backup, each.readable) for each in proof.backups] == [(spoiled, False), (holding, True)]
    assert proof.backups[1].until == holding.made + timedelta(days=91)
    assert proof.nothing_found
    assert erasing.clear_backups(open_casebook, [proof]) == 2
    left = backups.all()
    assert before in left
    assert len(left) == 2
    assert not [backup for backup in left if backup in (holding, spoiled)]


def test_what_was_set_aside_is_named(vault: Vault, open_casebook: Store, erasing: Erasure) -> None:
    (vault.folder / "damaged-20260101-000000").mkdir()
    assert erasing.erase(open_casebook, client(open_casebook)).aside == ("damaged-20260101-000000",)


def test_several_all_or_none(open_casebook: Store, erasing: Erasure) -> None:
    people = [client(open_casebook, f"K-{number}") for number in range(5)]
    before = of_each(open_casebook)
    open_casebook.rows.run(
        "CREATE TEMP TRIGGER failing BEFORE DELETE ON main.client WHEN old.code = 'K-3' BEGIN SELECT raise(ABORT, 'no'); END"
    )
    with pytest.raises(sqlcipher.IntegrityError):
        erasing.erase_all(open_casebook, people)
    assert of_each(open_casebook) == before
    assert open_casebook.rows.all("SELECT * FROM tombstone") == []
    open_casebook.rows.run("DROP TRIGGER failing")
    proofs = erasing.erase_all(open_casebook, people[:4])
    assert [proof.code for proof in proofs] == ["K-0", "K-1", "K-2", "K-3"]
    assert [line.code for line in open_casebook.clients.list().lines] == ["K-4"]


def test_it_cannot_be_taken_back(open_casebook: Store, erasing: Erasure) -> None:
    person = filled(open_casebook)
    erasing.erase(open_casebook, person)
    assert open_casebook.undo.take_back(person) is None
    assert open_casebook.rows.all("SELECT * FROM action WHERE client = ?", person) == []


def test_half_of_a_hundred(
    vault: Vault, open_casebook: Store, erasing: Erasure, backups: Backups, clock: Clock
) -> None:
    """Tokens of the erased ones are in no page, in no index, and do not come back with a restore; those of the others are."""
    store = open_casebook
    for number in range(100):
        store.notes.write(client(store, f"C-{number:03}"), f"teken{number:03}x vertelt over het geheim{number:03}x")
    made = backups.make(store.database)
    gone = [line.id for line in store.clients.list(limit=100).lines if int(line.code[2:]) % 2]
    proofs = erasing.erase_all(store, gone)
    assert len(proofs) == 50
    assert all(isinstance(proof, Proof) and proof.nothing_found for proof in proofs)
    key = vault._key
    assert key is not None
    clock.pass_(minutes=1)
    Restoration(vault, backups, clock).prepare(made, Secret.passphrase(PASSPHRASE), store.database).apply()
    pages = decrypted_pages(vault.database_file, key)
    for number in range(100):
        assert (f"teken{number:03}x".encode() in pages) == (number % 2 == 0)
        assert (f"geheim{number:03}x".encode() in pages) == (number % 2 == 0)
    assert len(Rows(vault.open(PASSPHRASE).database).all("SELECT id FROM client")) == 50
