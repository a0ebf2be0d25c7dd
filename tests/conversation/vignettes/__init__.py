"""Vignettes: short stories of clients, with the signals that should and should not appear. `docs/vignettes.md` tells how they came about.

Each `.toml` here is one. It was written from the report before its writer looked at the rules; what was expected then is kept in
`blind.tsv`, which is never changed. Those of the category `denied` came later, with the rule they are about, and are not in it.
`python -m tests.conversation.vignettes` prints what was expected, what came and who was right.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.conversation.verdicts import Verdict, VerdictReason

FOLDER = Path(__file__).parent
BLIND = FOLDER / "blind.tsv"

LEVELS = ("discuss_now", "for_information")
CATEGORIES = (
    "nothing",
    "drives",
    "dispositional",
    "situational",
    "institutional",
    "staying",
    "hints",
    "observed",
    "verdicts",
    "denied",
    "many",
    "pair",
)

Expected = dict[str, set[str]]
"""Targets or items, by what is expected of them: a level, `never`, `set_aside` or `gaps`."""


@dataclass(frozen=True)
class Vignette:
    """One story.

    Attributes:
        category: One of `CATEGORIES`.
        because: The sections of the report it rests on.
        why: Why this is expected, in Dutch, as it was written down at first.
        story: What the client tells, by language.
        answers: What the counselor ticks.
        dismissed: The signals that the counselor then sets aside, with the reason.
        then: What is ticked after that.
        expect: What should come, as it is agreed now.
        also: What the rules raise for information beyond `expect`, and why the report supports it.
        open: Where the rules differ from `expect` and should be changed, with the change that is proposed.
        changed: Where they did, and were changed: an `open` that was granted.
        settled: Who was right where `expect` is not what was expected at first; empty where it is.
        pair: The vignette that differs from this one in words on groups only, if there is one.
    """

    id: str
    category: str
    because: tuple[str, ...]
    why: str
    story: Mapping[str, str]
    answers: Mapping[str, Answer]
    dismissed: Mapping[str, VerdictReason]
    then: Mapping[str, Answer]
    expect: Expected
    also: Mapping[str, str]
    open: Mapping[str, str]
    changed: Mapping[str, str]
    settled: str
    pair: str | None

    def play(self, checklist: Checklist) -> Session:
        """The conversation, held: answers, what is set aside, and the answers after that."""
        session = Session.restored(checklist, self.answers)
        for target, reason in self.dismissed.items():
            assert target in {signal.target for signal in session.signals}, f"{target} is not there to set aside"
            session.judge(target, Verdict.DISMISSED, reason)
        return Session.restored(checklist, {**session.answers, **self.then}, verdicts=session.verdicts)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The story in both languages and every note."""
        notes = (answer.note for answers in (self.answers, self.then) for answer in answers.values())
        return (*self.story.values(), *notes)

    @cached_property
    def levels(self) -> dict[str, str]:
        """The level that is agreed for each target, what is in `also` included; what is not in it should not appear."""
        levels = {target: level for level in LEVELS for target in self.expect[level]}
        return levels | dict.fromkeys(self.also, "for_information")


def vignettes() -> tuple[Vignette, ...]:
    """Every vignette, by id."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.toml")))


def blind() -> dict[str, Expected]:
    """What was expected of each vignette before anybody looked at the rules; `nothing` stands for no signal at all."""
    found: dict[str, Expected] = {}
    for line in BLIND.read_text("utf-8").splitlines()[1:]:
        vignette, target, expected = line.split("\t")
        found.setdefault(vignette, defaultdict(set))[expected].add(target)
    return found


def expected_first(vignette: Vignette) -> Expected:
    """What was expected of it before it was played: blind, or as it was written if it came later."""
    return blind().get(vignette.id, vignette.expect | {"gap": vignette.expect["gaps"]})


def _read(path: Path) -> Vignette:
    data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    expect = {key: set(data["expect"].pop(key, ())) for key in (*LEVELS, "never", "set_aside", "gaps")}
    vignette = Vignette(
        id=path.stem,
        category=data.pop("category"),
        because=tuple(data.pop("because")),
        why=data.pop("why"),
        story=data.pop("story"),
        answers=_answers(data.pop("answers", {})),
        dismissed={target: VerdictReason(reason) for target, reason in data.pop("dismiss", {}).items()},
        then=_answers(data.pop("then", {})),
        expect=expect,
        also=_each(data.pop("also", {})),
        open=_each(data.pop("open", {})),
        changed=_each(data.pop("changed", {})),
        settled=data.pop("settled", ""),
        pair=data.pop("pair", None),
    )
    unknown = {*data, *data.pop("expect")} - {"expect"}
    assert not unknown, f"{path.name}: {sorted(unknown)} is not a field"
    return vignette


def _answers(given: Mapping[str, Mapping[str, str]]) -> dict[str, Answer]:
    return {item: Answer(State(a["state"]), By(a["by"]), a.get("note", "")) for item, a in given.items()}


def _each(reasons: Mapping[str, str]) -> dict[str, str]:
    """A reason may be given for several targets at once: `"transport, money" = "…"`."""
    return {target: reason for targets, reason in reasons.items() for target in targets.split(", ")}
