"""Damage in the write-ahead log of a process that was killed, told from what a power cut tears; the logs are real."""

import os
import random
import shutil
from pathlib import Path

import pytest

from guidance_kb.casebook.storage.wal import Damage, damage
from tests.casebook.logs import Log, crashed

NOTES = 12
SECTOR = 512


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What killed processes left, by what they had done last."""
    root = tmp_path_factory.mktemp("crashed")
    folders = {then: root / f"casebook {then}" for then in ("", "taken_back", "put_in_place", "begun_anew")}
    for then, folder in folders.items():
        crashed(folder, NOTES, then)
    return folders


@pytest.fixture
def copied(made: dict[str, Path], tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A copy of one of them."""
    folder = tmp_path / "casebook"
    shutil.copytree(made[getattr(request, "param", "")], folder)
    return folder


@pytest.fixture
def log(copied: Path) -> Log:
    return Log(copied)


def found(log: Log) -> Damage | None:
    return damage(log.path.with_name("casebook.db"))


# ── damage ──────────────────────────────────────────────────────────────────────────────────────


def test_a_flipped_bit_in_any_frame_is_noticed(log: Log) -> None:
    """In every frame of every commit, the last one too: in its header, at both ends and in the middle of its page."""
    assert log.frames == log.commits[-1] + 1 > 90
    for frame in range(log.frames):
        for place in (frame % Log.FRAME_HEADER, 24, 2222 + frame, 4119):
            log.flip(log.begin(frame) + place, (frame + place) % 8)
            assert found(log) is Damage.LOST, (frame, place)


@pytest.mark.parametrize("back", [1, 2, 5])
def test_a_flipped_bit_anywhere_in_the_last_frames_is_noticed(log: Log, back: int) -> None:
    for place in (*range(Log.FRAME_HEADER + 8), *range(Log.FRAME_HEADER + 8, Log.FRAME, 61), *range(4100, Log.FRAME)):
        log.flip(log.begin(log.frames - back) + place, place % 8)
        assert found(log) is Damage.LOST, place


def test_a_flipped_bit_anywhere_in_the_header_is_noticed(log: Log) -> None:
    """SQLite then takes the whole log for nothing."""
    for place in range(Log.HEADER):
        for bit in range(8):
            log.flip(place, bit)
            assert found(log) is Damage.LOST, (place, bit)


def test_in_a_log_of_one_frame_too(tmp_path: Path, copied: Path) -> None:
    """The client alone was one commit of one frame."""
    log = Log(copied)
    assert log.commits[0] == 0
    log.whole = log.whole[: log.begin(1)]
    for place in (0, 12, 20, 30, 33, 38, 45, 50, 900, len(log.whole) - 1):
        log.flip(place, 3)
        assert found(log) is Damage.LOST, place


@pytest.mark.parametrize("length", [5, 512, 4096, 3 * 4096])
def test_a_piece_of_any_length_before_the_last_two_commits_is_noticed(log: Log, length: int) -> None:
    for commit in log.commits[1:-2]:
        end = log.begin(commit) + 2000
        for piece in (bytes(length), os.urandom(length)):
            log.replace(end - length, piece)
            assert found(log) is Damage.LOST, commit


def test_a_header_that_is_gone_is_noticed(log: Log) -> None:
    log.replace(0, bytes(Log.HEADER))
    assert found(log) is Damage.LOST
    log.replace(0, os.urandom(SECTOR))
    assert found(log) is Damage.LOST


@pytest.mark.parametrize("copied", ["put_in_place"], indirect=True)
def test_what_is_in_the_database_already_is_not_lost(log: Log) -> None:
    for place in (0, 20, *(log.begin(frame) + 800 for frame in range(log.frames))):
        log.flip(place)
        assert found(log) is Damage.NEEDLESS, place


@pytest.mark.parametrize("copied", ["put_in_place"], indirect=True)
def test_but_it_is_if_a_page_is_missing_there(log: Log) -> None:
    database = log.path.with_name("casebook.db")
    log.flip(log.begin(log.frames // 2) + 800)
    begin = log.begin(log.commits[-1])
    with database.open("r+b") as file:
        file.seek(4096 * (int.from_bytes(log.whole[begin : begin + 4]) - 1))
        file.write(os.urandom(4096))
    assert found(log) is Damage.LOST


@pytest.mark.parametrize("copied", ["begun_anew"], indirect=True)
def test_in_a_log_that_was_begun_anew_only_the_new_part_counts(log: Log) -> None:
    """What is behind it is of before, and in the database."""
    assert log.frames > log.commits[-1] + 50
    for frame in range(log.commits[-1] + 1):
        log.flip(log.begin(frame) + 700)
        assert found(log) is Damage.LOST
    for frame in range(log.commits[-1] + 1, log.frames, 5):
        log.flip(log.begin(frame) + 700)
        assert found(log) is None


# ── no damage ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("copied", ["", "taken_back", "put_in_place", "begun_anew"], indirect=True)
def test_what_a_killed_process_leaves_is_no_damage(log: Log) -> None:
    """Also when a change of a thousand pages was taken back, whose frames still stand behind the end with the same salts."""
    assert found(log) is None


@pytest.mark.parametrize("copied", ["taken_back"], indirect=True)
def test_a_flipped_bit_in_what_was_taken_back_is_no_damage(log: Log) -> None:
    assert log.frames > log.commits[-1] + 500
    for frame in range(log.commits[-1] + 1, log.frames, 50):
        log.flip(log.begin(frame) + 700)
        assert found(log) is None


def test_a_log_that_ends_anywhere_is_no_damage(log: Log) -> None:
    """As after a power cut, when the file had not grown yet."""
    for length in (0, 1, 31, 32, 33, *range(40, len(log.whole), 1777), len(log.whole) - 1):
        log.path.write_bytes(log.whole[:length])
        assert found(log) is None, length


def test_a_last_commit_of_which_any_sectors_are_missing_is_no_damage(log: Log) -> None:
    """A power cut before it was on the disk: its sectors come there in any order, and in place of the others is what was there before."""
    chance = random.Random(2026)  # noqa: S311 - the same every time
    begin = log.begin(log.commits[-2] + 1)
    sectors = range(-(-begin // SECTOR), len(log.whole) // SECTOR)
    assert len(sectors) > 40
    for _ in range(300):
        torn = bytearray(log.whole)
        for sector in chance.sample(sectors, chance.randrange(1, len(sectors) + 1)):
            before = chance.choice(
                (bytes(SECTOR), log.whole[Log.HEADER : Log.HEADER + SECTOR], chance.randbytes(SECTOR))
            )
            torn[sector * SECTOR : (sector + 1) * SECTOR] = before
        log.path.write_bytes(torn)
        assert found(log) is None


@pytest.mark.parametrize("name", ["casebook.db-wal", "casebook.db"])
def test_without_a_log_or_a_database_there_is_nothing_to_tell(log: Log, name: str) -> None:
    log.flip(log.begin(3) + 100)
    log.path.with_name(name).unlink()
    assert found(log) is None


def test_what_is_no_log_at_all_is_no_damage(log: Log) -> None:
    for content in (b"", bytes(50_000), os.urandom(50_000), b"\x37\x7f\x06\x82" + bytes(9000)):
        log.path.write_bytes(content)
        assert found(log) is None
