"""`guidance-kb casebook`: backup, verify, restore, export, calendar and erase, by passphrase or recovery key, for people and scripts."""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from guidance_kb import paths
from guidance_kb.casebook.backup.backups import Backup, Backups, at
from guidance_kb.casebook.backup.restoration import Restoration
from guidance_kb.casebook.errors import CasebookError, told
from guidance_kb.casebook.privacy.erasure import Erasure, Proof
from guidance_kb.casebook.privacy.traces import TracePlace
from guidance_kb.casebook.records.clients import Client
from guidance_kb.casebook.records.differences import Preview
from guidance_kb.casebook.storage.integrity import Contents, check
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.storage.timestamps import utc_now
from guidance_kb.casebook.vault.access import everything_of
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.cli.openers import library
from guidance_kb.cli.output import complain, wrapped, write, write_json
from guidance_kb.dates import moment_in_words
from guidance_kb.documents.access_page import access_as_data, access_page
from guidance_kb.documents.calendar import Appointment, calendar
from guidance_kb.documents.erasure import counted, erasure_lines
from guidance_kb.documents.page import save
from guidance_kb.errors import KnownError
from guidance_kb.language import Language, Text, figure

# The effects of a restore, in words and as data.


_HOLDS: Final = Text("cliënten {}, gesprekken {}", "clients {}, conversations {}")
_OF: Final = Text("Reservekopie van {}: {}", "Backup of {}: {}")
_ALIKE: Final = Text("Ze is gelijk aan de dossiers van nu.", "It is the same as the casebook of now.")
_NOT_COMPARED: Final = Text(
    "Er zijn nu geen leesbare dossiers om mee te vergelijken.", "There is no readable casebook now to compare with."
)
_COME: Final = Text("Komt terug", "Comes back")
_LOST: Final = Text("Gaat verloren", "Is lost")
_CHANGED: Final = Text("Wordt zoals het was", "Becomes as it was")
_LINE: Final = Text(
    "{}: {}: gesprekken erbij {}, gesprekken weg {}", "{}: {}: conversations back {}, conversations lost {}"
)
_ERASED: Final = Text(
    "Gewist sinds die dag, en blijft gewist: dossiers {}.", "Erased since that day, and stays erased: records {}."
)


def contents_in_words(contents: Contents, language: Language) -> str:
    """Return `clients 3, conversations 7`."""
    return _HOLDS.say(language).format(figure(contents.clients, language), figure(contents.sessions, language))


def preview_lines(preview: Preview, language: Language) -> Iterator[str]:
    """Yield the effects, one line for each client."""
    made = moment_in_words(preview.made, language)
    yield _OF.say(language).format(made, contents_in_words(preview.contents, language))
    if not preview.compared:
        yield _NOT_COMPARED.say(language)
    elif preview.alike:
        yield _ALIKE.say(language)
    for title, found in ((_COME, preview.come), (_LOST, preview.lost), (_CHANGED, preview.changed)):
        for line in found:
            yield _LINE.say(language).format(title.say(language), line.code, line.come, line.go)
    if preview.erased_again:
        yield _ERASED.say(language).format(preview.erased_again)


def preview_as_data(preview: Preview) -> dict[str, Any]:
    """Return a preview as a JSON value."""
    return {**asdict(preview), "made": preview.made.isoformat(), "alike": preview.alike}


# --- The passphrase or recovery key: prompted for or read from a file descriptor, never from the command line


_PASSPHRASE: Final = Text("Wachtzin: ", "Passphrase: ")
_RECOVERY: Final = Text("Herstelsleutel: ", "Recovery key: ")
_LONGEST: Final = 4096  # bytes


def typed(arguments: argparse.Namespace, language: Language) -> str:
    """Prompt for the secret, or return the first line of the named file descriptor.

    Raises:
        KnownError: There is no terminal, or nothing to read.
    """
    if arguments.fd is not None:
        return _from_descriptor(arguments.fd)
    if not _somebody_types():
        raise KnownError(
            "Er is niemand om de wachtzin aan te vragen. Geef een bestandsnummer op waar hij te lezen is: --fd 0.",
            "There is nobody to ask for the passphrase. Name a file descriptor to read it from: --fd 0.",
        )
    return getpass.getpass((_RECOVERY if arguments.recovery else _PASSPHRASE).say(language))


def _somebody_types() -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    if sys.platform == "win32":  # NUL passes for a terminal on Windows, and a prompt would wait forever
        import ctypes  # noqa: PLC0415 - exists in this form on Windows only
        import msvcrt  # noqa: PLC0415

        console = ctypes.c_void_p(msvcrt.get_osfhandle(sys.stdin.fileno()))
        return bool(ctypes.windll.kernel32.GetConsoleMode(console, ctypes.byref(ctypes.c_ulong())))
    return True


def _from_descriptor(number: int) -> str:
    try:
        with os.fdopen(number, "rb", closefd=False) as file:
            return file.readline(_LONGEST).rstrip(b"\r\n").decode("utf-8")
    except (OSError, ValueError) as error:
        raise KnownError(
            f"Uit bestandsnummer {number} is geen wachtzin te lezen.",
            f"No passphrase can be read from file descriptor {number}.",
        ) from error


