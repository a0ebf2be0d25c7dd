"""Random conversations with a casebook beside them, step by step: what must hold whatever is done in whatever order.

Hypothesis plays them: `test_machine.py` some hundreds in `make test`, the row `conversations` of the soak ten thousand. Beside the session
stands a second reading of it, written without it: what undo must restore, and when a signal that was set aside is back.
"""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any, ClassVar, NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from guidance_kb.casebook.records.session_records import Rules
from guidance_kb.casebook.storage import encrypted_connection
from guidance_kb.casebook.storage.encrypted_connection import Journal
from guidance_kb.casebook.storage.migrations import migrate
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.next_questions import opened, proposals
from guidance_kb.conversation.session import Judgement, Session, SessionChange
from guidance_kb.conversation.signals import Signal, SignalLevel, denied
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason, dismissed
from guidance_kb.documents.checklist import checklist_as_data
from guidance_kb.documents.rules import rules
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from tests.casebook.conftest import Clock
from tests.casebook.stores import KEY

GONE = "vraag-van-toen"
"""An item that an older checklist had: a conversation by it may hold an answer to it."""


class Snapshot(NamedTuple):
    """Everything that undo must bring back, and what pointed to each signal when it was set aside."""

    answers: Mapping[str, Answer]
    verdicts: Mapping[str, Judged]
    aside: Mapping[str, Signal | None]


class Ground(NamedTuple):
    """What conversations are held with: the content, a casebook with a client, and the rules of several days."""

    library: Library
    checklist: Checklist
    store: Store
    client: int
    days: tuple[Rules, ...]


def ground(library: Library, folder: Path) -> Ground:
    """A casebook in a folder, and the rules of today, of a version before it, and of one of which little is left."""
    database = encrypted_connection.create(folder / "casebook.db", KEY, Journal.DELETE)
    migrate(database)
    store, checklist = Store(database, Clock()), Checklist.of(library)
    today = checklist_as_data(checklist)
    older = [
        {field: value for field, value in item.items() if field not in ("opens_after", "sensitive")}
        for item in today["items"][1:]
    ]
    before = {**_without_denial(today), "version": "2025.1", "items": [*older, {**older[0], "id": GONE}]}
    bare = {"version": "2024.1", "items": [{"id": GONE, "evidence": [{"barrier": "gone"}]}]}
    days = tuple(Rules(day["version"], json.dumps(day, ensure_ascii=False)) for day in (today, before, bare))
    return Ground(library, checklist, store, store.clients.add("K-1").id, days)


def _without_denial(document: Mapping[str, Any]) -> dict[str, Any]:
    """As it was kept before it said whether a denial holds hints back."""
    return {field: value for field, value in document.items() if field != "denial_holds_back"}


def machine(on: Ground) -> "type[Conversations]":
    """The conversations to be held on this ground."""
    return type("Held", (Conversations,), {"ground": on, "times": Counter()})


def played(count: int) -> settings:
    """How many conversations are held, and how long ones."""
    return settings(
        max_examples=count,
        stateful_step_count=25,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )


_NOTES = st.sampled_from(["", "e", "elke", "elke dag", "mevrouw Yilmaz, 54, bijstand"])


