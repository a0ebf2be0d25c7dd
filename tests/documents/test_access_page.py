"""The page and the JSON of an access request: every column, in words, with nothing of the counselor's own words executed."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from guidance_kb.casebook.privacy.ownership import owned
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.access import Everything, everything_of
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import SessionChange
from guidance_kb.documents import access_words
from guidance_kb.documents.access_page import access_as_data, access_page
from guidance_kb.documents.checklist import checklist_as_data
from guidance_kb.documents.summary import Summary
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from tests.casebook.conftest import CHEAP, PASSPHRASE, Clock
from tests.casebook.keeping import filled
from tests.casebook.people import RULES, Rules
from tests.documents.conftest import HOSTILE

CLOCK = Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = Vault(tmp_path / "casebook", clock=CLOCK, cost=CHEAP)
    vault.create(PASSPHRASE)
    yield vault.open(PASSPHRASE)
    vault.close()


@pytest.fixture
def everything(store: Store) -> Everything:
    return everything_of(store, filled(store), CLOCK)


class Words(HTMLParser):
    """The words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)
        self.text = " ".join(self.pieces)

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def test_every_table_and_column_has_a_name_and_every_choice_its_words(store: Store) -> None:
    for table in owned(store.rows):
        assert table.name in access_words.TABLES
        for column in table.columns:
            assert (table.name, column) in access_words.COLUMNS or ("", column) in access_words.COLUMNS, (
                table.name,
                column,
            )
        (sql,) = store.rows.the("SELECT sql FROM sqlite_schema WHERE name = ?", table.name)
        for column, choices in re.findall(r"CHECK \((\w+) IN \(([^)]+)\)\)", sql):
            wanted = {choice.strip(" '") for choice in choices.split(",")} - {""}
            assert wanted <= set(access_words.VALUES[table.name, column]), (table.name, column)
    known = {(table.name, column) for table in owned(store.rows) for column in table.columns}
    assert {key for key in access_words.COLUMNS if key[0]} <= known
    assert set(access_words.VALUES) <= known


@pytest.mark.parametrize("language", Language)
def test_every_column_is_on_the_page(
    library: Library, store: Store, everything: Everything, language: Language
) -> None:
    """By its name; those that say whose a row is are in the headings."""
    page = Words(access_page(library, everything, language)).text
    for table in owned(store.rows):
        for column in table.columns:
            label = access_words.COLUMNS.get((table.name, column)) or access_words.COLUMNS["", column]
            if column not in ("client", "session"):
                assert label.say(language) in page, (table.name, column)


def test_every_free_text_is_on_the_page_as_it_was_written(library: Library, store: Store) -> None:
    person = filled(store)
    texts = {"client": ["remark", "keep_reason"], "note": ["text"], "step": ["what"], "follow_up": ["remark", "outcome"],
             "answer": ["note"], "reopening": ["reason"]}  # fmt: skip
    for table, columns in texts.items():
        for column in columns:
            store.rows.run(f"UPDATE {table} SET {column} = ?", f"teken-{table}-{column} & <b>")  # noqa: S608
    page = Words(access_page(library, everything_of(store, person, CLOCK), Language.NL)).text
    for table, columns in texts.items():
        for column in columns:
            assert f"teken-{table}-{column} & <b>" in page


def test_in_words_and_not_in_codes(library: Library, everything: Everything) -> None:
    page = Words(access_page(library, everything, Language.NL)).text
    care = library.title("care-duties")
    assert care is not None
    for shown in ("genoemd", "door de cliënt gezegd", "24 november 2026", "1 december 2026", "al besproken", "eerste week", "nu bespreken",
                  care.nl, library.items["vraag-zorg"].nl.label, "stap afgesproken", "OEFEN-1", "Notities"):  # fmt: skip
        assert shown in page, shown
    for code in ("not_an_issue", "first_week", "discuss_now", "vraag-zorg", "care-duties", "2026-11-24T"):
        assert code not in re.sub(r"\[\[.*?\]\]|\{.*?\}", "", page), code


def test_the_items_are_named_by_the_checklist_of_their_day(
    library: Library, store: Store, checklist: Checklist
) -> None:
    document = checklist_as_data(checklist)
    document["version"] = "2019.1"
    document["items"] = [
        {"id": "vraag-van-toen", "nl": {"label": "Zoals het toen heette"}, "en": {"label": "As it was called then"}}
    ]
    person = store.clients.add("K-3").id
    session = store.sessions.begin(person, Rules("2019.1", json.dumps(document)))
    store.sessions.save(session, SessionChange("vraag-van-toen", Answer(), Answer(State.NAMED, By.OBSERVED), ()))
    everything = everything_of(store, person, CLOCK)
    assert "Zoals het toen heette" in access_page(library, everything, Language.NL)
    assert "As it was called then" in access_page(library, everything, Language.EN)
    assert "observed by the counselor" in access_page(library, everything, Language.EN)


def test_what_was_typed_is_text(library: Library, store: Store) -> None:
    person = store.clients.add("K-4", HOSTILE.replace("\ud800", "")).id
    store.notes.write(person, "<img src=x onerror=alert(1)>")
    page = Words(access_page(library, everything_of(store, person, CLOCK), Language.NL))
    assert not page.tags & {"img", "script"}
    assert '<b>bang</b> & "stil" <script>alert(1)</script>' in page.text


def test_what_was_done_with_a_signal_is_said_in_words(library: Library, everything: Everything) -> None:
    page = Words(access_page(library, everything, Language.NL))
    topic, name = library.items["vraag-zorg"].nl.topic, library.barriers["care-duties"].nl.name
    assert "opzijgezet: al besproken" in page.text  # in the changes
    rows = [piece for piece in page.pieces if piece.strip()]
    change = rows.index("opzijgezet: al besproken")
    assert name in rows[change - 4 : change]
    verdict = rows.index("opzijgezet")
    assert topic in rows[verdict : verdict + 4]
    assert '["vraag-zorg!"]' not in page.text
    assert "null" not in page.text


def test_what_was_written_for_the_summary_is_said_too(library: Library, store: Store) -> None:
    person = store.clients.add("K-6").id
    session = store.sessions.begin(person, RULES)
    summary = Summary().agreeing(Terms("naar het spreekuur", Who.CLIENT)).writing("want", "U wilt <kok> worden.")
    store.sessions.put_place(session, {"item": "vraag-zorg", "summary": summary.as_data()})
    page = Words(access_page(library, everything_of(store, person, CLOCK), Language.NL)).text
    assert "naar het spreekuur; U wilt <kok> worden." in page
    assert "'who'" not in page


@pytest.mark.parametrize("language", Language)
def test_of_somebody_with_nothing_the_page_says_so(library: Library, store: Store, language: Language) -> None:
    page = access_page(library, everything_of(store, store.clients.add("K-5").id, CLOCK), language)
    assert page.count(access_words.NOTHING.say(language)) >= 4


def test_the_data_has_every_column_of_every_table(store: Store, everything: Everything) -> None:
    data = json.loads(json.dumps(access_as_data(everything)))
    for table in owned(store.rows):
        assert set(data["tables"][table.name][0]) == set(table.columns)
    assert data["tables"]["answer_change"][0]["after"]["note"] == "zorgt voor haar moeder"
    assert data["tables"]["session"][0]["place"] == {"item": "vraag-zorg"}
    assert data["format"] == "guidance-kb access 1"
    (checklist,) = data["checklists"].values()
    assert checklist["version"] == "2026.1"
