"""Pictograms on paper: line drawings of the program as images within the HTML, dark grey, without anything from outside."""

from base64 import b64encode
from functools import cache
from typing import Final

from guidance_kb import paths

_GREY: Final = "#444444"
"""A colour that is as clear on a printer without colours."""


@cache
def pictogram(name: str, pixels: int) -> str:
    """Return an icon as an image; its alternative text is empty, because it stands beside the word that it illustrates.

    Args:
        name: The name of the icon, in `resources/icons`.
        pixels: Its width and height.
    """
    drawing = (paths.RESOURCES / "icons" / f"{name}.svg").read_bytes().replace(b"currentColor", _GREY.encode())
    data = b64encode(drawing).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" width="{pixels}" height="{pixels}" alt="">'
