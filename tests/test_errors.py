"""What an error says is what is read: nothing that it quotes steers the screen."""

import unicodedata

from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from tests.rows import rows

STEERING = [
    character
    for character in map(chr, range(0x3000))
    if character != "\n"
    and (
        unicodedata.category(character) in ("Cc", "Zl", "Zp")
        or unicodedata.bidirectional(character) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        or character in "\u061c\u200e\u200f"
    )
]


@rows("character", STEERING, ids=lambda character: f"U+{ord(character):04X}")
def test_what_steers_the_screen_is_written_out(character: str) -> None:
    error = KnownError(f"“{character}geld” bestaat niet.", f"“{character}geld” does not exist.")
    assert error.say(Language.NL) == f"“U+{ord(character):04X}geld” bestaat niet."
    assert error.say(Language.EN) == str(error) == f"“U+{ord(character):04X}geld” does not exist."


def test_every_other_letter_stays_as_it_is() -> None:
    said = "Één regel,\nen “دوم” – 🙂\u200d🙂 half\u00a0vast"
    assert KnownError(said, said).say(Language.NL) == said