_NEEDS: Final = {
    "restore": Text(
        "Noem een reservekopie: guidance-kb casebook restore NAAM", "Name a backup: guidance-kb casebook restore NAME"
    ),
    "export": Text(
        "Noem een cliëntcode: guidance-kb casebook export CODE", "Name a client code: guidance-kb casebook export CODE"
    ),
    "erase": Text(
        "Noem een cliëntcode: guidance-kb casebook erase CODE", "Name a client code: guidance-kb casebook erase CODE"
    ),
}
_NEEDS_OUT: Final = Text(
    "Noem een bestand: guidance-kb casebook calendar --out BESTAND",
    "Name a file: guidance-kb casebook calendar --out FILE",
)
_DAYS: Final = Text("{} dagen met een cliëntcode opgeslagen in {}", "{} days with a client code saved in {}")
_MADE: Final = Text("Gemaakt en nagekeken: {} ({})", "Made and verified: {} ({})")
_SOUND: Final = Text("in orde  {}: {}", "sound    {}: {}")
_UNSOUND: Final = Text("niet goed  {}: {}", "not sound  {}: {}")
_PRESENT: Final = Text("de dossiers zelf", "the casebook itself")
_ADD_YES: Final = Text(
    "Er is nog niets veranderd. Voeg --yes toe om het te doen.", "Nothing has changed yet. Add --yes to do it."
)
_RESTORED: Final = Text("Teruggezet.", "Restored.")
_KEPT: Final = Text("Wat er stond, is bewaard in {}.", "What was there is kept in {}.")
_OLD_SLOTS: Final = Text("De wachtzin van die dag geldt weer.", "The passphrase of that day holds again.")
_WOULD: Final = Text("Te wissen van {}: {}.", "To be erased of {}: {}.")
_CLEARED: Final = Text("Nieuwe reservekopie gemaakt; {} oude verwijderd.", "New backup made; {} old ones removed.")
_OURS: Final = Text(
    "Instellingen, bladwijzers en andere eigen bestanden", "Settings, bookmarks and other files of ours"
)
_USAGE_ERROR: Final = 2


def run(arguments: argparse.Namespace) -> int:
    """Run one action on the casebook; the exit code of `verify` is 1 if something is damaged."""
    missing = _NEEDS.get(arguments.action) if not arguments.target else None
    if arguments.action == "calendar" and not (arguments.out or arguments.json):
        missing = _NEEDS_OUT
    if missing is not None:
        complain([missing.say(Language(arguments.lang))])
        return _USAGE_ERROR
    return _Command(arguments).run()


