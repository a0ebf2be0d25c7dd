"""`guidance-kb casebook`, in a process of its own: the passphrase from a descriptor, never an argument; nothing done without --yes."""

import json
import os
import pty
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import vobject

from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE
from tests.casebook.keeping import CODE, filled, of_each
from tests.cli.command import Done, environment
from tests.cli.conftest import Run


class Casebook:
    """A casebook in the data folder of the commands, and what runs on it."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.vault = Vault(folder, cost=CHEAP)
        self.recovery = self.vault.create(PASSPHRASE)
        self._run = run
        store = self.vault.open(PASSPHRASE)
        filled(store)
        self.before = of_each(store)
        self.vault.close()

    def __call__(self, *words: str, typed: str = PASSPHRASE, **changes: str) -> Done:
        (self.vault.folder / "casebook.tries").unlink(missing_ok=True)
        return self._run("casebook", *words, "--fd", "0", stdin=f"{typed}\n".encode(), **changes)

    def rows(self) -> dict[str, bytes]:
        """What is in it now."""
        found = of_each(self.open())
        self.vault.close()
        return found

    def open(self) -> Store:
        """Opens it; close `vault` then."""
        (self.vault.folder / "casebook.tries").unlink(missing_ok=True)
        self.vault = Vault(self.vault.folder, cost=CHEAP)
        return self.vault.open(PASSPHRASE)


@pytest.fixture
def casebook(tmp_path: Path, run: Run) -> Casebook:
    return Casebook(tmp_path / "data" / "casebook", run)


def test_a_backup_is_made_and_verified(casebook: Casebook) -> None:
    done = casebook("backup", "--json")
    assert done.code == 0, done.err
    made = done.json
    assert (made["clients"], made["sessions"]) == (3, 1)
    assert abs((datetime.now(UTC) - datetime.fromisoformat(made["made"])).total_seconds()) < 3600
    assert (Path(made["folder"]) / "casebook.db").stat().st_size == made["size"]
    assert "Gemaakt en nagekeken" in casebook("backup").out
    verified = casebook("verify", "--json").json
    assert [each["sound"] for each in verified] == [True, True, True]
    assert casebook("verify", made["name"], "--json").json == [
        {"name": made["name"], "sound": True, "clients": 3, "sessions": 1}
    ]


def test_a_damaged_backup_is_told_with_exit_code_1(casebook: Casebook) -> None:
    made = casebook("backup", "--json").json
    database = Path(made["folder"]) / "casebook.db"
    content = bytearray(database.read_bytes())
    content[9000] ^= 1
    database.write_bytes(content)
    done = casebook("verify")
    assert done.code == 1
    assert "in orde  de dossiers zelf: cliënten 3, gesprekken 1" in done.out
    assert f"niet goed  {made['name']}: Deze reservekopie is beschadigd" in done.out
    assert "sound" in casebook("verify", "--lang", "en").out
    assert [each["sound"] for each in casebook("verify", "--json").json] == [True, False]
    assert "reservekopie is beschadigd" in casebook("restore", made["name"], "--yes").complaint
    assert casebook.rows() == casebook.before


def test_restore_shows_first_and_does_with_yes(casebook: Casebook) -> None:
    made = casebook("backup", "--json").json
    casebook.open().clients.add("K-99")
    casebook.vault.close()
    shown = casebook("restore", made["name"])
    assert shown.code == 0, shown.err
    assert "Gaat verloren: K-99: gesprekken erbij 0, gesprekken weg 0" in shown.out
    assert "--yes" in shown.out
    assert len(casebook.rows()) == 4
    looked = casebook("restore", made["name"], "--json").json
    assert looked["restored"] is False
    assert [line["code"] for line in looked["preview"]["lost"]] == ["K-99"]
    done = casebook("restore", made["name"], "--yes")
    assert done.code == 0, done.err
    assert "Teruggezet." in done.out
    assert "-replaced.\n" in done.out
    assert casebook.rows() == casebook.before
    assert "gelijk aan de dossiers van nu" in casebook("restore", made["folder"]).out


def test_a_damaged_casebook_comes_back_by_the_recovery_key(casebook: Casebook) -> None:
    made = casebook("backup", "--json").json
    content = bytearray(casebook.vault.database_file.read_bytes())
    content[9000] ^= 1
    casebook.vault.database_file.write_bytes(content)
    assert "beschadigd" in casebook("backup").complaint
    done = casebook("restore", made["name"], "--yes", "--recovery", "--json", typed=casebook.recovery)
    assert done.code == 0, done.err
    assert done.json["restored"] is True
    assert "damaged-" in done.json["kept"]
    assert casebook.rows() == casebook.before


def test_export_as_page_and_as_data(casebook: Casebook, tmp_path: Path) -> None:
    data = casebook("export", CODE, "--json").json
    assert data["tables"]["client"][0]["code"] == CODE
    out = tmp_path / "inzage.html"
    assert casebook("export", CODE.lower(), "--out", str(out)).code == 0
    page = out.read_text("utf-8")
    assert "zorgt voor haar moeder" in page
    assert "Alles wat wij over u bewaren" in page
    assert out.stat().st_mode & 0o777 == 0o600
    assert casebook("export", "K-404").complaint == "Geen dossier heeft deze code."
    assert "die map is er niet" in casebook("export", CODE, "--out", str(tmp_path / "nergens" / "x.html")).complaint


def test_the_calendar_of_all_clients_is_read_by_another_program(casebook: Casebook, tmp_path: Path) -> None:
    """Late or to come, steps and follow-ups; the codes and nothing else of anybody, and nobody of the archive."""
    store = casebook.open()
    other, archived = store.clients.find("K-7"), store.clients.add("K-99").id
    assert other is not None
    store.follow_ups.plan(other.id, FollowUpKind.OTHER, date(2025, 3, 1), "geheime opmerking")
    store.follow_ups.done(store.follow_ups.plan(other.id, FollowUpKind.OTHER, date(2026, 3, 1)))
    store.steps.agree(other.id, Terms("geheim werk", Who.CLIENT))
    store.follow_ups.plan(archived, FollowUpKind.OTHER, date(2027, 1, 1))
    store.clients.archive(archived)
    casebook.vault.close()
    out = tmp_path / "agenda.ics"
    done = casebook("calendar", "--out", str(out))
    assert done.out == f"7 dagen met een cliëntcode opgeslagen in {out}\n"
    assert out.stat().st_mode & 0o777 == 0o600
    content = out.read_text("utf-8")
    events = vobject.readOne(content).vevent_list
    expected = {
        ("K-7", date(2025, 3, 1)), (CODE, date(2026, 12, 1)), (f"Bellen: {CODE}", date(2026, 12, 8)), (CODE, date(2026, 12, 15)),
        (f"Bellen: {CODE}", datetime.fromisoformat("2026-12-09T14:30")), (CODE, date(2026, 12, 22)), (CODE, date(2027, 1, 4)),
    }  # fmt: skip
    assert {(each.summary.value.removeprefix("Opvolgen: "), each.dtstart.value) for each in events} == expected
    assert len({each.uid.value for each in events}) == 7
    assert not [word for word in ("geheim", "mantelzorg", "werkdag", "moeder") if word in content]
    listed = casebook("calendar", "--json").json
    days = {(code.removeprefix("Bellen: "), date(day.year, day.month, day.day)) for code, day in expected}
    assert {(each["code"], date.fromisoformat(each["day"])) for each in listed} == days
    assert [each["time"] for each in listed if "time" in each] == ["14:30"]
    before = out.read_bytes()
    assert "die map is er niet" in casebook("calendar", "--out", str(tmp_path / "nergens" / "x.ics")).complaint
    assert "Follow up: K-7" in _calendar_in_english(casebook, out)
    assert out.read_bytes() != before


def _calendar_in_english(casebook: Casebook, out: Path) -> str:
    assert casebook("calendar", "--out", str(out), "--lang", "en").code == 0
    return out.read_text("utf-8")


def test_erase_shows_first_and_proves_with_yes(casebook: Casebook, tmp_path: Path) -> None:
    made = casebook("backup", "--json").json
    (tmp_path / "data" / "logboek.txt").write_text(f"iets over {CODE}", "utf-8")
    shown = casebook("erase", CODE)
    assert "dossier 1" in shown.out
    assert "--yes" in shown.out
    assert casebook("erase", CODE, "--json").json["erased"] is None
    assert casebook.rows() == casebook.before
    proof = casebook("erase", CODE, "--yes", "--json").json
    assert proof["rows"]["note"] == 1
    assert [each["name"] for each in proof["backups"]] == [made["name"]]
    assert proof["nothing_found"] is False
    assert proof["searched"][-1]["found"] == ["logboek.txt"]
    assert proof["backups_removed"] is None
    assert len(casebook.rows()) == 2
    assert casebook("erase", CODE, "--yes").complaint == "Geen dossier heeft deze code."


def test_erase_with_the_backups(casebook: Casebook) -> None:
    made = casebook("backup", "--json").json
    done = casebook("erase", CODE, "--yes", "--backups")
    assert "Er is niets meer gevonden." in done.out
    assert "Nieuwe reservekopie gemaakt; 1 oude verwijderd." in done.out
    names = [each["name"] for each in casebook("verify", "--json").json]
    assert made["name"] not in names
    assert len(names) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["backup"], "De wachtzin klopt niet"),
        (["restore", "20200101-000000Z"], "Deze reservekopie is er niet"),
        (["export", CODE, "--recovery"], "typefout in de herstelsleutel"),
    ],
)
def test_what_is_wrong_is_one_line(casebook: Casebook, words: list[str], said: str) -> None:
    assert said in casebook(*words, typed=OTHER).complaint
    assert casebook.rows() == casebook.before


@pytest.mark.parametrize("action", ["restore", "export", "calendar", "erase"])
def test_what_is_missing_is_usage(casebook: Casebook, action: str) -> None:
    done = casebook(action)
    assert done.code == 2
    assert done.err.startswith("Noem een")


def test_without_a_casebook(run: Run) -> None:
    done = run("casebook", "backup", "--fd", "0", stdin=PASSPHRASE.encode())
    assert done.complaint == "Er zijn hier nog geen dossiers aangemaakt."


def test_without_a_terminal_nobody_is_asked(casebook: Casebook, run: Run) -> None:
    assert "--fd 0" in run("casebook", "backup").complaint
    assert "bestandsnummer 77" in run("casebook", "backup", "--fd", "77").complaint
    assert "bestandsnummer 0" in run("casebook", "backup", "--fd", "0", stdin=b"\xff\xfe").complaint


def test_on_a_terminal_it_is_asked_and_not_shown(casebook: Casebook, knowledge_db: Path, tmp_path: Path) -> None:
    try:
        ours, theirs = pty.openpty()
    except OSError:
        pytest.skip("no terminals here")
    command = [sys.executable, "-m", "guidance_kb", "casebook", "verify", "--json"]
    wanted = environment(knowledge_db, GUIDANCE_KB_DATA=str(tmp_path / "data"))
    with subprocess.Popen(
        command, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, env=wanted, start_new_session=True
    ) as process:
        os.close(theirs)
        shown = b""
        while b"Wachtzin: " not in shown:
            shown += os.read(ours, 1000)
        os.write(ours, f"{PASSPHRASE}\n".encode())
        out, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert json.loads(out)[0]["sound"] is True
    assert PASSPHRASE.encode() not in shown
    os.close(ours)


def test_another_folder(casebook: Casebook, run: Run, tmp_path: Path) -> None:
    elsewhere = Casebook(tmp_path / "anders", run)
    done = casebook("backup", "--json", "--folder", str(elsewhere.vault.folder))
    assert Path(done.json["folder"]).parent == elsewhere.vault.folder / "backups"
    assert not (casebook.vault.folder / "backups").exists()


def test_the_passphrase_cannot_be_an_argument(run: Run) -> None:
    out = run("casebook", "--help").out
    assert "--fd" in out
    assert run("casebook", "backup", "--passphrase", "geheim").code == 2
