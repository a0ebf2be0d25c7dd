"""Small pictures for the documentation: a window has few colours, so a palette of 256 suffices."""

import re
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_AS_THEY_ARE: Final = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
_COLOURS: Final = 256


def in_few_colours(image: QImage, wanted: Iterable[int] = ()) -> QImage:
    """Return the picture with its 256 most important colours; Qt's default colour cube would make paper yellow.

    Args:
        image: A picture in any format.
        wanted: Colours that must be in the palette, as 0xffrrggbb.
    """
    full = image.convertToFormat(QImage.Format.Format_RGB32)
    table = _most_telling(full, wanted)
    return full.convertToFormat(QImage.Format.Format_Indexed8, table, _AS_THEY_ARE)


def _most_telling(image: QImage, wanted: Iterable[int]) -> list[int]:
    """Return the wanted colours, one of each group of similar colours, and then the most frequent ones."""
    counted = Counter(memoryview(image.constBits()).cast("I"))
    alike: dict[int, Counter[int]] = {mask: Counter() for mask in (0xE0E0E0, 0xF8F8F8)}
    first: dict[tuple[int, int], int] = {}
    for colour, count in counted.most_common():
        for mask, groups in alike.items():
            groups[colour & mask] += count
            first.setdefault((mask, colour & mask), colour)
    told = [first[mask, group] for mask, groups in alike.items() for group, _ in groups.most_common()]
    return list(dict.fromkeys([*wanted, *told]))[:_COLOURS]


def write_small(image: QImage, path: Path, wanted: Iterable[int] = ()) -> None:
    """Write a picture as PNG, about a fifth of its usual size.

    Raises:
        OSError: The file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not in_few_colours(image, wanted).save(str(path), quality=0):
        raise OSError(path)


def renew(shown: Path, taken: Path) -> None:
    """Replace every picture of a folder by the new one of the same step, whatever its number.

    Args:
        shown: The folder of the documentation: `nl-light-search.png`.
        taken: The folder of the tour: `nl-light-2-search.png`; its subfolder `guide/` has those of the guide.

    Raises:
        KeyError: A step no longer exists, but its picture is still shown.
    """
    by_name = {re.sub(r"-\d+-(?=[a-z])", "-", path.name): path for path in taken.glob("*.png")}
    by_name |= {path.name: path for path in taken.glob("*.png")}  # the sheets of a page end in a number
    for picture in sorted(shown.glob("[en][nl]-*.png")):  # the others are not of the tour
        shutil.copyfile(by_name[picture.name], picture)
    for picture in sorted((shown / "guide").glob("*.png")):
        shutil.copyfile(taken / "guide" / picture.name, picture)
