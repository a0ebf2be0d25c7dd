"""Grammar that is hard to follow: passive, double negation, nested clauses, nominalised verbs.

The rules use word order and word lists, not a parser; docs/plain-language.md describes what they miss. Sentences are given in lower case.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from guidance_kb.knowledge.authoring.plain_words import Lists
from guidance_kb.knowledge.authoring.readability import words
from guidance_kb.language import Language

_PAUSE: Final = re.compile(r"[,;:()“”\"–—/]|\s-\s")
_JOINED: Final = re.compile(r"\b(?:en|of|maar|want|dus)\b")
_CLAUSE: Final = re.compile(
    r"\b(?:en|of|maar|want|dus|als|dat|die|doordat|hoewel|nadat|omdat|terwijl|totdat|voordat|wat|wie|zoals|zodat|zodra|waar\w*|hoe|and|or|but|because|if|that|when|where|which|who|whom|what|so)\b"
)

# --- Passive


def passive(sentence: str, lists: Lists, language: Language) -> str | None:
    """Return the auxiliary and participle of the first passive, or None."""
    find = _dutch_passive if language is Language.NL else _english_passive
    for clause in _clauses(sentence):
        if found := find(words(clause), lists):
            return found
    return None


def _clauses(sentence: str) -> Iterator[str]:
    for part in _PAUSE.split(sentence):
        yield from _CLAUSE.split(part)


def _dutch_passive(clause: list[str], lists: Lists) -> str | None:
    auxiliary = next((word for word in clause if word in lists.becoming | lists.being), None)
    if auxiliary is None:
        return None
    for word in clause:
        if _participle(word, lists) and (auxiliary in lists.becoming or word not in lists.no_passive):
            return f"{auxiliary} … {word}"
    return None


_GE: Final = r"ge(?!e)[a-zë-ü]*[aeiouyëéï][a-zë-ü]*(?:d|t|en)(?<!heid)"
_PREFIXED: Final = re.compile(
    r"(?:be|ver|ont|her)[a-zë-ü]{2,}(?:(?<!hei)(?<!elen)(?<!eren)(?<!ten)(?<!den)d|(?:(?<=ch)|(?<=[kfspx]))t)"
)
"""Participles of weak verbs; those in -t only where no present tense ends so: “verwacht”, “bereikt”, but not “vertelt”, “verandert”."""


def _participle(word: str, lists: Lists) -> bool:
    if word in lists.friends:
        return False
    found = _ge(lists.before).fullmatch(word) or _PREFIXED.fullmatch(word)
    return word in lists.irregular or found is not None


@cache
def _ge(before: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(before)})?{_GE}")


_REACH: Final = 4
"""Maximum number of words between the English auxiliary and the participle: “was it never really opened”."""

_STOPS: Final = frozenset(
    ["a", "an", "about", "after", "as", "at", "before", "by", "for", "from", "in", "of", "on", "than", "to", "with"]
)
"""Words after which no participle of the auxiliary follows: “is it after a missed class”."""


def _english_passive(clause: list[str], lists: Lists) -> str | None:
    for at, word in enumerate(clause):
        ending = word.replace("’", "'")
        auxiliary = next((be for be in lists.being if ending == be or (be[0] == "'" and ending.endswith(be))), None)
        if auxiliary is None:
            continue
        for later in clause[at + 1 : at + 1 + _REACH]:
            if later in _STOPS:
                break
            ed = later.endswith("ed") and later not in lists.friends
            if (ed or later in lists.irregular) and later not in lists.no_passive:
                return f"{word} … {later}"
    return None


# --- Negation


def double_negation(sentence: str, lists: Lists) -> str | None:
    """Return the two words of a double negation within one clause, or None; “en”, “of” and “maar” separate clauses."""
    for part in _PAUSE.split(sentence):
        for clause in _JOINED.split(part):
            found = [word for word in words(clause) if word in lists.negations or lists.denied.fullmatch(word)]
            denied = [word for word in found if word in lists.negations]
            if len(found) > 1 and denied:
                return " … ".join(found[:2])
    return None


# --- Clauses


_BESIDE: Final = ("en", "of")


def nested(sentence: str, lists: Lists) -> str | None:
    """Return the words that begin subordinate clauses if there is more than one, or None.

    Clauses after “en” and “of” are coordinate and do not count.
    """
    found = list(_begins(words(sentence), lists))
    return " … ".join(found) if len(found) > 1 else None


def _begins(sentence: list[str], lists: Lists) -> Iterator[str]:
    clauses = lists.clauses
    for (before, word), (_, after) in pairwise(pairwise(["", *sentence, "", ""])):
        follows = before in clauses.after.get(word, ())
        precedes = word in clauses.before_a_subject and after in clauses.subjects
        if (word in clauses.always or follows or precedes) and before not in _BESIDE:
            yield word


# --- Nominalised verbs

_OF_A_VERB: Final = re.compile(
    r"\b(?:de|het|een|deze|door|bij|na|voor|ter|tot)\s+(?:\w+\s+)?(\w{3,}(?:ing|ingen|atie|aties))\s+van\b"
    r"|\b(?:het|bij|door|voor)\s+(?:\w+\s+)?(\w{3,}en)\s+van\b"
)


def noun_of_a_verb(sentence: str, lists: Lists) -> str | None:
    """Return a nominalisation such as “het invullen van” that a verb could replace (“u vult … in”), or None. Dutch only."""
    for found in _OF_A_VERB.finditer(sentence):
        noun = found.group(1) or found.group(2)
        if noun not in lists.nouns:
            return f"{noun} van"
    return None
