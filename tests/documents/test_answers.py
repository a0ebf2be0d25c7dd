"""Every answer in every document: what was not named is never printed as a claim, and how it stands is said before its note (C18).

Documents are found by themselves: a new module of `documents/`, or a new function there that is given answers, fails until it is walked
here or it is said why it need not be; so does anything else that leaves and reads the label of an item.
"""

import ast
import inspect
import json
import pkgutil
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from importlib import import_module
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from guidance_kb import documents
from guidance_kb.casebook.records.session_records import Rules
from guidance_kb.casebook.vault.access import Everything, everything_of
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.answers import OTHER_ITEM, Answer, By, State, goal_of
from guidance_kb.conversation.assessment import assess
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.conversation.signals import Signal, SignalReason
from guidance_kb.documents.access_page import access_as_data, access_page
from guidance_kb.documents.answers import ItemNames, answer_in_words, subject
from guidance_kb.documents.checklist import checklist_as_data
from guidance_kb.documents.client_page import Contact, client_page
from guidance_kb.documents.counselor_page import counselor_page
from guidance_kb.documents.form import filled_form
from guidance_kb.documents.message import email, message
from guidance_kb.documents.names import SPEAKERS, STATES
from guidance_kb.documents.reply import reply_page, reply_text
from guidance_kb.documents.signal_card import signal_card
from guidance_kb.documents.summary import ReplyPart, Summary, Talk
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from tests.casebook.conftest import CHEAP, PASSPHRASE, Clock

SOURCES: Final = Path(documents.__file__).parents[1]
DAY: Final = date(2026, 11, 25)

WALKED: Final = {
    "access_page": {"access_as_data", "access_page"},
    "client_page": {"client_page", "next_proposed", "proposed", "sections", "welcome"},
    "counselor_page": {"counselor_page"},
    "form": {"filled_form"},
    "message": {"email", "message"},
    "reply": {"reply_page", "reply_text"},
    "signal_card": {"signal_card"},
}
"""The documents of an answer, by module and function. `client_page` and what it is made of: no answer stands on it at all."""

SAYING: Final = {"answers": {"answer_in_words", "how_it_stands", "state_in_words", "subject"}}
"""The one place that says an answer; the documents go through it."""

WITHOUT_ANSWERS: Final = {
    "access_words": "names of tables and columns",
    "appointment": "a day, a time and a place",
    "bookmarks": "knowledge",
    "calendar": "days and codes",
    "checklist": "the checklist, before anything was said",
    "citation": "knowledge",
    "countries": "knowledge",
    "erasure": "counts of what was erased",
    "export": "knowledge",
    "licences": "texts of others",
    "names": "words",
    "page": "a sheet",
    "passages": "knowledge",
    "privacy_texts": "texts of the program",
    "recovery_sheet": "a key",
    "rules": "the rules: a label after “when the client names this”",
    "skos": "knowledge",
    "step_variants": "the steps of a card, and the items they depend on, before anything was said",
    "summary": "what was agreed and written by hand",
}
"""The other modules of `documents/`, and what is in them instead."""

LABELS: Final = {
    "conversation/assessment.py": "gives both names of an item to the one place that chooses, `name_of_answer`",
    "documents/answers.py": "says answers",
    "documents/form.py": "the empty form, to be filled in",
    "documents/passages.py": "takes an item along as knowledge",
    "documents/privacy_texts.py": "a label of a text on privacy",
    "documents/rules.py": "the rules",
    "documents/step_variants.py": "names the item on which a step depends",
    "cli/checklist.py": "the checklist, before anything was said",
    "cli/assess.py": "what `assess` returned as name",
    "cli/search.py": "the label of a pattern of the plan",
    "cli/sheet.py": "an item as knowledge",
    "casebook/transfer/parcels.py": "checks that a label is text",
}
"""The files below these rooms that read something called `label`, and why that is no answer printed as a claim."""

ROOMS: Final = ("casebook", "cli", "conversation", "doctor", "documents", "ui/practice", "ui/records",
                "ui/start", "ui/summary")  # fmt: skip
"""Where answers leave the list; the list itself is `ui/conversation`."""

KINDS: Final = tuple(product(State, By, (True, False)))
"""Every way in which an item can stand: its state, who said it, and whether there is a note."""


def said(checklist: Checklist, turn: int) -> Session:
    """A conversation in which every item stands in one of `KINDS`; over all turns every item stands in every one."""
    session = Session(checklist)
    for place, item in enumerate(checklist.items):
        state, by, noted = KINDS[(place + turn) % len(KINDS)]
        session.set_by(item, by)
        if state is not State.NOT_DISCUSSED:
            session.set_state(item, state)
        if noted:
            session.set_note(item, note(item, turn))
    return session