class _Command:
    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._language = Language(arguments.lang)
        self._vault = Vault(arguments.folder or paths.casebook_folder())
        self._backups = Backups(self._vault, utc_now)

    def run(self) -> int:
        """Run the action and return the exit code."""
        match self._arguments.action:
            case "backup":
                return self._backup()
            case "verify":
                return self._verify()
            case "restore":
                return self._restore()
            case "export":
                return self._export()
            case "calendar":
                return self._calendar()
            case _:
                return self._erase()

    def _backup(self) -> int:
        with self._opened() as store:
            made = self._backups.make(store.database)
            contents = self._backups.verify(made)
        if self._arguments.json:
            write_json(_as_data(made, contents))
        else:
            write(_MADE.say(self._language).format(made.folder, self._contents(contents)))
        return 0

    def _verify(self) -> int:
        with self._opened() as store:
            wanted = [self._backup_named()] if self._arguments.target else self._backups.all()
            found: list[tuple[str, Contents | CasebookError]] = []
            if not self._arguments.target:
                found.append((_PRESENT.say(self._language), check(store.database)))
            found += [(backup.name, self._sound(backup)) for backup in wanted]
        if self._arguments.json:
            write_json([self._verdict(name, verdict) for name, verdict in found])
        else:
            for name, verdict in found:
                good = isinstance(verdict, Contents)
                said = self._contents(verdict) if isinstance(verdict, Contents) else verdict.say(self._language)
                write((_SOUND if good else _UNSOUND).say(self._language).format(name, said))
        return int(any(isinstance(verdict, CasebookError) for _, verdict in found))

    def _restore(self) -> int:
        backup = self._backup_named()
        prepared = Restoration(self._vault, self._backups, utc_now).prepare(backup, self._secret())
        if self._arguments.yes:
            done = prepared.apply()
        else:
            done = None
            prepared.discard()
        if self._arguments.json:
            kept = None if done is None or done.kept is None else str(done.kept)
            write_json({"preview": preview_as_data(prepared.preview), "restored": done is not None, "kept": kept})
            return 0
        lines = [line for text in preview_lines(prepared.preview, self._language) for line in wrapped(text, hang="  ")]
        if done is None:
            lines.append(_ADD_YES.say(self._language))
        else:
            lines.append(_RESTORED.say(self._language))
            lines += [_KEPT.say(self._language).format(done.kept)] if done.kept else []
            lines += [_OLD_SLOTS.say(self._language)] if done.slots_of_backup else []
        write("\n".join(lines))
        return 0

    def _export(self) -> int:
        with self._opened() as store:
            everything = everything_of(store, self._client(store).id, utc_now)
        if self._arguments.json:
            text = json.dumps(access_as_data(everything), ensure_ascii=False, indent=2)
        else:
            with library(self._arguments) as knowledge:
                text = access_page(knowledge, everything, self._language)
        if self._arguments.out is None:
            write(text)
        else:
            save(self._arguments.out, f"{text}\n".encode())
        return 0

    def _calendar(self) -> int:
        with self._opened() as store:
            due = store.follow_ups.to_come()
            clients = {each.client: store.clients.get(each.client) for each in due}
        days = [Appointment.of(clients[each.client], each) for each in due]
        if self._arguments.out is not None:
            save(self._arguments.out, calendar(days, utc_now(), self._language))
        if self._arguments.json:
            write_json([_event(each) for each in days])
        else:
            write(_DAYS.say(self._language).format(len(days), self._arguments.out))
        return 0

    def _erase(self) -> int:
        with self._opened() as store:
            client, erasing = self._client(store), Erasure(self._vault, self._backups, utc_now)
            if not self._arguments.yes:
                self._would_erase(client, erasing.count(store, client.id))
                return 0
            places = [TracePlace(_OURS, paths.data_folder(), without=(self._vault.folder,))]
            proof = erasing.erase(store, client.id, places)
            cleared = erasing.clear_backups(store, [proof]) if self._arguments.backups else None
        if self._arguments.json:
            write_json({**_proof(proof), "backups_removed": cleared})
            return 0
        lines = [*erasure_lines(proof, self._language)]
        lines += [] if cleared is None else [_CLEARED.say(self._language).format(cleared)]
        write("\n".join(line for text in lines for line in wrapped(text, hang="  ")))
        return 0

    # --- Shared helpers

    @contextmanager
    def _opened(self) -> Iterator[Store]:
        recovery = self._arguments.recovery
        open_it = self._vault.open_with_recovery if recovery else self._vault.open
        try:
            yield open_it(typed(self._arguments, self._language), back_up=self._backups.make_only)
        finally:
            self._vault.close()

    def _secret(self) -> Secret:
        read = Secret.recovery_key if self._arguments.recovery else Secret.passphrase
        return read(typed(self._arguments, self._language))

    def _client(self, store: Store) -> Client:
        found = store.clients.find(self._arguments.target)
        if found is None:
            raise KnownError("Geen dossier heeft deze code.", "No record has this code.")
        return found

    def _backup_named(self) -> Backup:
        name = self._arguments.target
        with told():
            found = next((backup for backup in self._backups.all() if backup.name == name), None) or at(Path(name))
        if found is None:
            raise KnownError(
                "Deze reservekopie is er niet. Neem een naam uit “guidance-kb casebook verify”, of een map met casebook.db erin.",
                "There is no such backup. Take a name from “guidance-kb casebook verify”, or a folder with casebook.db in it.",
            )
        return found

    def _sound(self, backup: Backup) -> Contents | CasebookError:
        try:
            return self._backups.verify(backup)
        except CasebookError as refused:
            return refused

    def _contents(self, contents: Contents) -> str:
        return contents_in_words(contents, self._language)

    def _verdict(self, name: str, verdict: Contents | CasebookError) -> dict[str, Any]:
        good = isinstance(verdict, Contents)
        return {
            "name": name,
            "sound": good,
            **(asdict(verdict) if isinstance(verdict, Contents) else {"why": verdict.say(self._language)}),
        }

    def _would_erase(self, client: Client, rows: dict[str, int]) -> None:
        if self._arguments.json:
            write_json({"code": client.code, "erased": None, "rows": rows})
            return
        would = _WOULD.say(self._language).format(client.code, counted(rows, self._language))
        write("\n".join([*wrapped(would), _ADD_YES.say(self._language)]))


def _as_data(backup: Backup, contents: Contents) -> dict[str, Any]:
    return {
        "name": backup.name,
        "folder": str(backup.folder),
        "made": backup.made.isoformat(),
        "size": backup.size,
        **asdict(contents),
    }


def _proof(proof: Proof) -> dict[str, Any]:
    return {
        "code": proof.code,
        "erased": proof.erased,
        "rows": proof.rows,
        "nothing_found": proof.nothing_found,
        "searched": [{**asdict(place), "where": place.where.en} for place in proof.searched],
        "backups": [
            {"name": holding.backup.name, "until": holding.until.isoformat(), "readable": holding.readable}
            for holding in proof.backups
        ],
        "aside": proof.aside,
    }


def _event(event: Appointment) -> dict[str, str]:
    """Return an event as JSON values; `time` only where there is one."""
    at = {} if event.at is None else {"time": event.at.isoformat(timespec="minutes")}
    return {"code": event.code, "day": event.day.isoformat(), **at}
