"""The twenty stories as tables in Markdown: the counts at first and now, and each line on which something is to be told."""

from collections.abc import Callable, Sequence

from guidance_kb.conversation.checklist import Checklist
from tests.conversation.stories import ELSEWHERE, NONE, Outcome, came_first, outcomes, stories


def stories_as_markdown(checklist: Checklist) -> str:
    """Return the counts, and below them the lines that came out otherwise than written, at first or now."""
    first, now = came_first(), tuple(outcomes(checklist))
    return "\n".join((*_counts(checklist, first, now), "", *_differences(first, now), ""))


def _counts(checklist: Checklist, first: Sequence[Outcome], now: Sequence[Outcome]) -> list[str]:
    mute = {(story.number, line.words) for story in stories() for line in story.unwanted if line.about == (NONE,)}
    rows: dict[str, Callable[[Outcome], bool]] = {
        "lines of what should be pointed out": _expected,
        "of these said as a signal": lambda each: _expected(each) and _said(each),
        "of these kept by a question of its own, on both pages, without a signal": lambda each: (
            _expected(each) and each.came == "question"
        ),
        "of these done by another part of the program": lambda each: _expected(each) and each.came == ELSEWHERE,
        "of these missed": lambda each: _expected(each) and not each.came,
        "lines of what should not be": lambda each: not _expected(each),
        "of these said as a signal after all": lambda each: not _expected(each) and _said(each),
        "of these to discuss now": lambda each: not _expected(each) and "!" in each.came,
        "of these that no signal of the program could say": lambda each: (each.story, each.words) in mute,
    }
    return [
        f"| twenty stories | blind, rules of 2026.4 | rules of {checklist.version} |",
        "|---|---|---|",
        *(f"| {what} | {sum(map(counts, first))} | {sum(map(counts, now))} |" for what, counts in rows.items()),
    ]


def _differences(first: Sequence[Outcome], now: Sequence[Outcome]) -> list[str]:
    told = [
        (before, after)
        for before, after in zip(first, now, strict=True)
        if before.came != after.came or bool(after.came) is not _expected(after)
    ]
    return [
        "| story | line | blind | now |",
        "|---|---|---|---|",
        *(f"| {a.story} | {_SHOULD[a.kind]}: {a.words} | {_in_words(b)} | {_in_words(a)} |" for b, a in told),
    ]


_SHOULD = {"expected": "should", "unwanted": "should not"}


def _expected(outcome: Outcome) -> bool:
    return outcome.kind == "expected"


def _said(outcome: Outcome) -> bool:
    return outcome.came not in ("", "question", ELSEWHERE)


def _in_words(outcome: Outcome) -> str:
    return outcome.came or ("missed" if _expected(outcome) else "not said")
