"""Pictures for the documentation, small: a window has few colours, and a table of 256 holds them."""

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
    """The same picture in the 256 colours that say most; by itself Qt would take those of a cube, and paper would be yellow.

    Args:
        image: In any format.
        wanted: Colours that must be among them, as 0xffrrggbb.
    """
    full = image.convertToFormat(QImage.Format.Format_RGB32)
    table = _most_telling(full, wanted)
    return full.convertToFormat(QImage.Format.Format_Indexed8, table, _AS_THEY_ARE)


def _most_telling(image: QImage, wanted: Iterable[int]) -> list[int]:
    """Those that are wanted, one of each sort of colour that there is, and then those that there is most of."""
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
    """Writes a picture as PNG, about a fifth of its usual size.

    Raises:
        OSError: It cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not in_few_colours(image, wanted).save(str(path), quality=0):
        raise OSError(path)


def renew(shown: Path, taken: Path) -> None:
    """Replaces every picture of a folder by the one of the same step that was taken now, whatever its number is.

    Args:
        shown: The folder of the documentation: `nl-light-search.png`.
        taken: The folder of the tour: `nl-light-2-search.png`; below it `guide/` with those of the guide.

    Raises:
        KeyError: A step is gone, and its picture is still shown.
    """
    by_name = {re.sub(r"-\d+-(?=[a-z])", "-", path.name): path for path in taken.glob("*.png")}
    by_name |= {path.name: path for path in taken.glob("*.png")}  # the sheets of a page end in a number
    for picture in sorted(shown.glob("[en][nl]-*.png")):  # the others are not of the tour
        shutil.copyfile(by_name[picture.name], picture)
    for picture in sorted((shown / "guide").glob("*.png")):
        shutil.copyfile(taken / "guide" / picture.name, picture)