def note(item: str, turn: int) -> str:
    """Words of the client's with one item of one conversation."""
    return f"eigen woorden bij {item}, keer {turn}."


MONEY: Final = ItemNames("Kan de kosten van een cursus nu niet betalen", "Geld voor een cursus")
OLD: Final = ItemNames("Kan de kosten niet betalen")


@pytest.mark.parametrize(
    ("names", "answer", "line"),
    [
        (MONEY, Answer(State.NOT_AN_ISSUE, note="heeft spaargeld"), "Geld voor een cursus: speelt niet · “heeft spaargeld”"),
        (MONEY, Answer(State.DECLINED), "Geld voor een cursus: wil hier niets over zeggen"),
        (MONEY, Answer(note="later"), "Geld voor een cursus: niet besproken · “later”"),
        (MONEY, Answer(by=By.OBSERVED), "Geld voor een cursus: niet besproken"),
        (MONEY, Answer(State.NOT_AN_ISSUE, By.OBSERVED), "Geld voor een cursus: speelt niet, gezien door de begeleider"),
        (MONEY, Answer(State.NAMED, note="nu niet"), f"{MONEY.label}: genoemd, door de cliënt gezegd · “nu niet”"),
        (MONEY, Answer(State.NAMED, By.OBSERVED), f"{MONEY.label}: genoemd, gezien door de begeleider"),
        (OLD, Answer(State.NOT_AN_ISSUE, note="spaart"), "speelt niet: “Kan de kosten niet betalen” · “spaart”"),
        (OLD, Answer(State.DECLINED, By.OBSERVED), "wil hier niets over zeggen: “Kan de kosten niet betalen”, gezien door de begeleider"),
        (OLD, Answer(State.NAMED), "Kan de kosten niet betalen: genoemd, door de cliënt gezegd"),
    ],
)  # fmt: skip
def test_an_answer_in_one_line(names: ItemNames, answer: Answer, line: str) -> None:
    assert answer_in_words(names, answer, Language.NL) == line


def test_where_nothing_is_known_of_the_state_no_claim_is_made() -> None:
    assert subject(MONEY, None, Language.NL) == "Geld voor een cursus"
    assert subject(OLD, None, Language.NL) == "“Kan de kosten niet betalen”"


# ── what a document says ────────────────────────────────────────────────────────────────────────


