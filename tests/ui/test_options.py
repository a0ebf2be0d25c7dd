"""The table of settings: each row whole, in both languages, and understood as it is written."""

from dataclasses import asdict

import pytest

from guidance_kb.language import Language, Text
from guidance_kb.preferences.options import (
    GROUPS,
    LONGEST,
    OPTIONS,
    RECORDS_OPTIONS,
    Option,
    RecordsSettings,
    Settings,
    Storage,
    searchables,
)

BY_KEY = {option.key: option for option in OPTIONS}


@pytest.mark.parametrize("option", [*OPTIONS, *RECORDS_OPTIONS], ids=lambda option: option.key)
def test_every_row_is_whole(option: Option) -> None:
    assert option.group in GROUPS
    for language in Language:
        assert option.title.say(language)
        assert option.explanation.say(language).endswith(".")
        assert option.explanation.say(language).count(". ") <= 2
        names = [name.say(language) for _, name in option.choices]
        assert all(names)
        assert len(set(names)) == len(names)
    assert not option.choices or option.default in [value for value, _ in option.choices]


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.key)
def test_every_value_is_understood_as_it_is_written(option: Option) -> None:
    values = [value for value, _ in option.choices] or ([True, False] if isinstance(option.default, bool) else ["Anna"])
    assert [option.understood(str(value)) for value in values] == values


@pytest.mark.parametrize("written", [None, 7, "", "perhaps", "1000", [], "x" * 200])
def test_what_is_no_value_is_not_understood(written: object) -> None:
    for key in ("language", "scheme", "text_size", "motion", "start_room"):
        assert BY_KEY[key].understood(written) is None


def test_a_line_of_text_is_one_line_and_not_longer_than_its_field() -> None:
    name = BY_KEY["contact_name"]
    assert name.understood("  Anna\n Smit ") == "Anna Smit"
    assert name.understood(["Taalhuis", "Utrecht"]) == "Taalhuis, Utrecht"
    assert name.understood("x" * LONGEST) == "x" * LONGEST
    assert name.understood("x" * (LONGEST + 1)) is None


def test_the_table_is_the_settings() -> None:
    assert {option.key: option.default for option in OPTIONS} == asdict(Settings())
    assert {option.key: option.default for option in RECORDS_OPTIONS} == asdict(RecordsSettings())
    assert {option.storage for option in OPTIONS} == {Storage.FILE}
    assert {option.storage for option in RECORDS_OPTIONS} == {Storage.CASEBOOK}


def test_a_number_has_limits_and_a_name() -> None:
    for option in RECORDS_OPTIONS:
        assert all(option.within(number) == number for number in option.numbers)
        least, greatest = option.limits or (0, 0)
        assert (option.within(least - 1), option.within(greatest + 1)) == (least, greatest)
    assert RECORDS_OPTIONS[0].name_of(1) == Text("1 minuut", "1 minute")
    assert RECORDS_OPTIONS[1].name_of(7) == Text("7 maanden", "7 months")


def test_everything_on_the_page_can_be_searched_for() -> None:
    found = list(searchables())
    assert [each.target for each in found][: len(OPTIONS)] == [option.key for option in OPTIONS]
    assert len({each.target for each in found}) == len(found)
    for language in Language:
        assert all(each.title.say(language) and each.explanation.say(language) for each in found)
