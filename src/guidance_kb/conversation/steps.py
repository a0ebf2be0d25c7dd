"""The step that a barrier or drive proposes to somebody, by what was named: a pure function.

The first variant that fits counts; where none does, the general step. A variant depends on items that were ticked, and on nothing else:
neither on a note nor on what was not discussed.
"""

from collections.abc import Mapping

from guidance_kb.conversation.answers import GAP, Answer, State
from guidance_kb.knowledge.model import Barrier, BarrierText, Drive, DriveText, StepVariant
from guidance_kb.language import Text


def step_for(target: Barrier | Drive, who: str, answers: Mapping[str, Answer]) -> Text:
    """Return the step for `client`, `counselor` or `service`; empty if there is none: a drive proposes nothing to the service."""
    fitting = (_text(variant) for variant in target.variants if variant.who == who and fits(variant, answers))
    return next(fitting, _general(target, who))


def fits(variant: StepVariant, answers: Mapping[str, Answer]) -> bool:
    """Return whether all items that a variant asks for are named, and none that it excludes."""
    return all(_named(answers, item) for item in variant.when) and not any(
        _named(answers, item) for item in variant.unless
    )


def known_step(target: Barrier | Drive, who: str, what: str) -> Text | None:
    """Return the step, general or a variant, that reads `what` in either language; None if it is not from this card."""
    steps = (*(_text(variant) for variant in target.variants if variant.who == who), _general(target, who))
    return next((step for step in steps if what and what in (step.nl, step.en)), None)


def _general(target: Barrier | Drive, who: str) -> Text:
    return Text(_in(target.nl, who), _in(target.en, who))


def _in(text: BarrierText | DriveText, who: str) -> str:
    if who == "service":
        return text.step_service if isinstance(text, BarrierText) else ""
    return text.step_client if who == "client" else text.step_counselor


def _text(variant: StepVariant) -> Text:
    return Text(variant.nl.step, variant.en.step)


def _named(answers: Mapping[str, Answer], item: str) -> bool:
    return answers.get(item, GAP).state is State.NAMED
