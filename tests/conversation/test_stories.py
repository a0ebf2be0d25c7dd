"""The twenty stories on the real checklist: they are as they were written, and the page tells what comes of them."""

from hashlib import sha256
from pathlib import Path

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.library import Library
from tests.conversation.stories import ELSEWHERE, FOLDER, NONE, came_first, outcomes, stories
from tests.conversation.stories.table import stories_as_markdown
from tests.rows import rows

PAGE = Path(__file__).parents[2] / "docs" / "vignettes.md"
SEALED = {
    "blind.md": "3e9fc77584a191b8d910433233c3ea9fb8275d49a9bd436bceda46ed1ecfcb22",
    "ticks.toml": "4c5fd40337ec94d466c6b039aca718510602ee4ee09b10ef97a076e02f1ad572",
    "first.tsv": "1af9fa13df2fa17b8de30e90dc5b41053a5538da66e897fc74e163ea81772604",
}


@rows(("name", "digest"), SEALED.items(), ids=lambda each: each[:8])
def test_what_was_written_blind_was_not_changed_afterwards(name: str, digest: str) -> None:
    assert sha256((FOLDER / name).read_text("utf-8").encode()).hexdigest() == digest


def test_the_stories_name_what_there_is(checklist: Checklist, library: Library) -> None:
    known = {*checklist.items, *library.barriers, *library.drives, NONE, ELSEWHERE}
    every = stories()
    assert len(every) == 20
    for story in every:
        assert set(story.answers) <= set(checklist.items), story.number
        assert {about for line in (*story.expected, *story.unwanted) for about in line.about} <= known, story.number


def test_each_line_of_each_story_has_an_outcome(checklist: Checklist) -> None:
    first, now = came_first(), tuple(outcomes(checklist))
    assert [(each.story, each.kind, each.words) for each in first] == [(a.story, a.kind, a.words) for a in now]


def test_the_page_tells_what_comes_of_them(checklist: Checklist) -> None:
    assert stories_as_markdown(checklist) in PAGE.read_text("utf-8"), (
        "python -m tests.conversation.vignettes, into docs/vignettes.md"
    )
