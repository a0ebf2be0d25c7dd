"""The Windows package under Wine, as a counselor gets it: installed, used in the window and on the command line, upgraded, removed."""

import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from guidance_kb import __version__
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import CHEAP, PASSPHRASE
from tests.casebook.keeping import CODE, filled
from tests.packaged import wine
from tests.packaged.wine import SETUP, SOUGHT, Done, Wine, folder, for_windows, until

ROOT = Path(__file__).parents[2]
PORTABLE = ROOT / "dist" / f"guidance-kb-{__version__}-windows-portable.zip"
LAYOUT = ROOT / "build" / "windows"

pytestmark = [pytest.mark.packaged, pytest.mark.wine, pytest.mark.timeout(900)]


def command(windows: Wine, *words: str, said: str | None = "", **environment: str) -> Done:
    """Runs one command of the installed program."""
    return windows.run(folder(windows) / "guidance-kb.com", *words, said=said, **environment)


def older(version: str, to: Path) -> Path:
    """The setup of another version, of the same program."""
    environment = os.environ | {
        "GUIDANCE_KB_VERSION": version,
        "QUICK": "yes",
        "PYTHONPATH": f"{ROOT}/packaging/windows",
    }
    subprocess.run(
        ["sh", ROOT / "packaging/windows/setup.sh", LAYOUT, to], env=environment, check=True, capture_output=True
    )
    return to / f"guidance-kb-{version}-windows-setup.exe"


# ── in use ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_it_searches_and_its_output_is_utf8(installed: Wine) -> None:
    done = command(installed, "search", SOUGHT, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert "care-duties" in [hit["id"] for hit in json.loads(done.stdout)["hits"]]
    assert "crèche" in command(installed, "search", SOUGHT).stdout


def test_the_doctor_finds_all_well(installed: Wine) -> None:
    done = command(installed, "doctor", "--json")
    assert done.returncode == 0, done.stdout
    report = json.loads(done.stdout)
    assert (report["well"], [each["id"] for each in report["checks"] if each["value"] == "?"]) == (True, [])
    assert "GUIDANCE" not in done.stderr


def test_the_tour_takes_the_window_through_its_main_job(installed: Wine, tmp_path: Path) -> None:
    done = command(installed, "--tour", for_windows(tmp_path / "tour"))
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stderr.splitlines() if "fonts" not in line]  # the program brings its own
    assert said == []
    made = sorted(path.name for path in (tmp_path / "tour").iterdir())
    assert len([name for name in made if name.endswith(".png")]) >= 40
    assert "nl-light-form.pdf" in made


def test_a_casebook_of_another_computer_is_read_backed_up_and_restored(installed: Wine, tmp_path: Path) -> None:
    vault = Vault(tmp_path / "data" / "casebook", cost=CHEAP)
    vault.create(PASSPHRASE)
    filled(vault.open(PASSPHRASE))
    vault.close()
    data = for_windows(tmp_path / "data")

    def casebook(*words: str) -> Done:
        return command(installed, "casebook", *words, "--fd", "0", said=f"{PASSPHRASE}\n", GUIDANCE_KB_DATA=data)

    made = json.loads(casebook("backup", "--json").stdout)
    assert made["clients"] == 3
    assert casebook("verify").returncode == 0
    restored = casebook("restore", made["name"], "--yes", "--json")
    assert json.loads(restored.stdout)["restored"], restored.stderr
    assert json.loads(casebook("export", CODE, "--json").stdout)["tables"]["client"][0]["code"] == CODE
    assert (
        command(installed, "casebook", "verify", "--fd", "0", said="verkeerd\n", GUIDANCE_KB_DATA=data).returncode == 1
    )


def test_it_does_not_wait_for_a_passphrase_that_nobody_can_type(installed: Wine) -> None:
    done = command(installed, "casebook", "verify", said=None)
    assert done.returncode == 1
    assert "--fd 0" in done.stderr


def test_what_lies_in_the_working_folder_or_in_variables_is_not_loaded(installed: Wine, tmp_path: Path) -> None:
    for name in ("python313.dll", "starting.py", "guidance_kb.py", "encodings.py"):
        (tmp_path / name).write_text("raise SystemExit(99)")
    done = installed.run(
        folder(installed) / "guidance-kb.com",
        "--version",
        cwd=tmp_path,
        PYTHONPATH=for_windows(tmp_path),
        PYTHONHOME=for_windows(tmp_path),
        PYTHONSTARTUP=for_windows(tmp_path / "starting.py"),
    )
    assert (done.returncode, done.stdout.strip()) == (0, f"guidance-kb {__version__}")


