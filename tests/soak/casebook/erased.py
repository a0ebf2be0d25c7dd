"""Half of the clients erased: nothing of them in any page, index, WAL, export or new backup, nor after a restore; the others whole."""

from datetime import date

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.backup.restoration import Restoration
from guidance_kb.casebook.privacy.erasure import Erasure
from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.files import with_companions
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.access import everything_of
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session, SessionChange
from guidance_kb.documents.access_page import access_page
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from tests.casebook.conftest import CHEAP, PASSPHRASE, Clock
from tests.casebook.keeping import decrypted_pages, of_each
from tests.soak.casebook.working import RULES, checklist_of
from tests.soak.found import Found, Ground

_KINDS = ("remark", "answer", "note", "step", "moment", "outcome", "reason")


def erased(ground: Ground) -> Found:
    """Erases every second of `count` clients, each with words that nobody else has."""
    return _Erased(ground).run()


def tokens(number: int) -> list[str]:
    """Words of one client, one in every kind of text; folding and stemming leave them as they are."""
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
    return [f"zq{letters}x{kind}qz" for kind in _KINDS]


def add_client(store: Store, checklist: Checklist, number: int) -> int:
    """Adds a client with their words in every kind of text, also in what was changed, taken back and removed."""
    remark, answer, note, step, moment, outcome, reason = tokens(number)
    client = store.clients.add(f"ERS-{number:03}", f"{remark} in een opmerking").id
    session = store.sessions.begin(client, RULES)

    def save(change: SessionChange) -> None:
        store.sessions.save(session, change)

    held = Session(checklist, save)
    for item in list(checklist.items)[: 3 + number % 5]:
        held.set_state(item, State.NAMED)
        held.set_note(item, f"vertelt over {answer}")
        held.set_note(item, f"vertelt over {answer} en later meer")
    held.undo()
    store.sessions.finish(session)
    store.sessions.reopen(session, f"{reason} vergeten")
    store.notes.change(store.notes.write(client, f"{note} eerst", session), f"{note} daarna")
    store.notes.remove(store.notes.write(client, f"{note} weg"))
    store.steps.agree(client, Terms(f"{step} bellen", Who.CLIENT))
    planned = store.follow_ups.plan(client, FollowUpKind.OTHER, date(2026, 12, 1), f"{moment} vragen")
    store.follow_ups.done(planned, f"{outcome} gezegd")
    return client


class _Erased:
    def __init__(self, ground: Ground) -> None:
        self._ground, self._found, self._clock = ground, Found(tried=ground.count // 2), Clock()
        self._vault = Vault(ground.folder / "casebook", clock=self._clock, cost=CHEAP)
        self._backups = Backups(self._vault, self._clock)
        self._databases = 0

    def run(self) -> Found:
        found, vault, backups = self._found, self._vault, self._backups
        vault.create(PASSPHRASE)
        store = vault.open(PASSPHRASE)
        going = self._filled(store)
        before = backups.make(store.database)
        self._clock.pass_(hours=1)
        erasing = Erasure(vault, backups, self._clock)
        proofs = erasing.erase_all(store, going)
        found.leaked += [f"the proof found {proof.code}" for proof in proofs if not proof.nothing_found]
        found.expect("the backup of before is in every proof", holds=all(len(each.backups) == 1 for each in proofs))
        self._look(store, "after erasing")
        Restoration(vault, backups, self._clock).prepare(before, Secret.passphrase(PASSPHRASE)).apply()
        store = vault.open(PASSPHRASE)
        self._look(store, "after a restore")
        store = vault.open(PASSPHRASE)
        self._clock.pass_(hours=1)
        erasing.clear_backups(store, proofs)
        key = vault._key
        vault.close()
        for backup in backups.all():
            self._pages(f"backup {backup.name}", decrypted_pages(backup.database, key))
        found.said.append(
            f"{len(self._gone):,} words of those who went, in {self._databases} databases decrypted page by page, the word index, "
            f"and the pages of access of those who stayed"
        )
        return found

    def _filled(self, store: Store) -> list[int]:
        checklist = checklist_of(self._ground.knowledge)
        people = {add_client(store, checklist, number): number for number in range(self._ground.count)}
        going = [client for client, number in people.items() if number % 2]
        self._gone = [token for client in going for token in tokens(people[client])]
        self._kept = [token for client, number in people.items() if client not in going for token in tokens(number)]
        self._codes = [store.clients.get(client).code for client in going]
        uids = {store.clients.get(client).uid for client in going}
        self._others = {uid: digest for uid, digest in of_each(store).items() if uid not in uids}
        return going

    def _look(self, store: Store, when: str) -> None:
        """At rows, words, the WAL and exports of the open casebook; then it is closed, and looked at page by page."""
        found, vault = self._found, self._vault
        found.expect(f"{when}: the others are not as they were", holds=of_each(store) == self._others)
        found.leaked += [f"{when}: {token} is found" for token in self._gone if store.words.search(token)]
        found.lost += [f"{when}: {token} is not found" for token in self._kept if not _searchable(store, token)]
        log = with_companions(vault.database_file)[1]
        found.expect(
            f"{when}: changes wait in the WAL", holds=not log.exists() or log.stat().st_size == 0 or "restore" in when
        )
        library = Library(self._ground.knowledge)
        pages = [
            access_page(library, everything_of(store, client, self._clock), Language.NL)
            for (client,) in store.rows.all("SELECT id FROM client")
        ]
        library.close()
        found.leaked += [
            f"{when}: {token} in an export" for token in (*self._gone, *self._codes) if token in "".join(pages)
        ]
        key = vault._key
        vault.close()
        self._pages(when, decrypted_pages(vault.database_file, key))

    def _pages(self, when: str, pages: bytes) -> None:
        self._databases += 1
        sought = (*self._gone, *self._codes)
        self._found.leaked += [f"{when}: {token} in a page" for token in sought if token.encode() in pages]
        self._found.lost += [f"{when}: {token} in no page" for token in self._kept if token.encode() not in pages]


def _searchable(store: Store, token: str) -> bool:
    return "xreason" in token or bool(store.words.search(token))  # why it was opened again is no text to search
