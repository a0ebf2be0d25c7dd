"""Every link of every page leads somewhere, every picture is there, and every `make` target that a page names exists."""

import re
from pathlib import Path

from tests.docs.pages import PAGES, ROOT, anchors, commands, links
from tests.rows import rows

TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@rows("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    lost = []
    for link in links(page):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        there = target.exists() and target.is_relative_to(ROOT)
        if not there or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            lost.append(link)
    assert lost == []


@rows("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_target_is_in_the_makefile(page: Path) -> None:
    named = {command.text.split()[1] for command in commands(page) if re.match(r"make [a-z]", command.text)}
    assert named <= TARGETS


def test_every_picture_is_shown_somewhere() -> None:
    shown = {(page.parent / link).resolve() for page in PAGES for link in links(page)}
    shown_folders = {path for path in shown if path.is_dir()}
    pictures = list((ROOT / "docs").glob("**/*.png")) + list((ROOT / "docs").glob("**/*.svg"))
    assert [each for each in pictures if each not in shown and not shown_folders & set(each.parents)] == []
