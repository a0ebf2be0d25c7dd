"""How hard a passphrase is to guess: an estimate by zxcvbn, cut down where zxcvbn knows too little, and told as what it is.

zxcvbn knows English words, names, keyboard rows, dates and repeats. It knows next to no Dutch and takes a Dutch word for random letters;
so a run of letters counts here for no more than the common words that fit in it. Nothing of the passphrase is kept, here or in zxcvbn.
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
    """How long guessing would take, from too short to even try up to longer than anyone has."""

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

# Guesses, as powers of ten. We assume 10,000 a second, some rented graphics cards against our Argon2id:
# then 10^10 take 12 days, 10^12 three years.
_FROM: Final = ((15.0, StrengthLevel.STRONG), (12.0, StrengthLevel.GOOD), (10.0, StrengthLevel.FAIR))
_COMMON_WORD: Final = 4.0  # one of ten thousand
_WORD_LETTERS: Final = 10  # a run of letters counts as a common word for every ten, begun or whole
_LONGEST: Final = 72  # characters that are looked at, which is what zxcvbn takes; more only help
_LETTER: Final = 1.7  # of 52
_OTHER: Final = 1.5  # of some thirty digits and signs
_PIECE: Final = re.compile(r"(?P<letters>[^\W\d_]+)|[^\s]")

# What a counselor in the Netherlands might think of first; zxcvbn tries them before its own lists.
_OWN_WORDS: Final = (
    "welkom", "wachtwoord", "wachtzin", "geheim", "loopbaan", "begeleiding", "loopbaanbegeleiding", "dossier",
    "dossiers", "gesprek", "client", "cliënt", "school", "werk", "gemeente", "lente", "zomer", "herfst", "winter",
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "nederland",
    "amsterdam", "rotterdam", "utrecht", "guidance", "casebook", "euroguidance", "counselor",
)  # fmt: skip


@dataclass(frozen=True)
class Strength:
    """What is said of a passphrase.

    Attributes:
        level: For a meter.
        text: The same in one sentence; show `MEANING` with it.
    """

    level: StrengthLevel
    text: Text

    @property
    def acceptable(self) -> bool:
        """Whether a casebook may be locked with it."""
        return self.level >= StrengthLevel.FAIR


def estimate(passphrase: str) -> Strength:
    """Returns how hard `passphrase` is to guess; some milliseconds of work."""
    normal = unicodedata.normalize("NFKC", passphrase)
    level = StrengthLevel.TOO_SHORT if len(normal) < MIN_LENGTH else _level(normal)
    return Strength(level, _SAYS[level])


def _level(passphrase: str) -> StrengthLevel:
    looked_at = passphrase[:_LONGEST]
    by_zxcvbn = math.log10(zxcvbn(looked_at, _OWN_WORDS)["guesses"])
    power = min(by_zxcvbn, sum(_power(piece) for piece in _PIECE.finditer(looked_at)))
    return next((level for least, level in _FROM if power >= least), StrengthLevel.WEAK)


def _power(piece: re.Match[str]) -> float:
    """Guesses for a run of letters or for another character, as a power of ten."""
    letters = piece["letters"]
    return min(_COMMON_WORD * math.ceil(len(letters) / _WORD_LETTERS), _LETTER * len(letters)) if letters else _OTHER
