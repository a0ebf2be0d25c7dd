"""Stemming of folded words.

English uses Snowball `english`. Dutch uses Snowball `dutch_porter` with corrections; never Snowball `dutch`, which merges begeleiding with
beleid and gezin with zin (notes in docs/search.md). Exceptions to the rules are in `resources/language/*.toml`.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from guidance_kb import paths
from guidance_kb.language import Language

_REMEMBERED: Final = 1_000_000
"""Maximum number of stems in memory before the cache is cleared; the shipped content has about 10,000 words."""


class _Memory(dict[str, str]):
    """Cache of stems by word. Clearing it while another thread reads is safe: that thread computes the stem again."""

    def __init__(self, work_out: Callable[[str], str]) -> None:
        self._work_out = work_out

    def __missing__(self, word: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = stem = self._work_out(word)
        return stem


class Stemming:
    """The stemmer of one language, with its stop words.

    Attributes:
        language: The language.
        stop: Words that a query may omit if others remain.
        negation: Words that carry meaning in a label ("geen oppas") but are not required in a text.
        denial: Those that turn a sentence into its opposite.
    """

    def __init__(self, language: Language, data: Mapping[str, object]) -> None:
        self.language = language
        self.stop = frozenset(_strings(data, "stop"))
        self.denial = frozenset(_strings(data, "denial"))
        self.negation = frozenset(_strings(data, "negation")) | self.denial
        self._words = _forms(data, "forms")
        self._irregular = _forms(data, "irregular")
        self._endings = _forms(data, "endings")
        self._longest = max(map(len, self._endings), default=0)
        self._inseparable = _strings(data, "inseparable")
        self._prefixes = (*_strings(data, "separable"), *self._inseparable)
        self._algorithm = _dutch(data) if language is Language.NL else _english()
        self._memory = _Memory(self._work_out)

    def stem(self, word: str) -> str:
        """Return the stem of a folded word."""
        return self._memory[word]

    def stems(self, words: list[str]) -> list[str]:
        """Return the stems of folded words, in order."""
        return list(map(self._memory.__getitem__, words))

    def _work_out(self, word: str) -> str:
        if word not in self._words:
            word = self._regular(word) or word
        known = self._words.get(word)
        if known is not None:
            return known
        for length in range(min(self._longest, len(word)), 2, -1):  # a compound inflects like its last part
            ending = self._endings.get(word[-length:])
            if ending is not None:
                return word[:-length] + ending
        return self._algorithm(word) or word

    def _regular(self, word: str, prefixes: int = 2) -> str:
        """Return the base word of an irregular form, also behind prefixes (doorverwezen: doorverwijzen); empty for any other word."""
        if word in self._irregular or not prefixes or not word.startswith(self._prefixes):
            return self._irregular.get(word, "")
        for prefix in self._prefixes:
            if word.startswith(prefix):
                rest = word.removeprefix(prefix)
                found = self._regular(rest, prefixes - 1)
                if not found and prefix in self._inseparable:
                    found = self._irregular.get(f"ge{rest}", "")  # gesproken, but besproken
                if found:
                    return prefix + found
        return ""


def _snowball(name: str) -> Callable[[str], str]:
    from Stemmer import Stemmer  # noqa: PLC0415 - nothing of the language is loaded before the first search

    return Stemmer(name).stemWord


def _english() -> Callable[[str], str]:
    snowball = _snowball("english")
    return lambda word: snowball(_changed(word, _BRITISH))


def _dutch(data: Mapping[str, object]) -> Callable[[str], str]:
    snowball = _snowball("dutch_porter")
    separable, others = _strings(data, "separable"), _strings(data, "no_participles")
    participle = re.compile(  # gewerkt → werkt, aangevraagd → aanvraagd, geleend → leen
        rf"^(?:({'|'.join(separable)})|(?=.{{6}}))(?!{'|'.join(others) or ' '})ge(?=[^e].)(?!.*hei?d)"
        r"(?:(.+(?:[lr]|[aeiou]{2}n|[^aeiou]en))d|(.+[td]))(?:en?)?$"
    )
    before = (("dten", participle, r"\1\2\3"), *_BEFORE)
    return lambda word: _changed(snowball(_changed(word, before)), _AFTER)


@cache
def stemming(language: Language) -> Stemming:
    """Return the stemmer of `language`, read once."""
    name = "dutch" if language is Language.NL else "english"
    text = (paths.RESOURCES / "language" / f"{name}.toml").read_text("utf-8")
    return Stemming(language, tomllib.loads(text))


_Changes = tuple[tuple[str, re.Pattern[str], str], ...]
"""Replacements in order, each with the possible last letters of the word: checking those first is twice as fast."""

_BRITISH: Final[_Changes] = (
    ("edrsgnl", re.compile(r"(?<=.{3})iz(?=(e[drs]?|ing|ations?|ational|ers)$)"), "is"),  # organize → organise
    ("rsldge", re.compile(r"(?<=.{3})our(?=(s|al|ed|ing|able|ful|ite|ites|hood|hoods)?$)"), "or"),  # labour → labor
    ("dgrs", re.compile(r"(?<=.{2}[^aeiou]el)l(?=(ed|ing|ers?)$)"), ""),  # travelled → traveled
)
"""British and American spelling."""

_BEFORE: Final[_Changes] = (
    ("restn", re.compile(r"^(.+(?:[lr]ijk|baar|[^aeiou]ig))(?:d?er[es]?|ste?n?)$"), r"\1"),  # moeilijker, belangrijkste
    ("re", re.compile(r"(?<=z)amere?$"), "aam"),  # eenzamer → eenzaam
    ("dten", re.compile(r"(?<=aai|ooi|oei)[dt](en?)?$"), ""),  # groeide → groei
    ("dten", re.compile(r"(?<=ig)[dt](en?)?$"), ""),  # bevestigd → bevestig, before -ig goes
    ("den", re.compile(r"(?<=aan|een|oon|uun|ien|eun)d(en?)?$"), ""),  # woonde → woon
    ("n", re.compile(r"(?<=i)een$"), "e"),  # kopieen → kopie
    ("n", re.compile(r"(?<=ee)en$"), ""),  # ideeen → idee
    ("den", re.compile(r"^ge(?=.{3,}eerde?n?$)"), ""),  # gemotiveerd → motiveerd
    ("den", re.compile(r"(?<=eer)d(en?)?$"), ""),  # motiveerd(e) → motiveer
    ("es", re.compile(r"(?<=.{3})aties?$"), "er"),  # informatie, informeren → informer
    ("s", re.compile(r"(?<=.i)es$"), "e"),  # acties → actie
    ("s", re.compile(r"(?<=.{2}[^aeiou]e)s$"), ""),  # gemeentes → gemeente
    ("s", re.compile(r"(?<=.{2}en)s$"), ""),  # leugens → leugen
    ("s", re.compile(r"(?<=.{2}[^aeiou][aoy])s$"), ""),  # fotos → foto
    ("s", re.compile(r"(?<=eau)s$"), ""),  # niveaus → niveau
    ("es", re.compile(r"(?<=..)inkjes?$"), "ing"),  # woninkje → woning
    ("es", re.compile(r"(?<=[aeiou]{2}m|.[lr]m)pjes?$"), ""),  # filmpje → film
    ("es", re.compile(r"([lmnr])\1etjes?$"), r"\1"),  # belletje → bel
    ("es", re.compile(r"(?<=.[^aeiou])jes?$"), ""),  # boekje → boek
)
"""Forms that dutch_porter does not know, applied before it: degrees, past tense of some verbs, -atie, plurals in -s, diminutives."""

_AFTER: Final[_Changes] = (
    ("bcdfgklmnprst", re.compile(r"(?<=..)([bcdfgklmnprst])\1$"), r"\1"),  # lessen → less → les
    ("z", re.compile(r"(?<=..)z$"), "s"),  # reizen → reiz → reis
    ("v", re.compile(r"(?<=..)v$"), "f"),  # motieven → motiev → motief
    ("t", re.compile(r"(?<=...[^aeiouy])t$"), ""),  # werkt → werk; markt and markten both lose it
    ("d", re.compile(r"(?<=..[gfmsw])d$|(?<=.{3}[lr])d$"), ""),  # volgd → volg, verteld → vertel; schuld loses it too
    (
        "bcdfghjklmnpqrstvwxyz",
        re.compile(r"([^aeo])([aeou])\2([^aeiou])$"),
        r"\1\2\3",
    ),  # leert → leer → ler, as in leren
)
"""Forms that dutch_porter keeps apart, merged after it: doubled consonants, voicing, -t and -d of verbs, long vowels."""


def _changed(word: str, changes: _Changes) -> str:
    for last, pattern, replacement in changes:
        if word[-1:] in last:
            word = pattern.sub(replacement, word)
    return word


def _strings(data: Mapping[str, object], key: str) -> list[str]:
    value = data.get(key, [])
    return [str(word) for word in value] if isinstance(value, list) else []


def _forms(data: Mapping[str, object], key: str) -> dict[str, str]:
    """Return an inverted table of the data: from each form of a word, and the word itself, to the word."""
    table = data.get(key, {})
    if not isinstance(table, dict):
        return {}
    return {form: str(word) for word, forms in table.items() for form in (str(word), *str(forms).split())}
