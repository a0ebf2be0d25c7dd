"""A damaged casebook: every page flipped once, every byte of the key file, a hundred truncations; noticed, or nothing lost by it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.backup.restoration import Restoration
from guidance_kb.casebook.errors import KeyFileDamaged, Remedy, Unopenable
from guidance_kb.casebook.storage.files import DATABASE, KEY_FILE, TRIES
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.errors import KnownError
from tests.casebook.conftest import CHEAP, PASSPHRASE, Clock
from tests.casebook.keeping import filled
from tests.casebook.people import everything
from tests.soak.casebook.working import Counselor, Diary, checklist_of
from tests.soak.found import Found, Ground

_PAGE = 4096
_TRUNCATIONS = 100
_WRITES = 300
_RESTORED_EVERY = 20  # refusals, as restoring each would take minutes


def damaged(ground: Ground) -> Found:
    """Damages a closed casebook in one way after another; `count` of all the ways, spread evenly, or all of them."""
    return _Damaged(ground).run(ground.count)


class _Damaged:
    def __init__(self, ground: Ground) -> None:
        self._found, self._clock, self._chance = Found(), Clock(), Random(1)  # noqa: S311 - the same every time
        self._folder, self._elsewhere = ground.folder / "casebook", ground.folder / "elsewhere"
        vault = self._vault()
        vault.create(PASSPHRASE)
        store = vault.open(PASSPHRASE)
        filled(store)
        diary = Diary(ground.folder / "diary")
        counselor = Counselor(store, checklist_of(ground.knowledge), diary, self._chance)
        for _ in range(_WRITES):
            counselor.do_something()
        diary.close()
        self._backup = Backups(vault, self._clock).make(store.database)
        self._rows = everything(store)
        vault.close()
        self._whole = {name: (self._folder / name).read_bytes() for name in (DATABASE, KEY_FILE)}

    def run(self, count: int) -> Found:
        found, ways, refusals = self._found, list(self._ways()), 0
        for name, content, about in ways[:: max(1, len(ways) // count)]:
            (self._folder / TRIES).unlink(missing_ok=True)
            (self._folder / name).write_bytes(content)
            found.tried += 1
            with found.no_traceback(about) as refused:
                self._open(about)
            for sentence in refused:
                refusals += 1
                found.expect(f"{about}: changed by looking at it", holds=(self._folder / name).read_bytes() == content)
                with found.no_traceback(f"{about}: the backup") as no_help:
                    self._find_backup(name, sentence, about)
                    if refusals % _RESTORED_EVERY == 1:
                        self._restore(about)
                found.lost += [f"{about}: the backup: {error}" for error in no_help]
            (self._folder / name).write_bytes(self._whole[name])
        found.said.append(
            f"{len(self._whole[DATABASE]) // _PAGE} pages, {len(self._whole[KEY_FILE])} bytes of the key file, {_TRUNCATIONS} truncations: "
            f"{refusals} refused with a sentence, {found.tried - refusals} opened row for row"
        )
        return found

    def _vault(self, folder: Path | None = None) -> Vault:
        return Vault(folder or self._folder, clock=self._clock, cost=CHEAP)

    def _ways(self) -> Iterator[tuple[str, bytes, str]]:
        """Every way of damaging: the file, its content then, and what was done."""
        database, key, chance = self._whole[DATABASE], self._whole[KEY_FILE], self._chance
        for page in range(len(database) // _PAGE):
            at = page * _PAGE + chance.randrange(_PAGE)
            yield DATABASE, _flipped(database, at, chance), f"page {page}, byte {at % _PAGE}"
        for _ in range(_TRUNCATIONS):
            length = chance.randrange(len(database))
            yield DATABASE, database[:length], f"cut to {length} bytes"
        for at in range(len(key)):
            yield KEY_FILE, _flipped(key, at, chance), f"key file, byte {at}"

    def _open(self, about: str) -> None:
        vault = self._vault()
        try:
            rows = everything(vault.open(PASSPHRASE))
            self._found.expect(f"{about}: opened with other rows", holds=rows == self._rows)
        finally:
            vault.close()

    def _find_backup(self, name: str, sentence: KnownError, about: str) -> None:
        """A backup is offered, and of a key file nothing else is said than that it is damaged."""
        offers = isinstance(sentence, Unopenable) and Remedy.RESTORE_BACKUP in sentence.remedies
        self._found.expect(f"{about}: no backup is offered", holds=offers)
        self._found.expect(f"{about}: {sentence}", holds=name != KEY_FILE or isinstance(sentence, KeyFileDamaged))
        (self._folder / TRIES).unlink(missing_ok=True)
        backups = Backups(self._vault(), self._clock)
        newest = Restoration(self._vault(), backups, self._clock).newest_good(Secret.passphrase(PASSPHRASE))
        self._found.expect(f"{about}: the backup is not found", holds=newest == self._backup)

    def _restore(self, about: str) -> None:
        """Takes the offer, in a copy."""
        shutil.copytree(self._folder, self._elsewhere)
        vault = self._vault(self._elsewhere)
        try:
            backups = Backups(vault, self._clock)
            there = next(each for each in backups.all() if each.name == self._backup.name)
            Restoration(vault, backups, self._clock).prepare(there, Secret.passphrase(PASSPHRASE)).apply()
            rows = everything(vault.open(PASSPHRASE))
            self._found.expect(f"{about}: restored with other rows", holds=rows == self._rows)
        finally:
            vault.close()
            shutil.rmtree(self._elsewhere)


def _flipped(content: bytes, at: int, chance: Random) -> bytes:
    changed = bytearray(content)
    changed[at] ^= 1 << chance.randrange(8)
    return bytes(changed)
