"""What a pack brings: the first titles of a kind, and all when they are asked for."""

from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from guidance_kb.language import Text
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.packs.offer import FIRST, MOST, Titles
from tests.hand import hand


def shown(part: Titles) -> int:
    return len(part.text.splitlines()) - 1


def many(count: int) -> tuple[Text, ...]:
    return tuple(Text(f"Titel {n}", f"Title {n}") for n in range(count))


def test_few_are_all_shown(qtbot: QtBot, services: Services) -> None:
    part = Titles("address", many(FIRST), services)
    qtbot.addWidget(part)
    assert shown(part) == FIRST
    assert part.unfold.isHidden()


def test_the_others_are_unfolded(qtbot: QtBot, services: Services) -> None:
    part = Titles("address", many(20), services)
    qtbot.addWidget(part)
    assert shown(part) == FIRST
    assert "15" in part.unfold.text()
    part.show()
    hand.click(part.unfold)
    assert shown(part) == 20
    assert part.unfold.isHidden()


def test_twenty_thousand_are_counted(qtbot: QtBot, services: Services) -> None:
    part = Titles("work", many(20_000), services)
    qtbot.addWidget(part)
    part.show()
    hand.click(part.unfold)
    assert shown(part) == MOST
    assert QLocale().toString(20_000) in part.text.splitlines()[0]
