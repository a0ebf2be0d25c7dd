"""The vignettes as a table in Markdown."""

from collections.abc import Mapping

from guidance_kb.conversation.checklist import Checklist
from tests.conversation.vignettes import LEVELS, Vignette, blind, expected_first, vignettes


def as_markdown(checklist: Checklist) -> str:
    """What was expected blind, what comes now and how it was settled, a row a vignette; before it, the counts."""
    every = vignettes()
    rows = [f"| {each.id} | {_expected(each)} | {_got(each, checklist)} | {_settled(each)} |" for each in every]
    head = ("| vignette | expected, blind | got | settled |", "|---|---|---|---|")
    return "\n".join((_counts(every, checklist), "", *head, *rows, ""))


def _expected(vignette: Vignette) -> str:
    levels = _levels(_of_first(vignette))
    return levels if vignette.id in blind() else f"not blind: {levels}"


def _counts(every: tuple[Vignette, ...], checklist: Checklist) -> str:
    in_blind, barriers = [each for each in every if each.id in blind()], set(checklist.barriers)
    counts = {
        "vignettes": len(every),
        "of these written later, not blind": len(every) - len(in_blind),
        "pairs among them": sum(each.pair is not None for each in every) // 2,
        "in which no barrier appears": sum(not barriers & set(_now(each, checklist)) for each in every),
        "targets that must not appear, named": sum(len(each.expect["never"]) for each in every),
        "exactly as expected blind": sum(_now(each, checklist) == _of_first(each) for each in in_blind),
        "differences in which the rule was right": sum(len({*each.also, *_retaken(each)}) for each in every),
        "differences in which the vignette was right and the rule was changed": sum(
            len(each.changed) for each in every
        ),
        "differences in which the vignette is right and the rule is still to be changed": sum(
            len(each.open) for each in every
        ),
    }
    rows = (f"| {what} | {count} |" for what, count in counts.items())
    return "\n".join((f"| rules of {checklist.version} | |", "|---|---|", *rows))


def _retaken(vignette: Vignette) -> set[str]:
    """The targets that were expected at another level at first."""
    before, now = _of_first(vignette), vignette.levels
    return {target for target in before if now.get(target) != before[target]}


def _now(vignette: Vignette, checklist: Checklist) -> dict[str, str]:
    return {signal.target: signal.level.value for signal in vignette.play(checklist).signals}


def _of_first(vignette: Vignette) -> dict[str, str]:
    expected = expected_first(vignette)
    return {target: level for level in LEVELS for target in expected.get(level, ())}


def _levels(levels: Mapping[str, str]) -> str:
    """`money!, debts`: with `!` where it is to discuss now."""
    return ", ".join(sorted(target + "!" * (level == "discuss_now") for target, level in levels.items())) or "nothing"


def _got(vignette: Vignette, checklist: Checklist) -> str:
    """What is as expected is not said twice: only what differs from it."""
    expected, now = _of_first(vignette), _now(vignette, checklist)
    other = _levels({target: level for target, level in now.items() if expected.get(target) != level})
    missing = ", ".join(sorted(set(expected) - set(now)))
    parts = (f"more or other: {other}" if other != "nothing" else "", f"missing: {missing}" if missing else "")
    return "; ".join(filter(None, parts)) or "the same"


def _settled(vignette: Vignette) -> str:
    """A reason that holds for several targets is said once."""
    by_reason: dict[str, list[str]] = {}
    for reasons, end in (
        (vignette.also, ""),
        (vignette.changed, " *The rule was changed.*"),
        (vignette.open, " *Open.*"),
    ):
        for target, reason in reasons.items():
            by_reason.setdefault(reason + end, []).append(f"`{target}`")
    said = [f"{', '.join(targets)}: {reason}" for reason, targets in by_reason.items()]
    return "<br>".join(filter(None, (*said, vignette.settled)))
