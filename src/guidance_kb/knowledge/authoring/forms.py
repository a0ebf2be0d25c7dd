"""Patterns of texts in the authoring format, with an example of each for error messages."""

from collections.abc import Mapping
from typing import Final

from guidance_kb.language import Text

ID: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ONE_LINE: Final = r"^[^\n]*$"
PHONE: Final = r"^[0-9+()\-/ ]{3,40}$"
EMAIL: Final = r"^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
WEB: Final = r"^(https?://)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[A-Za-z0-9._~%/-]*)?$"
PACK_ID: Final = r"^pack-[a-z0-9]{2,25}$"
PACK_VERSION: Final = r"^\d{1,6}(\.\d{1,6}){0,3}$"

EXAMPLES: Final[Mapping[str, Text]] = {
    ID: Text("een-naam: kleine letters, cijfers en streepjes", "a-name: small letters, digits and hyphens"),
    ONE_LINE: Text("een tekst op één regel", "a text on one line"),
    PHONE: Text("000 - 000 00 01: cijfers, spaties en + ( ) - /", "000 - 000 00 01: digits, spaces and + ( ) - /"),
    EMAIL: Text("naam@plaats.example", "name@place.example"),
    WEB: Text("www.plaats.example/naam", "www.place.example/name"),
    PACK_ID: Text("pack-naam: één woord na pack-", "pack-name: one word after pack-"),
    PACK_VERSION: Text("2026.1: getallen met punten", "2026.1: numbers with dots"),
}
