"""The rules: from answers to signals, without a window."""

import time
from pathlib import Path
from random import Random

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.asking import ask_next
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.conversation.signals import signals
from guidance_kb.knowledge.library import Library
from tests.benchmarks.figures import Group, spread

_SESSIONS = 40
_P95_MS = 2.0


def measure(knowledge: Path) -> Group:
    """Answers whole checklists at random, always the same ones."""
    library = Library(knowledge)
    checklist = Checklist.of(library)
    library.close()
    chance = Random(2026)  # noqa: S311 - nothing secret
    ticks, raised, asked = [], [], []
    for _ in range(_SESSIONS):
        session = Session(checklist)
        for item in chance.sample(list(checklist.items), len(checklist.items)):
            start = time.perf_counter()
            session.set_state(item, chance.choice([State.NAMED, State.NAMED, State.NOT_AN_ISSUE, State.DECLINED]))
            answered = time.perf_counter()
            signals(checklist, session.answers)
            done = time.perf_counter()
            ask_next(checklist, session.answers)
            ticks.append(answered - start)
            raised.append(done - answered)
            asked.append(time.perf_counter() - done)
            session.set_by(item, chance.choice(list(By)))
    how = (
        f"{_SESSIONS} sessions in which all {len(checklist.items)} items are answered in random order (the same in every run):"
        " a tick with the signals that it raises, the rules alone, and what to ask next."
    )
    figures = (
        *spread("tick → signals", ticks, _P95_MS),
        *spread("the rules alone", raised, _P95_MS),
        *spread("what to ask next", asked),
    )
    return Group("Rules", how, figures)
