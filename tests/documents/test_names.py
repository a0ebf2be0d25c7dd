from typing import get_args

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.documents.names import CATEGORIES, KINDS, LEVELS, SPEAKERS, STATES
from guidance_kb.knowledge.model import Category, Kind


def test_everything_has_a_name() -> None:
    assert set(KINDS) == set(get_args(Kind))
    assert set(CATEGORIES) == set(get_args(Category))
    assert set(STATES) == set(State)
    assert set(SPEAKERS) == set(By)
    assert set(LEVELS) == set(SignalLevel)
