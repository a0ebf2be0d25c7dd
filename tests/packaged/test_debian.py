"""The Debian package and what a desktop and a shell get of it. lintian ran in `make package`; here is what it does not see."""

import argparse
import io
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from guidance_kb import __version__
from guidance_kb.cli.arguments import parser

pytestmark = [
    pytest.mark.packaged,
    pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="there is no dpkg-deb here"),
]

PROGRAM = "./usr/lib/guidance-kb/guidance-kb"
MOST_INSTALLED, MOST_TO_DOWNLOAD = 140_000_000, 50_000_000


@pytest.fixture(scope="module")
def tree(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, unpacked."""
    folder = tmp_path_factory.mktemp("deb")
    subprocess.run(["dpkg-deb", "--extract", deb, folder], check=True)
    return folder


def field(deb: Path, name: str) -> str:
    """One line of what the package says of itself."""
    return subprocess.run(["dpkg-deb", "--field", deb, name], capture_output=True, text=True, check=True).stdout.strip()


def members(deb: Path) -> list[tarfile.TarInfo]:
    """What will be installed, with its rights."""
    data = subprocess.run(["dpkg-deb", "--fsys-tarfile", deb], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(data)) as packed:
        return packed.getmembers()


def test_it_is_small(deb: Path, archive: Path) -> None:
    assert deb.stat().st_size < MOST_TO_DOWNLOAD
    assert archive.stat().st_size < MOST_TO_DOWNLOAD
    installed = sum(member.size for member in members(deb))
    assert installed < MOST_INSTALLED
    assert abs(int(field(deb, "Installed-Size")) * 1024 - installed) < 200_000


def test_it_says_what_it_is_and_needs(deb: Path) -> None:
    assert (field(deb, "Package"), field(deb, "Version")) == ("guidance-kb", __version__)
    needs = field(deb, "Depends")
    assert re.search(r"libc6 \(>= 2\.\d\d\)", needs)
    assert {"libxcb1", "fontconfig-config", "tzdata", "xkb-data"} <= set(needs.split(", "))
    assert not re.search(r"python|qt", needs)


def test_everything_belongs_to_root_and_nobody_else_can_write_it(deb: Path) -> None:
    wrong = [m.name for m in members(deb) if m.uid or m.gid or (not m.issym() and m.mode & 0o022)]
    assert wrong == []


def test_both_names_start_the_program(tree: Path) -> None:
    for name in ("guidance-kb", "guidance-kb-window"):
        link = tree / "usr" / "bin" / name
        assert link.is_symlink()
        assert link.resolve() == (tree / PROGRAM).resolve()
    done = subprocess.run([tree / "usr/bin/guidance-kb", "--version"], capture_output=True, text=True, check=True)
    assert __version__ in done.stdout


def test_the_menu_finds_its_icon_and_program(tree: Path) -> None:
    entry = (tree / "usr/share/applications/guidance-kb.desktop").read_text("utf-8")
    assert "Exec=guidance-kb-window\n" in entry
    icons = tree / "usr/share/icons/hicolor"
    assert (icons / "scalable/apps/guidance-kb.svg").is_file()
    for size in (16, 32, 48, 128, 256):
        head = (icons / f"{size}x{size}/apps/guidance-kb.png").read_bytes()[:24]
        assert head[16:24] == size.to_bytes(4, "big") * 2
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", tree / "usr/share/applications/guidance-kb.desktop"], check=True)


def test_appstream_tells_this_version_in_both_languages(tree: Path) -> None:
    path = tree / "usr/share/metainfo/guidance-kb.metainfo.xml"
    text = path.read_text("utf-8")
    assert f'<release version="{__version__}"' in text
    assert text.count('xml:lang="nl"') >= 5
    assert "@" not in text
    if shutil.which("appstreamcli"):
        check = ["appstreamcli", "validate", "--no-net", "--override=url-homepage-missing=info", path]
        subprocess.run(check, check=True, stdout=subprocess.DEVNULL)


def test_the_manual_names_every_command_and_option(tree: Path) -> None:
    share = tree / "usr/share/man"
    english, dutch = (
        subprocess.run(["gzip", "-dc", share / page], capture_output=True, text=True, check=True).stdout
        for page in ("man1/guidance-kb.1.gz", "nl/man1/guidance-kb.1.gz")
    )
    for name, command in parser()._subparsers._group_actions[0].choices.items():  # type: ignore[union-attr]
        assert f'.SS "{name}"' in english
        assert re.search(rf"^\.B {name}\b", dutch, re.MULTILINE), f"the Dutch page lacks {name}"
        for action in (each for each in command._actions if each.help != argparse.SUPPRESS):
            for option in action.option_strings:
                assert option.replace("-", "\\-") in english
    for page in (english, dutch):
        assert __version__ in page
        assert not re.search(r"@\w+@", page)


def test_shells_complete_every_command(tree: Path) -> None:
    share = tree / "usr/share"
    places = {
        "bash": share / "bash-completion/completions/guidance-kb",
        "zsh": share / "zsh/vendor-completions/_guidance-kb",
        "fish": share / "fish/vendor_completions.d/guidance-kb.fish",
    }
    for shell, place in places.items():
        text = place.read_text("utf-8")
        for name in parser()._subparsers._group_actions[0].choices:  # type: ignore[union-attr]
            assert name in text, f"{shell} does not know {name}"
        if shutil.which(shell):
            subprocess.run([shell, "-n", place], check=True)
