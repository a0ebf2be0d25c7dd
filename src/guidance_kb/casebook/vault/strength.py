"""The strength of a passphrase: an estimate by zxcvbn, lowered where zxcvbn knows too little.

zxcvbn knows English words, names, keyboard rows, dates and repeats. It knows almost no Dutch and takes a Dutch word for random letters,
so here a run of letters counts for no more than the common words that fit in it. Neither this module nor zxcvbn keeps the passphrase.
"""

import math
import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from zxcvbn import zxcvbn

from guidance_kb.language import Text

MIN_LENGTH: Final = 12

MEANING: Final = Text(
    "Dit is een schatting voor iemand die uw bestanden heeft en veel rekenkracht. Veelgebruikte woorden en patronen zijn meegerekend, "
    "maar niet wat anderen over u weten: neem geen naam, datum, gezegde of liedregel. Vier woorden die u door het lot laat kiezen, zijn "
    "beter dan één bijzonder woord.",
    "This is an estimate for someone who has your files and much computing power. It knows common words and patterns, but not what others "
    "know of you: take no name, date, saying or line of a song. Four words chosen by chance are better than one special word.",
)


class StrengthLevel(IntEnum):
    """Strength by the time that guessing takes, from too short to estimate to longer than any attacker has."""

    TOO_SHORT = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


_SAYS: Final = {
    StrengthLevel.TOO_SHORT: Text(
        f"Te kort: neem ten minste {MIN_LENGTH} tekens, liefst vier of meer losse woorden.",
        f"Too short: take at least {MIN_LENGTH} characters, four or more separate words if you can.",
    ),
    StrengthLevel.WEAK: Text(
        "Te makkelijk: naar schatting binnen twee weken geraden. Voeg een paar losse woorden toe.",
        "Too easy: guessed within two weeks, we estimate. Add a few separate words.",
    ),
    StrengthLevel.FAIR: Text(
        "Redelijk: naar schatting kost raden weken tot enkele jaren. Nog een los woord maakt het goed.",
        "Fair: guessing takes weeks to a few years, we estimate. One more separate word makes it good.",
    ),
    StrengthLevel.GOOD: Text(
        "Goed: naar schatting kost raden jaren tot eeuwen.", "Good: guessing takes years to centuries, we estimate."
    ),
    StrengthLevel.STRONG: Text(
        "Sterk: naar schatting kost raden vele eeuwen.", "Strong: guessing takes many centuries, we estimate."
    ),
}

# Guesses, as powers of ten. We assume 10,000 a second: a few rented graphics cards against our Argon2id cost.
# Then 10^10 guesses take 12 days and 10^12 take three years.
_FROM: Final = ((15.0, StrengthLevel.STRONG), (12.0, StrengthLevel.GOOD), (10.0, StrengthLevel.FAIR))
_COMMON_WORD: Final = 4.0  # one of ten thousand
_WORD_LETTERS: Final = 10  # a run of letters counts as one common word for every ten letters, rounded up
_LONGEST: Final = 72  # characters that zxcvbn accepts; further ones only add strength
_LETTER: Final = 1.7  # one of 52
_OTHER: Final = 1.5  # one of about thirty digits and signs
_PIECE: Final = re.compile(r"(?P<letters>[^\W\d_]+)|[^\s]")

# Likely first choices of a counselor in the Netherlands; zxcvbn tries them before its own lists.
_OWN_WORDS: Final = (
    "welkom", "wachtwoord", "wachtzin", "geheim", "loopbaan", "begeleiding", "loopbaanbegeleiding", "dossier",
    "dossiers", "gesprek", "client", "cliënt", "school", "werk", "gemeente", "lente", "zomer", "herfst", "winter",
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "nederland",
    "amsterdam", "rotterdam", "utrecht", "guidance", "casebook", "euroguidance", "counselor",
)  # fmt: skip


@dataclass(frozen=True)
class Strength:
    """The strength of a passphrase.

    Attributes:
        level: The level, for a meter.
        text: The level as a sentence; show `MEANING` with it.
    """

    level: StrengthLevel
    text: Text

    @property
    def acceptable(self) -> bool:
        """Whether the passphrase may protect a casebook."""
        return self.level >= StrengthLevel.FAIR


def estimate(passphrase: str) -> Strength:
    """Return an estimate of the strength of `passphrase`; it takes some milliseconds."""
    normal = unicodedata.normalize("NFKC", passphrase)
    level = StrengthLevel.TOO_SHORT if len(normal) < MIN_LENGTH else _level(normal)
    return Strength(level, _SAYS[level])


def _level(passphrase: str) -> StrengthLevel:
    looked_at = passphrase[:_LONGEST]
    by_zxcvbn = math.log10(zxcvbn(looked_at, _OWN_WORDS)["guesses"])
    power = min(by_zxcvbn, sum(_power(piece) for piece in _PIECE.finditer(looked_at)))
    return next((level for least, level in _FROM if power >= least), StrengthLevel.WEAK)


def _power(piece: re.Match[str]) -> float:
    """Return the guesses for a run of letters or for another character, as a power of ten."""
    letters = piece["letters"]
    return min(_COMMON_WORD * math.ceil(len(letters) / _WORD_LETTERS), _LETTER * len(letters)) if letters else _OTHER