class Conversations(RuleBasedStateMachine):
    """One conversation, and what is counted over all that are held on a ground: how often something was held against the second reading."""

    ground: ClassVar[Ground]
    times: ClassVar[Counter[str]]

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(self.ground.checklist, self.told)
        self.heard = 0
        self.before: list[Snapshot] = []
        self.aside: dict[str, Signal | None] = {}
        self.typing: str | None = None
        self.kept: int | None = None

    def teardown(self) -> None:
        """The casebook is empty again for the next one."""
        if self.kept is not None:
            self.ground.store.rows.run("ROLLBACK TO conversation")
            self.ground.store.rows.run("RELEASE conversation")

    def told(self, change: SessionChange | Judgement) -> None:
        self.heard += 1
        if self.kept is not None:
            self.ground.store.sessions.save(self.kept, change)

    # ── what the second reading knows ───────────────────────────────────────────────────────────

    def now(self) -> Snapshot:
        return Snapshot(dict(self.session.answers), dict(self.session.verdicts), dict(self.aside))

    def items(self) -> list[str]:
        return [*self.ground.checklist.items, GONE]

    def changed(self, before: Snapshot, *, typed_in: str | None = None) -> None:
        """Keeps what undo must bring back: nothing where nothing changed, and typing in one go as one."""
        after = self.now()
        if typed_in is not None and typed_in == self.typing:
            if after == self.before[-1]:
                self.before.pop()
                self.typing = None
            return
        if after != before:
            self.before.append(before)
            self.typing = typed_in
        elif typed_in is not None:
            self.typing = None

    def signal(self, target: str) -> Signal | None:
        return next((each for each in self.session.signals if each.target == target), None)

    def is_back(self, target: str) -> bool:
        """Whether there is evidence that was not there when the signal was set aside."""
        then, now = self.aside[target], self.signal(target)
        known = {} if then is None else {reason.item: reason.firm for reason in then.reasons}
        return now is not None and any(
            reason.item not in known or (reason.firm and not known[reason.item]) for reason in now.reasons
        )

    # ── what is done ────────────────────────────────────────────────────────────────────────────

    @rule(data=st.data(), state=st.just(State.NAMED) | st.sampled_from(State))
    def answers(self, data: st.DataObject, state: State) -> None:
        before, item = self.now(), data.draw(st.sampled_from(self.items()))
        self.session.set_state(item, state)
        self.changed(before)

    @rule(data=st.data(), by=st.sampled_from(By))
    def says_who(self, data: st.DataObject, by: By) -> None:
        before, item = self.now(), data.draw(st.sampled_from(list(self.session.answers) or self.items()))
        self.session.set_by(item, by)
        self.changed(before)

    @rule(data=st.data(), note=_NOTES)
    def types(self, data: st.DataObject, note: str) -> None:
        some = [self.typing] if self.typing else self.items()[:3]
        before, item = self.now(), data.draw(st.sampled_from(some))
        self.session.set_note(item, note)
        self.changed(before, typed_in=item)

    @rule(
        data=st.data(),
        verdict=st.sampled_from([Verdict.DISMISSED, Verdict.ACCEPTED, None]),
        reason=st.sampled_from(VerdictReason),
    )
    def judges(self, data: st.DataObject, verdict: Verdict | None, reason: VerdictReason) -> None:
        raised = [signal.target for signal in self.session.signals] or list(self.ground.checklist.barriers)
        before, target = self.now(), data.draw(st.sampled_from(raised))
        self.session.judge(target, verdict, reason)
        self.aside.pop(target, None)
        if verdict is Verdict.DISMISSED:
            self.aside[target] = self.signal(target)
        if self.session.verdicts != before.verdicts:
            self.changed(before)
        else:
            self.aside = dict(before.aside)

    @rule()
    def undoes(self) -> None:
        """Exactly what was there before the last change, to the beginning."""
        undone = self.session.undo()
        self.typing = None
        if not self.before:
            assert undone is None
            return
        expected = self.before.pop()
        assert undone is not None
        self.aside = dict(expected.aside)
        assert self.now() == expected
        self.times["undone"] += 1

    # ── saved, loaded, replayed ─────────────────────────────────────────────────────────────────

    @initialize(kept=st.sampled_from([True, False, False]), data=st.data())
    def begins(self, kept: bool, data: st.DataObject) -> None:
        if kept:
            self.keeps(data)

    @precondition(lambda self: self.kept is None and self.heard > 4)
    @rule(data=st.data())
    def keeps(self, data: st.DataObject) -> None:
        """From now on it is in the casebook, with what was said so far; by the rules of today, or of another day."""
        day = data.draw(st.sampled_from(self.ground.days))
        self.ground.store.rows.run("SAVEPOINT conversation")
        self.kept = self.ground.store.sessions.begin(self.ground.client, day, self.session)
        self.loads()

    @precondition(lambda self: self.kept is not None)
    @rule()
    def loads(self) -> None:
        """What is loaded is what was saved, and goes on as if nothing had been."""
        sessions, held = self.ground.store.sessions, self.session
        assert self.kept is not None
        resumed, then = sessions.resume(self.kept), sessions.signals_of(self.kept)
        again = Session.restored(
            self.ground.checklist, resumed.answers, resumed.done, self.told, verdicts=resumed.verdicts
        )
        assert (again.answers, again.verdicts, again.done) == (held.answers, held.verdicts, held.done)
        assert then.signals == again.signals == held.signals
        assert then.current_verdicts.keys() == held.verdicts.keys() - {
            target for target in self.aside if self.is_back(target)
        }
        assert then.rules in self.ground.days
        told = rules(self.ground.library, json.loads(then.rules.document))
        assert all(line.say(language) for each in told for line in each.lines for language in Language)
        self.session, self.typing = again, None
        self.times["loaded"] += 1

    @precondition(lambda self: self.kept is not None)
    @rule()
    def finishes_and_reopens(self) -> None:
        sessions = self.ground.store.sessions
        assert self.kept is not None
        sessions.finish(self.kept)
        self.loads()
        sessions.reopen(self.kept)
        self.loads()

    @precondition(lambda self: self.kept is not None)
    @rule()
    def goes_on_by_the_rules_of_today(self) -> None:
        assert self.kept is not None
        self.ground.store.sessions.adopt(self.kept, self.ground.days[0], self.session.signals)
        self.loads()

    @rule(random=st.randoms(use_true_random=False))
    def the_order_does_not_matter(self, random: Random) -> None:
        """The same answers, given in another order, and who said it before or after what: the same conversation."""
        other = Session(self.ground.checklist)
        given = list(self.session.answers.items())
        random.shuffle(given)
        for item, answer in given:
            steps = [lambda i=item, a=answer: other.set_by(i, a.by), lambda i=item, a=answer: other.set_note(i, a.note)]
            if answer.state is not State.NOT_DISCUSSED:
                steps.append(lambda i=item, a=answer: other.set_state(i, a.state))
            random.shuffle(steps)
            for step in steps:
                step()
        assert other.answers == self.session.answers
        assert other.signals == self.session.signals
        asked = [
            proposals(self.ground.checklist, each.answers, 100, list(self.aside)) for each in (self.session, other)
        ]
        assert asked[0] == asked[1]
        self.times["shuffled"] += 1

    # ── what always holds ───────────────────────────────────────────────────────────────────────

    @invariant()
    def signals_are_what_the_answers_raise(self) -> None:
        """Beside the rules: piece by piece, as the checklist has them. What was not discussed or declined raises nothing.

        Against the client's own word, what only hints is for information.
        """
        answers, expected = self.session.answers, dict[str, list[tuple[bool, By]]]()
        against: dict[str, list[str]] = {}
        for item in self.ground.checklist.items.values():
            answer = answers.get(item.id, Answer())
            for piece in item.evidence:
                if answer.state.value == piece.state:
                    firm = piece.strength == "firm" and answer.by is By.CLIENT
                    expected.setdefault(piece.target, []).append((firm, answer.by))
                elif (
                    piece.strength == "firm"
                    and answer.by is By.CLIENT
                    and answer.state in {State.NOT_AN_ISSUE, State.DECLINED}
                ):
                    against.setdefault(piece.target, []).append(item.id)
        found = {signal.target: signal for signal in self.session.signals}
        assert found.keys() == expected.keys()
        for target, pieces in expected.items():
            reasons = found[target].reasons
            assert [(reason.firm, reason.by) for reason in reasons] == pieces
            assert all(answers[reason.item].state in (State.NAMED, State.NOT_AN_ISSUE) for reason in reasons)
            said = any(by is By.CLIENT for _, by in pieces)
            now = any(firm for firm, _ in pieces) or (len(pieces) > 1 and said and target not in against)
            assert list(denied(self.ground.checklist, answers, target)) == against.get(target, [])
            assert (found[target].level is SignalLevel.DISCUSS_NOW) == now
            assert said or found[target].level is SignalLevel.FOR_INFORMATION  # an observation alone informs

    @invariant()
    def what_was_set_aside_stays_so_until_there_is_new_evidence(self) -> None:
        still = {target for target in self.aside if not self.is_back(target)}
        assert dismissed(self.session.verdicts, self.session.signals) == still

    @invariant()
    def what_is_asked_next_is_open_and_easy(self) -> None:
        checklist, answers = self.ground.checklist, self.session.answers
        aside = dismissed(self.session.verdicts, self.session.signals)
        asked = proposals(checklist, answers, 3, aside)
        worthwhile = [
            item
            for item in checklist.items.values()
            if answers.get(item.id, Answer()).state is State.NOT_DISCUSSED
            and (item.core or item.id in opened(checklist, answers))
        ]
        assert {each.item for each in asked} <= {item.id for item in worthwhile}
        if asked and checklist.items[asked[0].item].sensitive:
            assert all(item.sensitive for item in worthwhile)
        assert not aside & {would.target for each in asked for would in each.would}

    @invariant()
    def there_is_as_much_to_take_back_as_was_changed(self) -> None:
        assert len(self.session.done) == len(self.before)
