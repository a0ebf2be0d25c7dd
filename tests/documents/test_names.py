from typing import get_args

from guidance_kb.casebook.records.followups import MOMENTS, FollowUpKind
from guidance_kb.casebook.records.steps import TAKERS, Who
from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.conversation.verdicts import Verdict, VerdictReason
from guidance_kb.documents.names import ANSWER_LABELS, LEVELS, OBSERVERS, REASONS, SPEAKERS, STATES, VERDICTS
from guidance_kb.knowledge.model import Category, Kind
from guidance_kb.knowledge.names import CATEGORIES, IN_FULL, KINDS, PLURALS, TERMS
from guidance_kb.language import Language, Text
from guidance_kb.search.query.parser import KINDS as FILTER_KINDS
from guidance_kb.search.query.plan import FIELD_NAMES, Field


def test_everything_has_a_name() -> None:
    for names in (KINDS, PLURALS, FILTER_KINDS):
        assert set(names) == set(get_args(Kind))
    for names in (CATEGORIES, TERMS, IN_FULL):
        assert set(names) == set(get_args(Category))
    for names, everything in (
        (STATES, State),
        (ANSWER_LABELS, State),
        (SPEAKERS, By),
        (OBSERVERS, By),
        (LEVELS, SignalLevel),
        (VERDICTS, Verdict),
        (TAKERS, Who),
        (MOMENTS, FollowUpKind),
        (FIELD_NAMES, Field),
    ):
        assert set(names) == set(everything)
    assert set(REASONS) == set(VerdictReason) - {VerdictReason.UNSAID}


def test_a_category_in_full_has_the_word_of_the_report_behind_it() -> None:
    assert IN_FULL["situational"] == Text(
        "in iemands omstandigheden (situationeel)", "in someone's circumstances (situational)"
    )


def test_a_name_by_itself_has_a_capital() -> None:
    assert KINDS["need"].title(Language.NL) == "Basisbehoefte"
    assert CATEGORIES["situational"].title(Language.EN) == "In someone's circumstances"
