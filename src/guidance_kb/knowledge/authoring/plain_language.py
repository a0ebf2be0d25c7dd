"""Check that texts for clients are plain language (B1): short sentences, known words, active voice.

docs/plain-language.md describes the method and its limits; the words are in `resources/language/plain-….toml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from statistics import fmean
from typing import Final

from guidance_kb.knowledge.authoring.plain_words import Lists, lists
from guidance_kb.knowledge.authoring.readability import sentences, syllables, words
from guidance_kb.language import Language, Text

FIELDS: Final = ("topic", "open", "softer", "follow_up", "ask", "step_client", "step_counselor")
"""The fields of items, barriers and drives that a client hears, or reads on their own page (`documents/client_page.py`)."""


class Rule(StrEnum):
    """The rules of plain language."""

    SENTENCE = "long_sentence"
    MEAN = "long_sentences"
    WORD = "long_word"
    HARD = "hard_word"
    ABBREVIATION = "abbreviation"
    PASSIVE = "passive"
    NEGATION = "double_negation"
    CLAUSES = "clauses"
    NOUN = "noun_of_a_verb"


@dataclass(frozen=True, slots=True)
class LanguageFinding:
    """A violation of a rule.

    Attributes:
        rule: The rule.
        found: The words at fault, or the sentence.
        instead: A plain alternative from the lists; empty if there is none.
    """

    rule: Rule
    found: str
    instead: str = ""

    def say(self) -> Text:
        """Return the message: the fault and, if known, the alternative."""
        text = _SAID[self.rule]
        told = Text(text.nl.format(self.found), text.en.format(self.found))
        return Text(f"{told.nl}: {self.instead}", f"{told.en}: {self.instead}") if self.instead else told


_SAID: Final = {
    Rule.SENTENCE: Text("lange zin: “{}”", "long sentence: “{}”"),
    Rule.MEAN: Text("de zinnen zijn samen te lang: {}", "the sentences are too long together: {}"),
    Rule.WORD: Text("lang woord “{}”", "long word “{}”"),
    Rule.HARD: Text("moeilijk woord “{}”, gewoon gezegd", "hard word “{}”, plainly"),
    Rule.ABBREVIATION: Text("afkorting “{}”", "abbreviation “{}”"),
    Rule.PASSIVE: Text("lijdende vorm “{}”: zeg wie het doet", "passive “{}”: say who does it"),
    Rule.NEGATION: Text("twee ontkenningen “{}”: zeg wat wel", "two denials “{}”: say what is so"),
    Rule.CLAUSES: Text("meer dan één bijzin “{}”: maak er twee zinnen van", "more than one clause “{}”: make it two sentences"),
    Rule.NOUN: Text("“{}” is een werkwoord in vermomming: zeg wie wat doet", "“{}” hides a verb: say who does what"),
}  # fmt: skip


def texts(table: object) -> Iterator[tuple[Language, str, str]]:
    """Yield (language, field, text) of the texts of an item, barrier or drive that a client hears or reads."""
    for language in Language:
        for field in FIELDS:
            text: str = getattr(getattr(table, language), field, "")
            if text:
                yield language, field, text
        for variant in getattr(table, "variants", ()):
            of_variant = getattr(variant, language)
            if variant.who != "service":
                yield language, "variants.step", of_variant.step
            yield language, "variants.said", of_variant.said


def findings(text: str, language: Language) -> tuple[LanguageFinding, ...]:
    """Return the violations in `text` without the excepted ones, in the order of the text, each once."""
    rules = lists(language)
    excepted = {(each.rule, each.found.casefold()) for each in rules.excepted}
    found = all_findings(text, language)
    return tuple(each for each in found if (each.rule.value, each.found.casefold()) not in excepted)


def all_findings(text: str, language: Language) -> tuple[LanguageFinding, ...]:
    """Return the violations in `text`, including the excepted ones."""
    rules = lists(language)
    found = list(_abbreviations(text, rules))
    spelled = _DOTTED.sub(lambda dotted: dotted.group().replace(".", ""), text)
    each = sentences(spelled)
    for sentence in each:
        found += _in_sentence(sentence, rules, language)
    found += _mean([len(words(sentence)) for sentence in each], rules)
    return tuple(dict.fromkeys(found))


def _in_sentence(sentence: str, rules: Lists, language: Language) -> Iterator[LanguageFinding]:
    each = words(sentence)
    if len(each) > rules.limits.sentence:
        yield LanguageFinding(Rule.SENTENCE, sentence, f"{len(each)} > {rules.limits.sentence}")
    for match in rules.hard.pattern.finditer(sentence):
        yield LanguageFinding(Rule.HARD, match.group(), rules.hard.plainer(match.group()))
    for word in each:
        if _is_long(word, rules, language):
            yield LanguageFinding(Rule.WORD, word)
    lower = sentence.lower()
    if turn := passive(lower, rules, language):
        yield LanguageFinding(Rule.PASSIVE, turn)
    if turn := double_negation(lower, rules):
        yield LanguageFinding(Rule.NEGATION, turn)
    if turn := nested(lower, rules):
        yield LanguageFinding(Rule.CLAUSES, turn)
    if turn := noun_of_a_verb(lower, rules):
        yield LanguageFinding(Rule.NOUN, turn)


# --- Abbreviations

_DOTTED: Final = re.compile(r"(?<!\w)(?:[a-z]\.){2,}", re.IGNORECASE)
_CAPITALS: Final = re.compile(r"(?<![\w-])[A-Z]{2,}(?:['’]?s)?(?![\w])")


def _abbreviations(text: str, rules: Lists) -> Iterator[LanguageFinding]:
    said = rules.abbreviations
    filled = "\n".join(sentences(text))
    found = [
        *_DOTTED.findall(filled),
        *_CAPITALS.findall(filled),
        *(word for word in words(filled) if word.lower() in said),
    ]
    for each in dict.fromkeys(found):
        yield LanguageFinding(Rule.ABBREVIATION, each, said.get(each.lower().replace(".", ""), ""))


# --- Length


def _is_long(word: str, rules: Lists, language: Language) -> bool:
    """Return whether a word is too long. Parts between hyphens are judged separately; a compound of two known words is plain."""
    return any(_is_long_part(part, rules, language) for part in re.split(r"[-'’]", word.lower()))


def _is_long_part(part: str, rules: Lists, language: Language) -> bool:
    limits = rules.limits
    if len(part) <= limits.word and (len(part) <= limits.syllables or syllables(part, language) <= limits.syllables):
        return False
    return part not in rules.long and not _is_compound(part, rules.parts)


_LINKS: Final = ("", "s", "e", "en", "n")


def _is_compound(word: str, parts: frozenset[str]) -> bool:
    return any(
        first.endswith(link) and first.removesuffix(link) in parts
        for at in range(2, len(word) - 1)
        if word[at:] in parts
        for first in (word[:at],)
        for link in _LINKS
    )


def _mean(lengths: Sequence[int], rules: Lists) -> Iterator[LanguageFinding]:
    if len(lengths) > 1 and (mean := fmean(lengths)) > rules.limits.mean:
        yield LanguageFinding(Rule.MEAN, f"{mean:.1f} > {rules.limits.mean}")


# --- Grammar that is hard to follow, found by word order and word lists, not by a parser; sentences are given in lower case


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
