"""The word index read by ourselves: every word that FTS5 knows, and those that it does not show."""

import random

import pytest

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.privacy import erasure
from guidance_kb.casebook.privacy.erasure import Erasure
from guidance_kb.casebook.privacy.traces import traces_of
from guidance_kb.casebook.storage.fts_pages import WordPages
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import Clock
from tests.casebook.people import client


@pytest.fixture
def erasing_(vault: Vault, clock: Clock) -> Erasure:
    return Erasure(vault, Backups(vault, clock), clock)


def fill(store: Store, clients: int = 60) -> list[int]:
    """Clients with words of their own, enough for an index of many pages; some long, some with more than one byte a letter."""
    chance = random.Random(7)  # noqa: S311 - nothing secret
    people = []
    with store.rows.writing():
        for number in range(clients):
            letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
            people.append(client(store, f"C-{number:03}"))
            for _ in range(4):
                own = [f"zq{letters}{''.join(chance.choices('abcdefgh', k=6))}qz" for _ in range(12)]
                store.notes.write(people[-1], f"{' '.join(own)} één gesprek over geld {'lang' * chance.randrange(60)}")
    return people


def known(rows: Rows) -> set[str]:
    """Every word, as FTS5 shows it."""
    rows.run("CREATE VIRTUAL TABLE temp.known USING fts5vocab('main', 'word', 'row')")
    found = {term for (term,) in rows.all("SELECT term FROM temp.known")}
    rows.run("DROP TABLE temp.known")
    return found


def pages_only(rows: Rows) -> None:
    """Compacts as it was done before the index was made anew."""
    rows.run("VACUUM")


def test_it_reads_what_fts5_reads(open_casebook: Store) -> None:
    fill(open_casebook)
    pages = WordPages.read(open_casebook.rows)
    assert len(pages.words) > 2000
    assert set(pages.words) == known(open_casebook.rows)
    assert len(pages.beginnings) > 10
    assert pages.unread == 0
    open_casebook.rows.run("INSERT INTO word (word) VALUES ('optimize')")
    assert WordPages.read(open_casebook.rows).words == pages.words


def test_after_erasing_nothing_is_left_in_them(open_casebook: Store, erasing_: Erasure) -> None:
    people = fill(open_casebook)
    proofs = erasing_.erase_all(open_casebook, people[::2])
    assert all(proof.nothing_found for proof in proofs)
    assert {proof.searched[2].looked_at for proof in proofs} == {proofs[0].searched[2].looked_at}
    pages = WordPages.read(open_casebook.rows)
    assert set(pages.words) == known(open_casebook.rows)
    assert all(any(word.startswith(each) for word in pages.words) for each in pages.beginnings)


def test_a_word_that_parts_pages_is_found(
    open_casebook: Store, erasing_: Erasure, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What FTS5 keeps of a word that is gone, when the index is not made anew; the other searches do not see it."""
    people = fill(open_casebook)
    monkeypatch.setattr(erasure, "compact", pages_only)
    proofs = erasing_.erase_all(open_casebook, people[::2])
    betrayed = [proof for proof in proofs if not proof.nothing_found]
    assert betrayed
    for proof in betrayed:
        assert [place.found for place in proof.searched] == [(), (), ("word_idx",), ()]


def test_a_word_that_is_only_marked_as_gone_is_found(
    open_casebook: Store, erasing_: Erasure, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = fill(open_casebook)
    open_casebook.rows.run("INSERT INTO word (word, rank) VALUES ('secure-delete', 0)")
    monkeypatch.setattr(erasure, "compact", pages_only)
    (proof,) = erasing_.erase_all(open_casebook, people[:1])
    values, words, pages, _ = proof.searched
    assert (values.found, words.found) == ((), ())
    assert "word_data" in pages.found


def test_words_of_others_are_not_found(open_casebook: Store) -> None:
    people = fill(open_casebook)
    pages, words = WordPages.read(open_casebook.rows), traces_of(open_casebook.rows, people[0]).words
    assert pages.found(words) == ["word_data"]
    assert pages.found(frozenset({"zqnobodyqz", "z", "zq", "zqa"})) == []


def test_the_beginning_of_a_word_that_is_there_is_nobodys(open_casebook: Store) -> None:
    pages = WordPages(("geld", "zorgt"), frozenset({"zorg", "ouder"}), 0)
    assert pages.found(frozenset({"zorg"})) == []
    assert pages.found(frozenset({"ouders"})) == ["word_idx"]
    assert pages.found(frozenset({"oud"})) == []


def test_a_page_of_another_form_counts_as_unread(open_casebook: Store) -> None:
    """A later SQLite may store words in another way: then it is said that not all could be read."""
    rows = open_casebook.rows
    fill(open_casebook, clients=5)
    rows.run("CREATE TABLE temp.word_data (id INTEGER, block BLOB)")
    for block in (b"\0\0\0\4\x05", b"\0\0\0\4\xff\xff\xff\xff\xff\xff\xff\xff\xff", b"\0\0\0\x06\x7f\1\4"):
        rows._database.execute("INSERT INTO temp.word_data VALUES (?, ?)", (1 << 37, block))
    pages = WordPages.read(rows)
    assert pages.unread == 3
    assert pages.words == ()
