"""How far somebody is with the script. Pure: the view tells how the conversation stands."""

from guidance_kb.language import Text
from guidance_kb.ui.practice.script import SCRIPT, LessonStep, Seen


class Lesson:
    """The step in hand, and whether it was done.

    Attributes:
        at: Which step it is, from 0; the number of steps once all were done.
        done: Whether the step in hand was done, so that what was learnt shows.
        possible: Whether what the step in hand speaks of is there.
    """

    def __init__(self) -> None:
        self.at = 0
        self.done = False
        self.possible = True

    @property
    def step(self) -> LessonStep | None:
        """The step in hand; None at the end."""
        return SCRIPT[self.at] if self.at < len(SCRIPT) else None

    @property
    def words(self) -> Text:
        """What is to be done with the step in hand, or what was learnt by it; nothing at the end."""
        if self.step is None:
            return Text("", "")
        if self.done:
            return self.step.learnt
        return self.step.do if self.possible else self.step.do_first

    def look(self, now: Seen) -> bool:
        """Looks whether the step was done, or can be, and returns whether that is news. What was done stays done when it is taken back."""
        if self.done or self.step is None:
            return False
        before = self.possible
        self.done, self.possible = self.step.is_done(now), self.step.can_do(now)
        return self.done or self.possible is not before

    def go_on(self) -> None:
        """Goes to the next step, whether or not this one was done."""
        self.at = min(self.at + 1, len(SCRIPT))
        self.done, self.possible = False, True

    def begin_again(self) -> None:
        """Goes to the first step."""
        self.at, self.done, self.possible = 0, False, True
