"""A conversation as JSON: answers in, signals out, and what is wrong with an answer file said in both languages."""

import json
from typing import Any

import pytest
from hypothesis import strategies as st

from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.assessment import assess, read_answers, signal_as_data
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.next_questions import ask_next, gaps
from guidance_kb.conversation.signals import signals
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from tests.conversation.rules import conversations, for_all


def document(checklist: Checklist, answers: object) -> dict[str, object]:
    return {"checklist": checklist.version, "answers": answers}


def test_answers_are_read(checklist: Checklist) -> None:
    given_ = {
        "vraag-zorg": {"state": "named"},
        "vraag-geld": {"state": "not_an_issue", "by": "observed", "note": "zei niets"},
        "vraag-nut": {"state": "declined", "by": "client"},
        "vraag-school": {"state": "not_discussed"},
    }
    assert read_answers(document(checklist, given_), checklist) == {
        "vraag-zorg": Answer(State.NAMED),
        "vraag-geld": Answer(State.NOT_AN_ISSUE, By.OBSERVED, "zei niets"),
        "vraag-nut": Answer(State.DECLINED),
        "vraag-school": Answer(),
    }
    assert read_answers(document(checklist, {}), checklist) == {}


@pytest.mark.parametrize(
    ("answers", "place"),
    [
        ({"vraag-x": {"state": "named"}}, "answers.vraag-x"),
        ({"vraag-zorg": "named"}, "answers.vraag-zorg"),
        ({"vraag-zorg": None}, "answers.vraag-zorg"),
        ({"vraag-zorg": {"state": "named", "who": "client"}}, "answers.vraag-zorg"),
        ({"vraag-zorg": {}}, "answers.vraag-zorg.state"),
        ({"vraag-zorg": {"state": "yes"}}, "answers.vraag-zorg.state"),
        ({"vraag-zorg": {"state": ["named"]}}, "answers.vraag-zorg.state"),
        ({"vraag-zorg": {"state": {}}}, "answers.vraag-zorg.state"),
        ({"vraag-zorg": {"state": "named", "by": "me"}}, "answers.vraag-zorg.by"),
        ({"vraag-zorg": {"state": "named", "by": {}}}, "answers.vraag-zorg.by"),
        ({"vraag-zorg": {"state": "named", "by": None}}, "answers.vraag-zorg.by"),
        ({"vraag-zorg": {"state": "named", "note": 1}}, "answers.vraag-zorg.note"),
        ({"vraag-zorg": {"state": "named", "note": "x" * 10_001}}, "answers.vraag-zorg.note"),
        ([], "answers"),
        (None, "answers"),
    ],
)
def test_wrong_answers_are_said_with_their_place(checklist: Checklist, answers: object, place: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_answers(document(checklist, answers), checklist)
    assert f"bij “{place}”: verwacht" in caught.value.say(Language.NL)
    assert f"at “{place}”: expected" in caught.value.say(Language.EN)


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ([], "answers"),
        ("text", "answers"),
        ({}, "answers"),
        ({"answers": {}}, "checklist"),
        ({"answers": {}, "checklist": "1999.1"}, "checklist"),
        ({"answers": {}, "checklist": 2026.1}, "checklist"),
        ({"answers": {}, "checklist": "2026.1", "client": "x"}, "client"),
    ],
)
def test_wrong_document(checklist: Checklist, wrong: object, place: str) -> None:
    with pytest.raises(KnownError, match=f"“{place}”"):
        read_answers(wrong, checklist)


def test_another_checklist_names_both_versions(checklist: Checklist) -> None:
    with pytest.raises(KnownError, match=rf"expected {checklist.version}, found '1999\.1'"):
        read_answers({"checklist": "1999.1", "answers": {}}, checklist)


def test_a_note_is_never_repeated_in_an_error(checklist: Checklist) -> None:
    said = {"note": "Fatima " * 2000, "state": "named"}
    beside, short = {"note": "Fatima", "x": 1}, "Fatima"
    whole = [document(checklist, {"vraag-zorg": each}) for each in (said, beside, short)]
    for wrong in (*whole, {"vraag-zorg": beside}, {"answers": ["Fatima"]}, "Fatima"):
        with pytest.raises(KnownError) as caught:
            read_answers(wrong, checklist)
        assert "Fatima" not in caught.value.text.nl + caught.value.text.en


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["state", "by", "note", "x"]), inner, max_size=3)
    ),
)


