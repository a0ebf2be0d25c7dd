"""The rules: from answers to signals, without a window."""

import time
from pathlib import Path
from random import Random

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.next_questions import proposals
from guidance_kb.conversation.session import Session
from guidance_kb.conversation.signals import signals
from guidance_kb.conversation.verdicts import Verdict, dismissed
from guidance_kb.knowledge.library import Library
from tests.benchmarks.figures import Group, spread

_SESSIONS = 40
_P95_MS = 2.0
_ASK_NEXT_P95_MS = 10.0


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
            proposals(
                checklist, session.answers, set_aside=dismissed(session.verdicts, session.signals), recent=(item,)
            )
            ticks.append(answered - start)
            raised.append(done - answered)
            asked.append(time.perf_counter() - done)
            session.set_by(item, chance.choice(list(By)))
            if session.signals:
                session.judge(chance.choice(session.signals).target, chance.choice(list(Verdict)))
    how = (
        f"{_SESSIONS} sessions in which all {len(checklist.items)} items are answered in random order (the same in every run), and signals"
        " are taken up and set aside: a tick with the signals that it raises, the rules alone, and the three proposals with what they would"
        " change."
    )
    figures = (
        *spread("tick → signals", ticks, _P95_MS),
        *spread("the rules alone", raised, _P95_MS),
        *spread("ask next", asked, _ASK_NEXT_P95_MS),
    )
    return Group("Rules: the time of a tick", how, figures)