class Pieces(HTMLParser):
    """What of a page is read in one go: a paragraph, a member of a list, a row of a table; a line break begins another."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces = [""]
        self.feed(html)

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag in ("p", "li", "tr", "br", "h1", "h2", "h3", "h4"):
            self.pieces.append("")

    def handle_data(self, data: str) -> None:
        self.pieces[-1] += data + " "


def faults(
    pieces: list[str], notes: Mapping[str, tuple[str, Answer]], library: Library, language: Language
) -> Iterator[str]:
    """What is wrong in a document: a claim that was not made, a note that does not say how its answer stands.

    Args:
        pieces: What is read in one go.
        notes: Every note, with its item and its answer.
        library: The items.
        language: Of the document.
    """
    named = STATES[State.NAMED].say(language)
    for piece in pieces:
        for item in library.items.values():
            label = item.text(language).label
            if label in piece and named not in piece:
                yield f"a claim that was not made: {piece}"
        for words, (item, answer) in notes.items():
            if words not in piece:
                continue
            before, _, after = piece.partition(words)
            text = library.items[item].text(language)
            names = [text.topic] + ([text.label] if answer.state is State.NAMED else [])
            if not (before.endswith("“") and after.startswith("”")):
                yield f"no quotation: {piece}"
            if item == OTHER_ITEM:  # it stands under a heading of its own, whatever its state
                continue
            if STATES[answer.state].say(language) not in before or not any(name in before for name in names):
                yield f"a note that does not say before it what of and how it stands: {piece}"
            seen = answer.by is By.OBSERVED and answer.state is not State.NOT_DISCUSSED
            if seen and SPEAKERS[By.OBSERVED].say(language) not in before:
                yield f"observed, and that is not said: {piece}"


def notes_of(*sessions: Session) -> dict[str, tuple[str, Answer]]:
    """The notes of conversations, with their items and answers."""
    return {answer.note: (item, answer) for each in sessions for item, answer in each.answers.items() if answer.note}


def talk(session: Session) -> Talk:
    return Talk(session.checklist, session.answers, session.signals, frozenset(), DAY)


def without_cards(library: Library) -> Summary:
    return Summary(on_counselor=dict.fromkeys((*library.barriers, *library.drives), False))


def cards(library: Library, session: Session, language: Language) -> str:
    found = frozenset(signal.target for signal in session.signals)
    return "".join(signal_card(library, session, signal, found, language) for signal in session.signals)


PAGES: Final[Mapping[str, Callable[[Library, Session, Language], str]]] = {
    "counselor's page": lambda library, session, language: counselor_page(
        library, talk(session), Summary(), Contact(), language
    ),
    "counselor's page without cards": lambda library, session, language: counselor_page(
        library, talk(session), without_cards(library), Contact(), language
    ),
    "filled form": filled_form,
    "signal cards": cards,
    "client's page": lambda library, session, language: client_page(
        library, talk(session), Summary(language=language), Contact()
    ),
    "reply": lambda _, session, language: reply_page(
        talk(session), Summary(reply=tuple(ReplyPart)), Contact(), language
    ),
    "reply as text": lambda _, session, language: reply_text(
        talk(session), Summary(reply=tuple(ReplyPart)), Contact(), language
    ),
    "message": lambda library, session, language: (
        message(library, talk(session), Summary(language=language), Contact()).text
    ),
    "e-mail": lambda library, session, language: (
        email(library, talk(session), Summary(language=language), Contact()).text
    ),
}
WITHOUT_NOTES: Final = frozenset({"client's page", "reply", "reply as text", "message", "e-mail"})
GOAL_PAGES: Final = frozenset(
    {"client's page", "counselor's page", "counselor's page without cards", "reply", "reply as text"}
)
SOME_NOTES: Final = frozenset({"signal cards"})
NO_GOAL: Final = frozenset({"message", "e-mail"})
"""Others may read along on a telephone."""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", PAGES)
def test_no_page_prints_what_was_not_said(
    library: Library, checklist: Checklist, name: str, language: Language
) -> None:
    for turn in range(len(KINDS)):
        session = said(checklist, turn)
        notes = notes_of(session)
        html = PAGES[name](library, session, language)
        pieces = Pieces(html).pieces
        goal = goal_of(session.answers)  # under a heading of its own, without the name of the item
        others = {words: noted for words, noted in notes.items() if words != goal}
        assert list(faults(pieces, others if name in GOAL_PAGES else notes, library, language)) == []
        shown = {words for words in notes if any(words in piece for piece in pieces)}
        goal = "" if name in NO_GOAL else goal
        assert shown == ({goal} - {""} if name in WITHOUT_NOTES else shown if name in SOME_NOTES else set(notes))


@pytest.fixture(scope="module")
def sessions(checklist: Checklist) -> list[Session]:
    return [said(checklist, turn) for turn in range(len(KINDS))]


def kept(path: Path, sessions: list[Session], rules: Rules) -> Everything:
    """All that a casebook keeps of a client with these conversations."""
    clock = Clock()
    vault = Vault(path, clock=clock, cost=CHEAP)
    vault.create(PASSPHRASE)
    store = vault.open(PASSPHRASE)
    person = store.clients.add("K-1").id
    for session in sessions:
        held = store.sessions.begin(person, rules, session)
        store.sessions.put_place(held, {"item": next(iter(session.checklist.items))})
    store.sessions.discard(held)  # what undoing would put back is kept too
    everything = everything_of(store, person, clock)
    vault.close()
    return everything


def rules_of(document: Mapping[str, object]) -> Rules:
    return Rules(str(document["version"]), json.dumps(document, ensure_ascii=False))


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory, checklist: Checklist, sessions: list[Session]) -> Everything:
    return kept(tmp_path_factory.mktemp("kept") / "casebook", sessions, rules_of(checklist_as_data(checklist)))


@pytest.mark.parametrize("language", Language)
def test_the_copy_for_the_client_says_how_each_answer_stands(
    library: Library, everything: Everything, sessions: list[Session], language: Language
) -> None:
    notes = notes_of(*sessions)
    pieces = Pieces(access_page(library, everything, language)).pieces
    assert list(faults(pieces, notes, library, language)) == []
    assert all(any(words in piece for piece in pieces) for words in notes)


def test_a_checklist_of_before_topics_is_said_by_those_of_today(
    library: Library, checklist: Checklist, sessions: list[Session], tmp_path: Path
) -> None:
    document = checklist_as_data(checklist)
    for item in document["items"]:
        del item["nl"]["topic"], item["en"]["topic"]
    some = sessions[:2]
    page = access_page(library, kept(tmp_path / "casebook", some, rules_of(document)), Language.NL)
    assert list(faults(Pieces(page).pieces, notes_of(*some), library, Language.NL)) == []


def test_an_item_that_is_gone_is_said_by_its_state_and_then_its_label_in_quotation_marks(
    library: Library, checklist: Checklist, tmp_path: Path
) -> None:
    gone = replace(checklist, items={"vraag-weg": checklist.items["vraag-geld"]._replace(id="vraag-weg", evidence=())})
    label = "Heeft iets van vroeger"
    document = {"version": "2019.1", "items": [{"id": "vraag-weg", "nl": {"label": label}, "en": {"label": label}}]}
    sessions = []
    for state in (State.NOT_AN_ISSUE, State.DECLINED, State.NAMED):
        sessions.append(session := Session(gone))
        session.set_state("vraag-weg", state)
        session.set_note("vraag-weg", f"woorden bij {state}")
    page = access_page(library, kept(tmp_path / "casebook", sessions, rules_of(document)), Language.NL)
    pieces = [" ".join(piece.split()) for piece in Pieces(page).pieces]
    for state in (State.NOT_AN_ISSUE, State.DECLINED):
        (answer, *_) = [piece for piece in pieces if f"woorden bij {state}" in piece]
        assert f"{STATES[state].nl}: “{label}”" in answer
        assert answer.index(label) < answer.index(f"“woorden bij {state}”")
    assert [piece for piece in pieces if label in piece and f"“{label}”" not in piece and "genoemd" not in piece] == []


def test_a_rule_that_counts_not_an_issue_does_not_make_a_claim_of_it(library: Library, checklist: Checklist) -> None:
    item = checklist.items["vraag-geld"]
    evidence = (item.evidence[0]._replace(state="not_an_issue"),)
    turned = replace(checklist, items={**checklist.items, item.id: item._replace(evidence=evidence)})
    session = Session(turned)
    session.set_state(item.id, State.NOT_AN_ISSUE)
    session.set_note(item.id, "heeft spaargeld")
    assert [signal.target for signal in session.signals] == ["money"]
    for name, made in PAGES.items():
        html = made(library, session, Language.NL)
        assert item.nl.label not in html, name
        assert ("Geld voor een cursus: speelt niet · “heeft spaargeld”" in html) is (name not in WITHOUT_NOTES)
    data = assess(library, turned, session.answers, Language.NL)
    assert item.nl.label not in json.dumps(data, ensure_ascii=False)


# ── as data ─────────────────────────────────────────────────────────────────────────────────────


def test_data_of_the_copy_holds_no_label_but_those_of_the_checklist(
    library: Library, everything: Everything, sessions: list[Session]
) -> None:
    tables = access_as_data(everything)["tables"]
    said = json.dumps(tables, ensure_ascii=False)
    assert not [item.id for item in library.items.values() if item.nl.label in said or item.en.label in said]
    assert {row["note"]: row["state"] for row in tables["answer"] if row["note"]} == {
        words: answer.state for words, (_, answer) in notes_of(*sessions[:-1]).items()
    }


@pytest.mark.parametrize("language", Language)
def test_signals_as_data_claim_only_what_was_named(
    library: Library, checklist: Checklist, sessions: list[Session], language: Language
) -> None:
    for session in sessions:
        for signal in assess(library, checklist, session.answers, language)["signals"]:
            for answer in (*signal["because"], *signal["against"]):
                text = library.items[answer["item"]].text(language)
                assert answer["state"] == session.answer(answer["item"]).state
                assert answer["label"] == (text.label if answer["state"] == State.NAMED else text.topic)


# ── a new document is found ─────────────────────────────────────────────────────────────────────


def modules() -> dict[str, ModuleType]:
    names = (each.name for each in pkgutil.iter_modules(documents.__path__))
    return {name: import_module(f"{documents.__name__}.{name}") for name in names}


def given_answers(module: ModuleType) -> set[str]:
    """The functions of a module that are given what was said in a conversation."""
    telling = (Answer, Everything, SignalReason, Session, Signal, State, Talk)
    return {
        name
        for name, made in inspect.getmembers(module, inspect.isfunction)
        if made.__module__ == module.__name__ and not name.startswith("_")
        if any(_holds(each, telling) for key, each in typing.get_type_hints(made).items() if key != "return")
    }


def _holds(hint: object, wanted: tuple[type, ...]) -> bool:
    return hint in wanted or any(_holds(each, wanted) for each in typing.get_args(hint))


def test_every_document_is_walked_or_holds_no_answers() -> None:
    found = modules()
    assert set(found) == set(WALKED) | set(SAYING) | set(WITHOUT_ANSWERS), (
        "a new module: walk it here, or say what is in it"
    )
    for name, module in found.items():
        expected = WALKED.get(name, SAYING.get(name, set()))
        assert given_answers(module) == expected, name


def test_nothing_else_that_leaves_reads_a_label() -> None:
    found = {
        path.relative_to(SOURCES).as_posix()
        for room in ROOMS
        for path in (SOURCES / room).rglob("*.py")
        if any(_reads_a_label(node) for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    }
    assert found == set(LABELS), "say it by `documents/answers.py`, or say here why it is no answer"


def _reads_a_label(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(attr="label", ctx=ast.Load()):
            return True
        case ast.Subscript(slice=ast.Constant(value="label")):
            return True
    return False
