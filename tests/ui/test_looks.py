"""The gallery looks as it did when somebody last looked at it: in every scheme, at two text sizes.

A failure writes three pictures side by side to `build/looks/` (as it was, as it is, where it differs) and names what differs. If it was
meant, look at them, take the photographs anew with `make looks`, and commit them with the change. How they are compared, and why that does
not depend on the machine, is told in `photographs.py`.
"""

from pathlib import Path
from string import Template

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from guidance_kb.paths import ROOT
from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.look import tokens as table
from guidance_kb.ui.look.theme import Theme
from tests.ui import photographs
from tests.ui.photographs import KEPT, LOOKS, SHOWN, Photograph, factor_of, name_of


def complaint(photograph: Photograph, scheme: Scheme, size: int, shown: Path = SHOWN) -> str:
    """What a developer is told when a look of the gallery is other than it was; nothing when it is the same."""
    return photographs.complaint(name_of(scheme, size), photograph, factor_of(size), shown=shown)


@pytest.mark.parametrize(("scheme", "size"), LOOKS, ids=[name_of(*look) for look in LOOKS])
def test_the_gallery_looks_as_it_did(qapp: QApplication, scheme: Scheme, size: int) -> None:
    told = complaint(photographs.take(Theme(qapp), scheme, size), scheme, size)
    assert not told, told.replace(f"{ROOT}/", "")


def test_there_are_photographs_of_these_looks_and_no_others() -> None:
    assert {path.stem for path in KEPT.glob("*.png")} == {name_of(*look) for look in LOOKS}
    assert sum(path.stat().st_size for path in KEPT.glob("*.png")) < 1_000_000


class Changed(Theme):
    """A theme in which one thing of the style sheet is other than it is."""

    def change(self, before: str, after: str) -> None:
        """Writes `after` instead of `before`."""
        assert before in self._sheet.template
        self._sheet = Template(self._sheet.template.replace(before, after))


@pytest.mark.parametrize(
    ("before", "after", "noticed"),
    [
        (
            '[role="primary"] { background: $accent;',
            '[role="primary"] { background: $strong_line;',
            "Buttons, primary: normal",
        ),
        ("padding: ${space_sm} ${space_xl}; }", "padding: ${space_xl} ${space_xl}; }", "pixels higher"),
        ("padding: ${space_xs} ${space_lg};", "padding: ${space_xs} ${space_xxxl};", "Small pieces, chip"),
        (
            "border: ${edge} solid $strong_line; border-radius: ${radius_control}; padding: ${space_sm} ${space_xl}; }",
            "border: ${edge} solid $line; border-radius: ${radius_control}; padding: ${space_sm} ${space_xl}; }",
            "Small pieces, chip",
        ),
        ('QFrame[role="card"] { background: $surface;', 'QFrame[role="card"] { background: $raised;', "Frames, card"),
        (
            "border: ${ring} solid $focus; }\nQPushButton:focus",
            "border: ${edge} solid $focus; }\nQPushButton:focus",
            "Buttons, tab: focus",
        ),
    ],
)
def test_what_is_changed_is_noticed_and_named(
    qapp: QApplication, tmp_path: Path, before: str, after: str, noticed: str
) -> None:
    """Colours, room, edges and rings: this is what the photographs are for."""
    theme = Changed(qapp)
    theme.change(before, after)
    told = complaint(photographs.take(theme, *LOOKS[0]), *LOOKS[0], shown=tmp_path)
    assert noticed in told
    picture = QImage(str(tmp_path / f"{name_of(*LOOKS[0])}.png"))
    assert picture.width() > 3 * 580


def test_another_accent_is_noticed_however_little_it_is_another(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slight = table.LIGHT._replace(accent="#0b6a60")
    monkeypatch.setattr("guidance_kb.ui.look.theme.LIGHT", slight)
    told = complaint(photographs.take(Theme(qapp), *LOOKS[0]), *LOOKS[0], shown=tmp_path)
    assert "colour accent" in told
