"""What tests the packages has to see what is wrong: its reading of the screen, of system calls, and its tables."""

import json
import os
import struct
import sys
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "packaging" / "test"))

import results  # noqa: E402
import run  # noqa: E402
from families import families  # noqa: E402
from folder import ALL, Circumstances  # noqa: E402
from outcome import Outcomes, complaints  # noqa: E402
from playing import Played  # noqa: E402
from screen import PAINTED, Screen  # noqa: E402


def server_memory(path: Path, rows: list[list[int]]) -> Screen:
    """A screen as Xvfb keeps it: the head of an XWD file, two colours of a palette, and the points, with some bytes more a line."""
    width, height = len(rows[0]), len(rows)
    fields = [0] * 25
    fields[0], fields[4], fields[5], fields[12], fields[19] = 104, width, height, width * 4 + 8, 2
    body = b"".join(struct.pack(f"<{width}I", *row) + bytes(8) for row in rows)
    path.write_bytes(struct.pack(">25I", *fields) + bytes(4) + bytes(24) + body)
    return Screen(":9", path)


def test_an_empty_screen_is_not_painted(tmp_path: Path) -> None:
    assert not server_memory(tmp_path / "a", [[0xFFFFFF] * 64] * 64).is_painted()
    letters = [[0x010101 * (column % (PAINTED + 5)) for column in range(64)] for _ in range(64)]
    assert server_memory(tmp_path / "b", letters).is_painted()


def test_it_says_how_much_of_the_screen_is_another(tmp_path: Path) -> None:
    screen = server_memory(tmp_path / "a", [[0] * 10] * 30)
    before = screen.points()
    assert screen.differs(before) == 0
    server_memory(tmp_path / "a", [[0] * 5 + [1] * 5] * 30)
    assert screen.differs(before) == pytest.approx(0.5)


def test_a_picture_shows_what_was_on_the_screen(tmp_path: Path) -> None:
    screen = server_memory(tmp_path / "a", [[0xFF8000, 0x0000FF], [0x00FF00, 0xFFFFFF]])
    from PySide6.QtGui import QImage  # noqa: PLC0415

    image = QImage(str(screen.picture(tmp_path / "a.png")))
    found = [image.pixelColor(x, y).name() for y in range(2) for x in range(2)]
    assert found == ["#ff8000", "#0000ff", "#00ff00", "#ffffff"]


def test_every_family_of_sockets_is_counted(tmp_path: Path) -> None:
    (tmp_path / "trace").write_text(
        "12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3\n"
        '12 connect(3, {sa_family=AF_UNIX, sun_path="/tmp/x"}, 110) = 0\n'
        "13 socket(AF_INET, SOCK_DGRAM, IPPROTO_IP) = 4\n"
        "13 <... socket resumed>) = 4\n"
        "14 socketpair(AF_UNIX, SOCK_STREAM, 0, [5, 6]) = 0\n"
    )
    assert families(tmp_path / "trace") == {"AF_INET": 1, "AF_UNIX": 2}
    assert families(tmp_path / "gone") == {}


def one(package: str, system: str, check: str, passed: bool | None, note: str = "") -> dict[str, object]:
    return {"package": package, "system": system, "check": check, "passed": passed, "note": note}


def test_the_tables_show_what_failed_and_what_was_not_run(tmp_path: Path) -> None:
    for suite, found in {
        "a": [one("deb", "Debian 13", "starts", True, "0.3 s"), one("deb", "Debian 13", "stops", False, "it went on")],
        "b": [one("deb", "Debian 12", "starts", None, "no mirror")],
    }.items():
        (tmp_path / suite).mkdir()
        (tmp_path / suite / "outcomes.json").write_text(json.dumps(found))
    results.write(tmp_path, "1.2", date(2026, 11, 25), 130)
    text = (tmp_path / "results.md").read_text()
    assert "| starts | – no mirror | yes (0.3 s) |" in text
    assert "| stops |  | **failed** |" in text
    assert "- **stops** (deb, Debian 13): it went on" in text
    assert json.loads((tmp_path / "results.json").read_text())["date"] == "2026-11-25"


def test_the_start_stands_below_the_tables(tmp_path: Path) -> None:
    (tmp_path / "start.json").write_text('{"runs": 9, "milliseconds": {"packaged": 600, "source": 800, "ratio": 0.75}}')
    results.write(tmp_path, "1.2", date(2026, 11, 25), 130)
    assert (
        "median of 9, in turn: packaged 600 ms, from source 800 ms, ratio 0.75."
        in (tmp_path / "results.md").read_text()
    )


def test_a_circumstance_tells_what_was_seen_or_what_was_not(tmp_path: Path) -> None:
    outcomes = Outcomes("tar.xz", "Debian 13")
    met = Circumstances(None, tmp_path, outcomes, tmp_path)  # type: ignore[arg-type] - no system is made
    checks = {"first paint": "first paint", "quit": "quit"}
    met.tell(Played(["first paint", "quit"], seconds=[1.23]), checks)
    met.tell(Played(["safe window"]), {"safe window": "it says so"})
    met.tell(Played(["first paint"], failed="NotHeardError: did not come: an end"), checks)
    met.tell(Played(["first paint", "quit"], program="QWidget: something\n"), checks)
    told = [(one.passed, one.note) for one in outcomes.all]
    assert told == [
        (True, "first paint 1.2 s"),
        (True, "it says so"),
        (False, "quit: NotHeardError: did not come: an end"),
        (False, "the program wrote: QWidget: something"),
    ]


def test_only_what_the_program_can_help_is_a_complaint() -> None:
    harmless = [
        'Detected locale "C" with character encoding "ANSI_X3.4-1968", which is not UTF-8.',
        'xkbcommon: ERROR: /usr/share/X11/locale/en_US.UTF-8/Compose:1661:1: unrecognized keysym "dead_hamza" on left-hand side',
        'QSpiApplication::keyEventError "org.freedesktop.DBus.Error.NoReply" "Did not receive a reply."',
    ]
    assert not complaints("\n".join([*harmless, ""]))
    assert complaints("\n".join([*harmless, "Traceback (most recent call last):"])).endswith("(most recent call last):")


def test_what_a_scene_did_not_reach_is_told_once(tmp_path: Path) -> None:
    outcomes = Outcomes("deb", "Debian 13")
    outcomes.played(Played(["a"], failed="NotHeardError: b did not come"), {"a": "first", "b": "then", "c": "at last"})
    assert [(one.check, one.passed) for one in outcomes.all] == [("first", True), ("then", False), ("at last", None)]


def test_only_what_stands_between_the_markers_is_renewed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{results.MARKER}\nold\n{results.MARKER}\nafter\n")
    results.renew(page, "new\n")
    assert page.read_text() == f"before\n{results.MARKER}\n\nnew\n\n{results.MARKER}\nafter\n"
    with pytest.raises(SystemExit):
        results.renew(Path(__file__).with_name("__init__.py"), "new")


def test_every_picture_of_the_documentation_is_one_that_a_run_takes() -> None:
    scenes = ROOT / "packaging" / "test" / "scenes"
    for place in results.PICTURES.values():
        _, folder, scene, picture = Path(place).parts
        assert folder == "deb" or folder in [each.replace(" ", "-") for each in ALL]
        assert f'seat.picture("{Path(picture).stem}")' in (scenes / f"{scene}.py").read_text("utf-8")


def test_without_an_administrator_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert "needs an administrator" in run.missing()