def test_the_portable_one_keeps_its_data_beside_it(installed: Wine, tmp_path: Path) -> None:
    place = tmp_path / "stick van Zoë"
    with zipfile.ZipFile(PORTABLE) as archive:
        archive.extractall(place)
    program = place / "Guidance KB"
    done = installed.run(program / "guidance-kb.com", "doctor", "--json", cwd=tmp_path)
    found = {check["id"]: str(check["value"]) for check in json.loads(done.stdout)["checks"]}
    assert found["place-data"].endswith("stick van Zoë\\Guidance KB\\data")
    assert "care-duties" in installed.run(program / "guidance-kb.com", "search", SOUGHT, cwd=tmp_path).stdout


# ── coming and going ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_it_is_installed_upgraded_and_removed_and_the_data_stays(windows: Wine, tmp_path: Path) -> None:
    before = older("0.0.9", tmp_path)
    assert windows.run(before, "/S").returncode == 0
    assert windows.registered()["DisplayVersion"] == "0.0.9"
    (folder(windows) / "program" / "of-before.txt").touch()
    data = windows.local / "guidance-kb"
    kept = data / "casebook" / "casebook.key"
    kept.parent.mkdir(parents=True)
    kept.write_text("van de gebruiker")
    (folder(windows) / "aantekening.txt").touch()

    assert windows.run(SETUP, "/S").returncode == 0
    listed = windows.registered()
    assert (listed["DisplayVersion"], listed["Publisher"]) == (__version__, "The Guidance KB team")
    assert int(listed["EstimatedSize"], 16) > 50_000
    assert not (folder(windows) / "program" / "of-before.txt").exists()
    assert not (folder(windows) / "program.old").exists()
    assert (windows.menu / "Guidance KB.lnk").exists()

    refused = windows.run(before, "/S")
    assert refused.returncode == 3
    assert f"Guidance KB {__version__} is installed, and this is the older version 0.0.9" in refused.stdout
    assert windows.registered()["DisplayVersion"] == __version__
    assert windows.run(before, "/S", "/ALLOWDOWNGRADE").returncode == 0
    assert windows.registered()["DisplayVersion"] == "0.0.9"

    uninstall = str(folder(windows) / "uninstall.exe")
    done = windows.run(uninstall, *waiting(windows))
    assert done.returncode == 0
    assert "Your records and settings stay" in done.stdout
    assert "AppData\\Local\\guidance-kb" in done.stdout
    assert kept.read_text() == "van de gebruiker"
    left = {path.name for path in folder(windows).iterdir()}
    assert left <= {"aantekening.txt", "uninstall.exe"}  # run this way, it cannot remove itself
    assert not (windows.menu / "Guidance KB.lnk").exists()
    assert windows.registered() == {}


def waiting(windows: Wine) -> list[str]:
    """What makes the uninstaller run where it stands, so that its end can be waited for; the folder last and unquoted, as NSIS reads it."""
    place = "\\".join(("C:", *folder(windows).relative_to(windows.drive).parts))
    return ["/S", *f"_?={place}".split(" ")]


def test_nothing_is_changed_while_the_window_is_open(windows: Wine) -> None:
    assert windows.run(SETUP, "/S").returncode == 0
    running = windows.start(folder(windows) / "guidance-kb.exe")
    until(lambda: '"Guidance KB"' in windows.windows())
    for program, words in (
        (SETUP, ["/S"]),
        (folder(windows) / "uninstall.exe", waiting(windows)),
    ):
        refused = windows.run(program, *words)
        assert refused.returncode == 4
        assert "Guidance KB is open" in refused.stdout
    assert running.poll() is None
    windows.run("taskkill", "/IM", "guidance-kb.exe")  # asks the window to close
    assert running.wait(timeout=wine.PATIENCE) == 0
    assert windows.run(SETUP, "/S").returncode == 0


def test_another_folder_may_have_spaces_and_accents(windows: Wine) -> None:
    assert windows.run(SETUP, "/S", "/D=C:\\Gids", "van", "Zoë")  # unquoted, as NSIS reads it.returncode == 0
    done = windows.run(windows.drive / "Gids van Zoë" / "guidance-kb.com", "search", SOUGHT)
    assert (done.returncode, done.stderr) == (0, "")
    assert "care-duties" in done.stdout
