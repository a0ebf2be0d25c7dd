"""Kills processes with -9 in the middle of a backup or a restore. Started by test_killed_keeping.py, as `killing.py` is by test_killed.py.

python -m tests.casebook.killing_keeping backup|restore FOLDER random KILLS
python -m tests.casebook.killing_keeping backup|restore FOLDER each
"""

import itertools
import shutil
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.backup.restoration import Restoration
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.keeping import by_uid, filled, of_each
from tests.casebook.killing import CHEAP, PASSPHRASE, Kill, at_random, before_file_event, duration, opens_by

OTHER = "emmer kaars dakpan vlieger nul"
ticks = itertools.count()


def clock() -> datetime:
    """A second later at every look."""
    return datetime(2026, 11, 24, 14, 2, 31, tzinfo=UTC) + timedelta(seconds=next(ticks))


class Template:
    """A casebook opened by `OTHER`, with a backup of before, when it held something else and was opened by `PASSPHRASE`."""

    def __init__(self, root: Path) -> None:
        self._root, self._numbers = root, itertools.count()
        vault = Vault(root / "template", clock=clock, cost=CHEAP)
        vault.create(PASSPHRASE)
        store = vault.open(PASSPHRASE)
        filled(store)
        self.then = of_each(store)
        Backups(vault, clock).make(store.database)
        store.notes.write(store.clients.add("K-99").id, "van daarna")
        self.now = of_each(store)
        vault.close()
        vault.change_passphrase(PASSPHRASE, OTHER)
        self._made = vault.folder

    def copy(self) -> Vault:
        """Another casebook that is alike."""
        folder = self._root / str(next(self._numbers))
        shutil.copytree(self._made, folder)
        return Vault(folder, clock=clock, cost=CHEAP)


def backing_up(template: Template, kill: Kill) -> tuple[bool, str]:
    """Returns whether the kill came in time, and how many whole backups it left."""
    vault = template.copy()

    def work() -> None:
        Backups(vault, clock).make(vault.open(OTHER).database)
        vault.close()

    killed = kill(work)
    again, backups = Vault(vault.folder, clock=clock, cost=CHEAP), Backups(vault, clock)
    if of_each(again.open(OTHER)) != template.now:
        return killed, "another casebook"
    for backup in backups.all():
        with closing(again.open_copy(backup.database)) as copy:
            if by_uid(Rows(copy)) not in (template.then, template.now):
                return killed, "a backup of something else"
    again.close()
    return killed, str(len(backups.all()))


def putting_back(template: Template, kill: Kill) -> tuple[bool, str]:
    """Returns whether the kill came in time, and what it left: `now`, opened by its passphrase only, or `then`, likewise."""
    vault = template.copy()

    def work() -> None:
        backups = Backups(vault, clock)
        Restoration(vault, backups, clock).prepare(backups.all()[0], Secret.passphrase(PASSPHRASE)).apply()

    killed = kill(work)
    opening = [each for each in (PASSPHRASE, OTHER) if opens_by(vault.folder, lambda way, each=each: way.open(each))]
    if len(opening) != 1:
        return killed, f"{len(opening)} passphrases open it"
    (vault.folder / "casebook.tries").unlink(missing_ok=True)
    again = Vault(vault.folder, clock=clock, cost=CHEAP)
    found = of_each(again.open(opening[0]))
    again.close()
    whole = {OTHER: (template.now, "now"), PASSPHRASE: (template.then, "then")}
    expected, name = whole[opening[0]]
    return killed, name if found == expected else "another casebook"


def main(what: str, root: str, when: str, kills: str = "0") -> None:
    """Kills, looks and prints."""
    template = Template(Path(root))
    work = {"backup": backing_up, "restore": putting_back}[what]

    def round_is_killed(kill: Kill) -> bool:
        killed, left = work(template, kill)
        print("killed" if killed else "ended", left)  # noqa: T201
        return killed

    if when == "each":
        for number in itertools.count():
            if not round_is_killed(before_file_event(number)):
                return

    def one_round(kill: Kill) -> object:
        return work(template, kill)

    longest = duration(one_round)
    for _ in range(int(kills)):
        round_is_killed(at_random(longest))


if __name__ == "__main__":
    main(*sys.argv[1:])
