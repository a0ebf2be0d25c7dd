"""Twenty stories of first conversations, written by somebody who had seen neither rules nor labels. `docs/vignettes.md` tells of them.

`blind.md` holds the stories with what should be pointed out and what should not, in free words. `ticks.toml` holds what a counselor would
tick, and which signals those words are about, from before the rules were played; `first.tsv` what came of it then. None of the three is
changed. `later.toml` holds what is ticked otherwise since the checklist has questions that came of these stories.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import SignalLevel, signals

FOLDER = Path(__file__).parent

NONE, ELSEWHERE = "none", "elsewhere"


@dataclass(frozen=True)
class Line:
    """One line of what is expected, or of what is unwanted.

    Attributes:
        words: The line as it was written.
        about: The targets or items that it is about; `none` or `elsewhere` where there are none.
    """

    words: str
    about: tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """One story, with its answers."""

    number: int
    title: str
    expected: tuple[Line, ...]
    unwanted: tuple[Line, ...]
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class Outcome:
    """What came of one line.

    Attributes:
        story: The number of the story.
        kind: `expected` or `unwanted`.
        words: The line as it was written.
        came: The signals, with `!` where they are to discuss now; or `question`, `elsewhere` or nothing.
    """

    story: int
    kind: str
    words: str
    came: str

    @property
    def as_line(self) -> str:
        """The outcome as a line of `first.tsv`."""
        return f"{self.story}\t{self.kind}\t{self.words}\t{self.came}"


def stories(*, first: bool = False) -> tuple[Story, ...]:
    """Return the stories, as they are ticked now, or as they were ticked at first."""
    texts = re.split(r"^## ", (FOLDER / "blind.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
    ticks = _tables("ticks.toml")
    later = {} if first else {each["number"]: each for each in _tables("later.toml")}
    return tuple(
        _story(number, text, ticked, later.get(number, {}))
        for number, (text, ticked) in enumerate(zip(texts, ticks, strict=True), 1)
    )


def outcomes(checklist: Checklist, *, first: bool = False) -> Iterator[Outcome]:
    """Yield what comes of each line of each story."""
    for story in stories(first=first):
        raised = {each.target: each.level for each in signals(checklist, story.answers)}
        for kind, lines in (("expected", story.expected), ("unwanted", story.unwanted)):
            for line in lines:
                came = " ".join(
                    target + "!" * (raised[target] is SignalLevel.DISCUSS_NOW)
                    for target in line.about
                    if target in raised
                )
                yield Outcome(story.number, kind, line.words, came or _without_signal(story, line))


def came_first() -> tuple[Outcome, ...]:
    """Return what came when the stories were played for the first time."""
    lines = (line.split("\t") for line in (FOLDER / "first.tsv").read_text("utf-8").splitlines())
    return tuple(Outcome(int(story), kind, words, came) for story, kind, words, came in lines)


def _without_signal(story: Story, line: Line) -> str:
    if line.about == (ELSEWHERE,):
        return ELSEWHERE
    kept = {item for item, answer in story.answers.items() if answer.state is not State.NOT_DISCUSSED}
    return "question" if kept & set(line.about) else ""


def _tables(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((FOLDER / name).read_text("utf-8"))["story"]
    return found


def _story(number: int, text: str, ticked: Mapping[str, Any], later: Mapping[str, Any]) -> Story:
    expected, unwanted = text.split("\nverwacht:\n")[1].split("\nniet:\n")
    answers = {item: Answer(State.NAMED, note=note) for item, note in ticked["named"].items()}
    answers |= {item: Answer(State.NAMED, By.OBSERVED) for item in ticked.get("seen", ())}
    answers |= {item: Answer(State.NOT_AN_ISSUE) for item in ticked.get("not_an_issue", ())}
    answers |= {item: Answer(State.DECLINED) for item in ticked.get("declined", ())}
    answers |= {item: Answer(State.NAMED, note=note) for item, note in later.get("named", {}).items()}
    return Story(
        number,
        text.splitlines()[0].split(". ", 1)[1],
        _lines(expected, ticked["expected"]),
        _lines(unwanted, ticked["unwanted"]),
        {item: answer for item, answer in answers.items() if item not in later.get("without", ())},
    )


def _lines(text: str, about: list[str]) -> tuple[Line, ...]:
    words = re.findall(r"^- (.+)$", text, flags=re.MULTILINE)
    return tuple(Line(each, tuple(ids.split())) for each, ids in zip(words, about, strict=True))
