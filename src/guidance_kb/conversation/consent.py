"""What a record keeps of a conversation without the client's consent: nothing about health, debts or the law. Pure functions.

Answers to the items about these subjects, with their notes and history, the signals and verdicts about them, and the steps agreed on them
stay in memory until the conversation is closed. With consent they are written too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from guidance_kb.conversation.answers import Answer
from guidance_kb.conversation.session import Done, DoneWith, Judgement, Session, SessionChange
from guidance_kb.conversation.signals import Signal, level
from guidance_kb.conversation.verdicts import Judged

PRIVATE_TARGETS: Final = frozenset({"health", "debts", "legal-matters"})
"""The barriers on these subjects. Health is special data and the law may be criminal data (GDPR, articles 9 and 10)."""

PRIVATE_ITEMS: Final = frozenset({"vraag-gezondheid", "vraag-schulden", "vraag-recht", "vraag-post"})
"""The items with evidence for them; a test compares them with the checklist."""


def kept_answers(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the answers that are kept without consent."""
    return {item: answer for item, answer in answers.items() if item not in PRIVATE_ITEMS}


def kept_signals(signals: Iterable[Signal]) -> tuple[Signal, ...]:
    """Return the signals that the kept answers raise.

    A signal that loses reasons is "discuss now" only if a firm one remains: it never says more than the answers that are kept.
    """
    found = []
    for signal in signals:
        reasons = tuple(reason for reason in signal.reasons if reason.item not in PRIVATE_ITEMS)
        if signal.target in PRIVATE_TARGETS or not reasons:
            continue
        whole = len(reasons) == len(signal.reasons)
        found.append(signal if whole else Signal(signal.target, level(reasons, against=True), reasons))
    return tuple(found)


def kept_verdicts(verdicts: Mapping[str, Judged]) -> dict[str, Judged]:
    """Return the verdicts that are kept without consent, with their kept evidence."""
    return {target: _kept(judged) for target, judged in verdicts.items() if target not in PRIVATE_TARGETS}


def kept_change(change: SessionChange | Judgement) -> SessionChange | Judgement | None:
    """Return a change as it is kept without consent; None if nothing of it is."""
    if isinstance(change, Judgement):
        if change.target in PRIVATE_TARGETS:
            return None
        before, after = (None if each is None else _kept(each) for each in (change.before, change.after))
        return replace(change, before=before, after=after)
    return None if change.item in PRIVATE_ITEMS else replace(change, signals=kept_signals(change.signals))


def kept_session(session: Session) -> Session:
    """Return a conversation as it is kept without consent, with its undo history."""
    done: list[Done | DoneWith] = []
    for each in session.done:
        match each:
            case Done(item, _) if item not in PRIVATE_ITEMS:
                done.append(each)
            case DoneWith(target, before) if target not in PRIVATE_TARGETS:
                done.append(DoneWith(target, None if before is None else _kept(before)))
    return Session.restored(
        session.checklist, kept_answers(session.answers), done, verdicts=kept_verdicts(session.verdicts)
    )


def kept_place(place: Mapping[str, object]) -> dict[str, object]:
    """Return the place of a conversation, as JSON values, without the private items, targets and steps in it."""
    found = dict(place)
    if found.get("item") in PRIVATE_ITEMS:
        found["item"] = None
    if isinstance(unfolded := found.get("unfolded"), list):
        found["unfolded"] = [target for target in unfolded if target not in PRIVATE_TARGETS]
    if isinstance(summary := found.get("summary"), Mapping):
        found["summary"] = _kept_summary(summary)
    return found


def _kept_summary(summary: Mapping[str, object]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in summary.items():
        if isinstance(value, Mapping):
            found[name] = {key: each for key, each in value.items() if key not in PRIVATE_TARGETS}
        elif name == "steps" and isinstance(value, list):
            found[name] = [step for step in value if step.get("target") not in PRIVATE_TARGETS]
        else:
            found[name] = value
    return found


def _kept(judged: Judged) -> Judged:
    return replace(judged, evidence=frozenset(p for p in judged.evidence if p.removesuffix("!") not in PRIVATE_ITEMS))
