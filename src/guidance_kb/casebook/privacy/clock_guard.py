"""Plausibility of the computer's clock: with a wrong date no erasure is proposed and no backup is removed."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from guidance_kb.casebook.errors import CasebookError
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.settings import CasebookSettings
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.dates import day_in_words
from guidance_kb.language import Language, Text

LONGEST_REST: Final = timedelta(days=400)
"""If a casebook was not used for longer, a clock that jumped is as likely."""

_BACK: Final = timedelta(days=1)  # less is a correction of the clock
_OFTEN: Final = timedelta(hours=12)
_SEEN: Final = "seen"
"""The setting with the last time at which the clock was trusted."""

_LAST: Final = (
    "SELECT max(m) FROM (SELECT max(opened) AS m FROM client UNION ALL SELECT max(changed) FROM session"
    " UNION ALL SELECT max(changed) FROM note)"
)
"""Used as long as the clock was never checked; later these may come from a time when it was wrong."""


class Jump(StrEnum):
    """The direction in which the clock jumped."""

    BACK = "back"
    FORWARD = "forward"


_SAYS: Final = {
    Jump.BACK: Text(
        "Volgens deze computer is het {now}, maar de dossiers zijn nog gebruikt op {seen}. Zolang de datum niet klopt wordt er niets "
        "voorgesteld om te wissen en geen reservekopie opgeruimd. Zet de klok goed, of bevestig dat de datum van vandaag klopt.",
        "According to this computer it is {now}, but the casebook was used on {seen}. As long as the date is not right, nothing is "
        "proposed for erasing and no backup is removed. Set the clock right, or confirm that today's date is right.",
    ),
    Jump.FORWARD: Text(
        "Volgens deze computer is het {now}; de dossiers zijn het laatst gebruikt op {seen}, meer dan {days} dagen eerder. Er wordt niets "
        "voorgesteld om te wissen en geen reservekopie opgeruimd. Zet de klok goed, of bevestig dat de datum van vandaag klopt.",
        "According to this computer it is {now}; the casebook was last used on {seen}, more than {days} days earlier. Nothing is "
        "proposed for erasing and no backup is removed. Set the clock right, or confirm that today's date is right.",
    ),
}


class ClockJumped(CasebookError):
    """The date cannot be trusted until somebody has checked a calendar.

    Attributes:
        jump: The direction.
    """

    def __init__(self, jump: Jump, now: datetime, seen: datetime) -> None:
        days = LONGEST_REST.days
        said = (
            _SAYS[jump].say(each).format(now=_shown(now, each), seen=_shown(seen, each), days=days) for each in Language
        )
        super().__init__(Text(*said))
        self.jump = jump


class ClockWatch:
    """Compares the clock with the last time known to the casebook."""

    def __init__(self, rows: Rows, clock: Clock) -> None:
        self._rows, self._clock = rows, clock
        self._settings = CasebookSettings(rows)

    def jumped(self) -> ClockJumped | None:
        """Return why the clock cannot be trusted, or None if it can."""
        last = self._settings.read(_SEEN) or self._rows.the(_LAST)[0]
        if last is None:
            return None
        now, seen = self._clock(), timestamps.read(last)
        if now < seen - _BACK:
            return ClockJumped(Jump.BACK, now, seen)
        if now > seen + LONGEST_REST:
            return ClockJumped(Jump.FORWARD, now, seen)
        return None

    def refuse_jump(self) -> None:
        """Record that the casebook is used now.

        Raises:
            ClockJumped: The clock cannot be trusted; nothing is recorded.
        """
        jumped = self.jumped()
        if jumped is not None:
            raise jumped
        seen = self._settings.read(_SEEN)
        if (
            seen is None or self._clock() - timestamps.read(seen) > _OFTEN
        ):  # not at every check: a write makes a backup due
            self.confirm()

    def confirm(self) -> None:
        """Trust the clock: the user has confirmed that the date is right."""
        self._settings.write(_SEEN, timestamps.now(self._clock))


def _shown(moment: datetime, language: Language) -> str:
    return day_in_words(moment.astimezone().date(), language)
