"""How far somebody is with the script. Pure: the view tells how the conversation stands."""

from guidance_kb.ui.practice.script import SCRIPT, Seen, Step


class Lesson:
    """The step in hand, and whether it was done.

    Attributes:
        at: Which step it is, from 0; the number of steps once all were done.
        done: Whether the step in hand was done, so that what was learnt shows.
    """

    def __init__(self) -> None:
        self.at = 0
        self.done = False

    @property
    def step(self) -> Step | None:
        """The step in hand; None at the end."""
        return SCRIPT[self.at] if self.at < len(SCRIPT) else None

    def look(self, now: Seen) -> bool:
        """Looks whether the step was done, and returns whether that is news. What was done stays done, also when it is taken back."""
        if self.done or self.step is None or not self.step.is_done(now):
            return False
        self.done = True
        return True

    def go_on(self) -> None:
        """Goes to the next step, whether or not this one was done."""
        self.at = min(self.at + 1, len(SCRIPT))
        self.done = False

    def begin_again(self) -> None:
        """Goes to the first step."""
        self.at, self.done = 0, False
