import json
from pathlib import Path

import pytest

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from tests.cli.conftest import Run
from tests.documents.test_answers import KINDS, said


def firm_barrier(checklist: Checklist) -> tuple[str, str]:
    """An item and the barrier that it alone raises."""
    return next(
        (item.id, evidence.target)
        for item in checklist.items.values()
        for evidence in item.evidence
        if evidence.strength == "firm" and evidence.state == "named" and evidence.target in checklist.barriers
    )


def document(checklist: Checklist, **answers: object) -> bytes:
    return json.dumps({"checklist": checklist.version, "answers": answers}).encode()


def test_signals_gaps_and_what_to_ask(run: Run, checklist: Checklist, tmp_path: Path) -> None:
    item, barrier = firm_barrier(checklist)
    file = tmp_path / "answers.json"
    file.write_bytes(
        b"\xef\xbb\xbf"
        + document(checklist, **{item: {"state": "named", "by": "client", "note": "zegt dat zij bang is"}})
    )
    done = run("assess", str(file), "--json")
    assert {"signals", "gaps", "ask_next"} <= set(done.json)
    signal = next(signal for signal in done.json["signals"] if signal["id"] == barrier)
    assert {"id", "kind", "category", "level", "because", "sources", "entries", "ask"} <= set(signal)
    assert (signal["kind"], signal["level"]) == ("barrier", "discuss_now")
    assert signal["because"][0]["item"] == item
    assert set(done.json["gaps"]) == set(checklist.items) - {item}
    assert 0 < len(done.json["ask_next"]) <= 3
    assert "bang" not in done.out
    assert run("assess", "-", "--json", stdin=file.read_bytes()).out == done.out


def test_observation_alone_is_for_information(run: Run, checklist: Checklist) -> None:
    item, barrier = firm_barrier(checklist)
    assessed = run(
        "assess", "-", "--json", stdin=document(checklist, **{item: {"state": "named", "by": "observed"}})
    ).json
    assert {signal["level"] for signal in assessed["signals"]} == {"for_information"}
    assert barrier in {signal["id"] for signal in assessed["signals"]}


def test_nothing_discussed_raises_nothing(run: Run, checklist: Checklist) -> None:
    done = run("assess", "-", "--json", stdin=document(checklist))
    assert done.json["signals"] == []
    assert done.json["gaps"] == list(checklist.items)
    assert "wijzen nergens op" in run("assess", "-", stdin=document(checklist)).out


def test_to_read_and_language(run: Run, checklist: Checklist) -> None:
    item, _ = firm_barrier(checklist)
    answers = document(checklist, **{item: {"state": "named"}})
    assert "(belemmering; nu bespreken)" in run("assess", "-", stdin=answers).out
    english = run("assess", "-", "--lang", "en", stdin=answers).out
    assert "(barrier; discuss now)" in english
    assert "not a validated test" in english


@pytest.mark.parametrize("language", Language)
def test_what_was_not_named_is_never_printed_as_a_claim(
    run: Run, library: Library, checklist: Checklist, language: Language
) -> None:
    printed = 0
    for turn in range(0, len(KINDS), 3):
        session = said(checklist, turn)
        answers = {
            item: {"state": answer.state, "by": answer.by, "note": answer.note}
            for item, answer in session.answers.items()
        }
        out = " ".join(run("assess", "-", "--lang", language, stdin=document(checklist, **answers)).out.split())
        for item in library.items.values():
            if item.text(language).label in out:
                printed += 1
                assert session.answer(item.id).state is State.NAMED
    assert printed


@pytest.mark.parametrize(
    "given",
    [
        b"", b"{", b"[]", b"null", b"3", b'"x"', b"{}", b"\xff\xfe{\x00}\x00", b"[" * 100_000, b"9" * 5000, b"\x00", b"NaN",
        b'{"checklist": 1, "answers": {}}', b'{"checklist": "1900.1", "answers": {}}', b'{"checklist": "1900.1", "answers": []}',
        b'{"answers": {}, "answers": {}}', b" " * 10_000_001,
    ],
)  # fmt: skip
def test_broken_files_are_one_line(run: Run, given: bytes) -> None:
    assert run("assess", "-", "--json", stdin=given).complaint


@pytest.mark.parametrize(
    "answers",
    [
        {"vraag-die-niet-bestaat": {"state": "named"}},
        {"x\ny": {"state": "named"}},
        {"x" * 100_000: {"state": "named"}},
        {"\u0000\ud800": {"state": "named"}},
    ],
)
def test_an_unknown_item_is_named(run: Run, checklist: Checklist, answers: dict[str, object]) -> None:
    assert "answers." in run("assess", "-", stdin=document(checklist, **answers)).complaint


@pytest.mark.parametrize(
    "answer",
    [
        {}, [], None, 1, {"state": "yes"}, {"state": None}, {"state": []}, {"state": {}}, {"state": "named", "by": "neighbour"},
        {"state": "named", "by": []}, {"state": "named", "who": "client"}, {"state": "named", "note": 3},
        {"state": "named", "note": "x" * 20_000},
    ],
)  # fmt: skip
def test_a_wrong_answer_is_one_line(run: Run, checklist: Checklist, answer: object) -> None:
    item = next(iter(checklist.items))
    assert item in run("assess", "-", stdin=document(checklist, **{item: answer})).complaint


def test_files_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    assert "bestaat niet" in run("assess", str(tmp_path / "nee.json")).complaint
    assert "is een map" in run("assess", str(tmp_path)).complaint


def test_what_turns_the_direction_of_writing_is_not_echoed(run: Run, checklist: Checklist) -> None:
    complaint = run("assess", "-", stdin=document(checklist, **{"vraag\u202e\x1b[31m": {"state": "named"}})).complaint
    assert "vraagU+202EU+001B[31m" in complaint
