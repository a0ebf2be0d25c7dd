"""What holds for every command: exit codes, one-line errors, pipes, languages, and what is imported."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from guidance_kb import __version__, cli
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.authoring.problems import ContentError, Problem
from guidance_kb.language import Text
from tests.cli.command import environment
from tests.cli.conftest import Run


def test_version(run: Run) -> None:
    done = run("--version")
    assert (done.code, done.out, done.err) == (0, f"guidance-kb {__version__}\n", "")


def test_help_names_every_command(run: Run) -> None:
    out = run("--help").out
    assert all(name in out for name in ("search", "show", "export", "checklist", "assess", "build", "eval", "doctor"))


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["search"],
        ["search", "geld", "--batch", "-"],
        ["search", "geld", "zorg"],
        ["search", "geld", "--limit", "0"],
        ["search", "geld", "--limit", "-5"],
        ["search", "geld", "--limit", "9" * 5000],
        ["search", "geld", "--kind", "verhaal"],
        ["show"],
        ["show", "shame", "--lang", "de"],
        ["export", "everything"],
        ["assess"],
        ["doctor", "--jso"],
    ],
)
def test_usage_errors_end_with_2(run: Run, words: list[str]) -> None:
    done = run(*words)
    assert done.code == 2
    assert done.out == ""
    assert "usage: guidance-kb" in done.err
    assert "Traceback" not in done.err


def test_the_module_of_the_command_line_runs_too(knowledge_db: Path) -> None:
    command = [sys.executable, "-m", "guidance_kb", "--version"]
    done = subprocess.run(command, capture_output=True, check=True, env=environment(knowledge_db))
    assert done.stdout.decode() == f"guidance-kb {__version__}\n"


@pytest.mark.parametrize(
    "words", [["show", "shame"], ["doctor"], ["export", "knowledge"], ["search", "geld"], ["eval", __file__]]
)
def test_a_missing_database_is_one_line(run: Run, words: list[str], tmp_path: Path) -> None:
    missing = tmp_path / "nergens" / "knowledge.db"
    done = run("--knowledge", str(missing), *words)
    assert done.code == 1
    assert "Traceback" not in done.err
    if words == ["doctor"]:
        assert f"Er is geen kennisbank op {missing}" in done.out
    elif words[0] != "eval":
        assert (
            done.complaint
            == f"Er is geen kennisbank op {missing}. Controleer het pad achter --knowledge of in GUIDANCE_KB_KNOWLEDGE."
        )


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00 and then nothing", b"PK\x03\x04" * 1000])
@pytest.mark.parametrize("words", [["show", "shame"], ["search", "geld"], ["checklist", "--json"]])
def test_a_file_that_is_no_database_is_one_line(run: Run, words: list[str], content: bytes, tmp_path: Path) -> None:
    broken = tmp_path / "knowledge.db"
    broken.write_bytes(content)
    assert "kennisbank" in run(*words, "--knowledge", str(broken)).complaint


def test_a_folder_as_database_is_one_line(run: Run, tmp_path: Path) -> None:
    assert str(tmp_path) in run("show", "shame", "--knowledge", str(tmp_path)).complaint


def test_options_for_all_may_stand_before_and_after_the_command(run: Run) -> None:
    before, after = run("--lang", "en", "show", "shame"), run("show", "shame", "--lang", "en")
    assert before == after
    assert "barrier · shame" in after.out


def test_dutch_is_the_default_and_output_is_utf_8_in_any_locale(run: Run, run_apart: Run) -> None:
    plain = run("show", "care-duties")
    assert "belemmering · care-duties" in plain.out
    assert run_apart("show", "care-duties", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0") == plain


def test_a_process_prints_and_ends_as_the_other_tests_say(run: Run, run_apart: Run, checklist: Checklist) -> None:
    """They run their commands in one process; what a user starts is another."""
    answers = json.dumps({"checklist": checklist.version, "answers": {"vraag-zorg": {"state": "named"}}}).encode()
    unlike = []
    for words, stdin in (
        (["--version"], b""),
        (["search", "geen oppas", "--limit", "3"], b""),
        (["search", "--batch", "-", "--limit", "1"], "geen oppas\né\n".encode()),
        (["show", "nobody-knows"], b""),
        (["checklist"], b""),
        (["assess", "-", "--json"], answers),
        (["casebook", "backup", "--fd", "0"], b"een wachtzin\n"),
        (["export", "everything"], b""),
    ):
        if run(*words, stdin=stdin) != run_apart(*words, stdin=stdin):
            unlike.append(words)
    assert unlike == []


def test_errors_are_in_the_language_asked(run: Run) -> None:
    assert "does not exist" in run("assess", "nowhere.json", "--lang", "en").complaint
    assert "bestaat niet" in run("assess", "nowhere.json").complaint


def test_the_window_too_says_what_is_wrong_with_the_knowledge_asked(run_apart: Run, tmp_path: Path) -> None:
    missing = tmp_path / "other.db"
    assert str(missing) in run_apart("--knowledge", str(missing), QT_QPA_PLATFORM="minimal").complaint


@pytest.mark.parametrize("words", [["export", "knowledge", "--json"], ["checklist"]])
def test_a_reader_that_stops_is_no_error(knowledge_db: Path, words: list[str]) -> None:
    command = [sys.executable, "-m", "guidance_kb", *words]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(knowledge_db)
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without /dev/full")
@pytest.mark.parametrize("words", [["export", "knowledge"], ["show", "shame"]])
def test_a_full_disk_is_one_line(knowledge_db: Path, words: list[str]) -> None:
    command = [sys.executable, "-m", "guidance_kb", *words]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, env=environment(knowledge_db))
    assert done.returncode == 1
    assert done.stderr.decode().startswith("De uitvoer kan niet worden geschreven: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for another process")
def test_ctrl_c_stops_it_with_one_sentence(knowledge_db: Path) -> None:
    command = [sys.executable, "-m", "guidance_kb", "search", "--batch", "-", "--limit", "1"]
    pipe = subprocess.PIPE
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)  # or a command of tests that ignore it would too
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment(knowledge_db)) as process:
        signal.signal(signal.SIGINT, heard)
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"geld\n")
        process.stdin.flush()
        assert process.stdout.readline().startswith(b'{"query": "geld"')
        process.send_signal(signal.SIGINT)
        assert process.stderr.read().decode() == "Gestopt met Ctrl+C.\n"
        assert process.wait(timeout=60) == 130


@pytest.mark.parametrize(
    ("words", "banned"),
    [
        (["--version"], ["whoosh", "pydantic", "PySide6", "sqlite3", "sqlite_utils", "Stemmer"]),
        (["show", "shame"], ["whoosh", "pydantic", "PySide6", "sqlite_utils", "Stemmer"]),
        (["checklist", "--json"], ["whoosh", "pydantic", "PySide6", "sqlite_utils"]),
        (["search", "geld"], ["pydantic", "PySide6", "sqlite_utils"]),
    ],
)
def test_a_command_imports_only_what_it_needs(knowledge_db: Path, words: list[str], banned: list[str]) -> None:
    code = (
        "import sys\nfrom guidance_kb.cli import main\n"
        f"try:\n    main({words!r})\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {banned!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment(knowledge_db))
    assert done.stderr.decode().strip() == "[]"


def test_what_nobody_foresaw_is_one_sentence_and_a_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("GUIDANCE_KB_DATA", str(tmp_path))

    def fail(_arguments: object) -> int:
        raise ZeroDivisionError("what the client said")

    monkeypatch.setattr("guidance_kb.cli._run", fail)
    assert cli.main(["checklist"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Er ging iets mis")
    assert said.count("\n") == 1
    monkeypatch.setenv("GUIDANCE_KB_DEBUG", "1")
    assert cli.main(["--lang", "en", "checklist"]) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("Something went wrong")
    assert second.startswith("ZeroDivisionError ")
    assert "client" not in second
    kept = (tmp_path / "errors.jsonl").read_text("utf-8")
    assert "ZeroDivisionError" in kept
    assert "client" not in kept


def test_problems_of_content_are_one_line_each(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_arguments: object) -> int:
        first = Problem("a.toml", "entry x", "id", Text("te\nlang", "too\nlong"))
        raise ContentError([first, Problem("b.toml", "", "", Text("nee", "no"))])

    monkeypatch.setattr("guidance_kb.cli._run", fail)
    assert cli.main(["build", "--lang", "en"]) == 1
    assert "b.toml: no" in capsys.readouterr().err.splitlines()


def test_no_window_output_is_no_error(monkeypatch: pytest.MonkeyPatch, knowledge_db: Path) -> None:
    """A packaged window program has neither stdout nor stderr."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["show", "shame", "--knowledge", str(knowledge_db)]) == 0
    assert cli.main(["show", "nobody-knows", "--knowledge", str(knowledge_db)]) == 1
