"""The real program as a screen reader says it. The scripts wait for what has to be said; here is what must hold of all that was."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.accessible import stage

pytestmark = pytest.mark.accessible
Read = Callable[[str, str], list[str]]

BOTH = pytest.mark.parametrize("language", ["nl", "en"])
DUTCH_HERE = pytest.mark.parametrize("language", ["nl", pytest.param("en", marks=pytest.mark.slow)])
"""In Dutch in `make test`, in English in `make soak`."""


@DUTCH_HERE
def test_somebody_looks_something_up(read: Read, language: str) -> None:
    said = read("searching", language)
    assert everything_has_a_name(said)
    found = spoken(said, r"! (\d+) (gevonden|found)\.")
    first, *others = (line for line in said if re.search(r", (regel|list item)", line))
    assert int(found[1]) >= 2
    assert re.search(r"\?.*(Belemmering|Barrier)", first)
    assert any(re.search(r"(Gemarkeerd|Marked): \w+", other) for other in others)
    assert spoken(said, r"! (treffer|hit) \d+ (van|of) \d+: \w+")
    assert spoken(said, r"“(Bron|Source): §[\d.]+")
    assert spoken(said, r"! (Niets gevonden|Nothing found)\.")


@DUTCH_HERE
def test_somebody_holds_a_first_contact(read: Read, language: str) -> None:
    said = read("contact", language)
    assert everything_has_a_name(said)
    assert len([line for line in said if re.match(r"! (Nieuw|New): ", line)]) == 1
    signal = spoken(said, r"! (?:Nieuw|New): ([^,]+)")[1]
    card = spoken(said, rf"{signal}, .*(Waarom dit hier staat|Why this shows): .*(Bron|Source): .*§")
    assert card.string.index("§") > card.string.index(signal)
    assert spoken(
        said, r"\w.*, (deel|panel)\. “.*(Voorzichtiger|Softer): “.*(Doorvragen|Follow-up): “.*(Waarom|Why): .*§"
    )
    answers = [line for line in said if re.match(r"! (Genoemd|Named|Speelt niet|Not an issue) · ", line)]
    assert len(answers) == 2


@pytest.mark.slow
@BOTH
def test_nothing_is_said_over_a_note_that_is_written(read: Read, language: str) -> None:
    said = read("noting", language)
    from_there = said[said.index("> belt vrijdag") :]
    assert not [line for line in from_there if line.startswith("! ")], from_there


@pytest.mark.slow
@BOTH
def test_somebody_keeps_records(read: Read, language: str) -> None:
    said = read("records", language)
    assert everything_has_a_name(said)
    steps = [line for line in said if re.match(r"! (Dossiers, stap|Records, step) \d", line)]
    assert len(steps) == 3
    assert not [line for line in steps if re.search(r"\b[0-9A-Z]{5}\b", line)], (
        "the recovery key was read aloud unasked"
    )
    assert spoken(said, r"! K-12\. ")
    assert spoken(said, r"! (afgerond|finished) \d+ ")


def test_no_letter_of_a_secret_leaves_its_field(read: Read) -> None:
    said = read("secrets", "nl")
    assert everything_has_a_name(said)
    assert len([line for line in said if line.startswith("> (")]) == 7  # each was listened to while it was typed


@pytest.mark.slow
@BOTH
def test_somebody_chooses(read: Read, language: str) -> None:
    said = read("settings", language)
    assert everything_has_a_name(said)
    assert spoken(said, r"! 1 (instelling|setting)")
    back = next(place for place, line in enumerate(said) if re.match(r"(Herstellen|Reset): \w+, (knop|button)", line))
    assert re.match(r"(Beweging|Movement), (keuzevakje, aan|check box, checked)\. ", said[back + 3])
    everything = next(place for place, line in enumerate(said) if re.match(r"(Alles herstellen|Reset all)", line))
    assert spoken(said[everything:], r"! (Alle instellingen staan|All settings except the language are)")
    assert spoken(said, r"! 0 (instellingen|settings)")


@pytest.mark.slow
@BOTH
def test_somebody_looks_for_help(read: Read, language: str) -> None:
    said = read("helping", language)
    assert everything_has_a_name(said)
    assert spoken(said, r"! 1 (toets|key)$")
    assert spoken(said, r"“.*F9.*(alles meteen verbergen|hide everything at once)")
    assert len([line for line in said if re.match(r"(Zoeken|Search), (invoerveld|edit box)\. ", line)]) >= 2, (
        "the keyboard did not come back to where it was"
    )
    assert spoken(said, r"\w.*, (regel|list item)")
    assert spoken(said, r"(Hulp|Help), ")


@pytest.mark.slow
@BOTH
def test_a_start_that_goes_wrong_is_heard_and_gone_on_from(knowledge_db: Path, read: Read, language: str) -> None:
    said = stage.play("safe", language, stage.where_nothing_can_be_kept(knowledge_db))
    assert everything_has_a_name(said)
    assert spoken(said, r"(Er kan niets worden bewaard|Nothing can be kept)\.")


def spoken(said: list[str], pattern: str) -> re.Match[str]:
    """The first that was said like this."""
    found = (re.match(pattern, line) for line in said)
    return next(each for each in found if each is not None)


def everything_has_a_name(said: list[str]) -> bool:
    """Whether nothing that had the keyboard was without a name."""
    nameless = [line for line in said if line.startswith("—")]
    assert not nameless, nameless
    return True