def test_any_json_is_read_or_refused_in_words(checklist: Checklist) -> None:
    def test(anything: object, item: str) -> None:
        for candidate in (anything, document(checklist, anything), document(checklist, {item: anything})):
            try:
                answers = read_answers(candidate, checklist)
            except KnownError:
                continue
            assert all(isinstance(answer, Answer) for answer in answers.values())

    for_all(test, _JSON, st.sampled_from(["vraag-zorg", "vraag-geld", "?"]))


def test_assessment(library: Library, checklist: Checklist) -> None:
    answers = {"vraag-steun": Answer(State.NAMED), "vraag-geld": Answer(State.NAMED, By.OBSERVED)}
    result = assess(library, checklist, answers, Language.EN)
    assert list(result) == ["checklist", "signals", "gaps", "ask_next"]
    assert result["checklist"] == checklist.version
    assert [(s["id"], s["kind"], s["category"], s["level"]) for s in result["signals"]] == [
        ("relatedness", "drive", "need", "discuss_now"),
        ("money", "barrier", "situational", "for_information"),
        ("unknown-support", "barrier", "institutional", "for_information"),
    ]
    money = result["signals"][1]
    barrier = library.barriers["money"]
    assert money["because"] == [
        {
            "item": "vraag-geld",
            "label": library.items["vraag-geld"].en.label,
            "state": "named",
            "by": "observed",
            "strength": "weak",
        }
    ]
    assert (money["name"], money["signal"], money["ask"]) == (barrier.en.name, barrier.en.signal, barrier.en.ask)
    assert money["sources"] == list(barrier.sections)
    assert result["signals"][0]["because"][0]["strength"] == "firm"
    assert result["gaps"] == list(gaps(checklist, answers))
    assert result["ask_next"] == list(ask_next(checklist, answers))


def test_what_the_client_said_against_a_signal_is_told(library: Library, checklist: Checklist) -> None:
    answers = {
        "vraag-post": Answer(State.NAMED),
        "vraag-gewone-woorden": Answer(State.NAMED),
        "vraag-lezen": Answer(State.DECLINED, note="liever niet"),
    }
    result = assess(library, checklist, answers, Language.EN)
    signals_ = {signal["id"]: signal for signal in result["signals"]}
    topic = library.items["vraag-lezen"].en.topic
    assert signals_["reading-and-language"]["level"] == "for_information"
    assert signals_["reading-and-language"]["against"] == [{"item": "vraag-lezen", "label": topic, "state": "declined"}]
    assert signals_["complex-rules"]["level"] == "discuss_now"
    assert signals_["complex-rules"]["against"] == []


@pytest.mark.parametrize("language", list(Language))
def test_every_signal_is_json_with_words_of_the_language(
    library: Library, checklist: Checklist, language: Language
) -> None:
    answers = dict.fromkeys(checklist.items, Answer(State.NAMED))
    raised = signals(checklist, answers)
    assert len(raised) == len(library.barriers) + len(library.drives)
    for signal in raised:
        data: dict[str, Any] = signal_as_data(library, signal, language)
        assert json.loads(json.dumps(data)) == data
        card = library.barriers.get(signal.target) or library.drives[signal.target]
        assert data["signal"] == card.text(language).signal
        raising = library.items[signal.reasons[0].item].text(language)
        assert data["ask"] == (card.text(language).ask if signal.target in library.barriers else raising.follow_up)
        assert {row["label"] for row in data["because"]} == {
            library.items[r.item].text(language).label for r in signal.reasons
        }
        assert data["entries"]
        assert all(library.entry(entry) for entry in data["entries"])
        assert set(data["sources"]) <= set(library.sections)


def test_answers_survive_the_way_through_json(library: Library, checklist: Checklist) -> None:
    def test(drawn: dict[str, Answer]) -> None:
        answers = {item: answer for item, answer in drawn.items() if item in checklist.items}
        written = {item: {"state": a.state.value, "by": a.by.value, "note": a.note} for item, a in answers.items()}
        again = read_answers(json.loads(json.dumps(document(checklist, written))), checklist)
        assert again == answers
        assert assess(library, checklist, again, Language.NL) == assess(library, checklist, answers, Language.NL)

    for_all(test, conversations(checklist))
