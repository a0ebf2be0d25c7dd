"""What the window calls kinds, categories, answers and levels is what paper and command line call them, in both languages."""

from typing import get_args

import pytest

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.documents.names import CATEGORIES, KINDS, LEVELS, STATES
from guidance_kb.knowledge.model import Category, Kind
from guidance_kb.language import Language, Text
from guidance_kb.ui.conversation.words import StateWords
from guidance_kb.ui.core.names import KINDS as SHOWN
from guidance_kb.ui.core.names import KindNames
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.map.view import MapWords
from guidance_kb.ui.rules.filters import Filters, Sort

ON_A_BUTTON = {State.DECLINED}
"""Said shorter where it is pressed: “Rather not say”."""


@pytest.fixture(params=Language)
def language(request: pytest.FixtureRequest, services: Services) -> Language:
    spoken: Language = request.param
    services.translation.use(spoken)
    return spoken


def _capital(text: Text, language: Language) -> str:
    said = text.say(language)
    return said[:1].upper() + said[1:]


def test_kinds(language: Language) -> None:
    names = KindNames()
    assert {kind: names.kind(kind) for kind in SHOWN} == {kind: _capital(KINDS[kind], language) for kind in SHOWN}
    assert set(SHOWN) == set(get_args(Kind))


def test_categories(language: Language, services: Services) -> None:
    names, map_words = KindNames(), MapWords(services)
    for category in get_args(Category):
        assert names.category(category).startswith(f"{CATEGORIES[category].say(language)} (")
        assert map_words.part("barrier", category) == _capital(CATEGORIES[category], language)


def test_categories_of_the_rules(language: Language, services: Services) -> None:
    assert services.translation.language is language
    filters = Filters()
    for category in get_args(Category):
        assert filters.sorts[Sort(category)].text() == _capital(CATEGORIES[category], language)


def test_answers_and_levels(language: Language) -> None:
    words = StateWords()
    said = {state: words.state(state) for state in State if state not in ON_A_BUTTON}
    assert said == {state: _capital(STATES[state], language) for state in said}
    assert {level: words.level(level) for level in SignalLevel} == {
        level: _capital(LEVELS[level], language) for level in SignalLevel
    }
