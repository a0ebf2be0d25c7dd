"""The planner: from a query to a plan, with the words that count, their forms, and synonyms from the thesaurus."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from guidance_kb.language import Language
from guidance_kb.search.language.compounds import CompoundParts
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.parser import (
    Analysed,
    FilterNames,
    Parsed,
    Piece,
    QueryReader,
    Shape,
    analyse,
    analyzer,
    resolve,
)
from guidance_kb.search.query.plan import ANYWHERE, Clause, Closeness, Correction, Pattern, Plan, Term
from guidance_kb.search.query.thesaurus import Match, Thesaurus, ThesaurusConcept, expanded

if TYPE_CHECKING:
    from whoosh.analysis import Analyzer


# --- Nearest topics: concepts of the thesaurus with a label that looks similar to words without results


MOST: Final = 6
"""Maximum number of topics."""

ALIKE: Final = 0.5
"""Minimum Dice coefficient of the letter trigrams of a word and a label, for the topic to be offered."""


class Topics:
    """Finds topics of the thesaurus by the spelling of their labels. The trigrams are computed on first use."""

    def __init__(self, concepts: Sequence[ThesaurusConcept]) -> None:
        self._concepts = concepts
        self._groups: list[tuple[frozenset[str], ...]] = []

    def nearest(self, query: Sequence[str], language: Language) -> Iterator[str]:
        """Yield the preferred labels, in `language`, of the concepts most similar to the words of a query, the nearest first.

        Only concepts whose preferred label occurs in the content are offered: a topic always has results.
        """
        if not self._groups:
            self._groups = [tuple(_label_groups(concept)) for concept in self._concepts]
        light = frozenset().union(*(stemming(each).stop | stemming(each).negation for each in Language))
        said = (word for text in query for word in words(text) if word not in light)
        wanted = [groups for word in said if (groups := _groups(word))]
        alike = [
            (max((_dice(one, other) for one in wanted for other in of), default=0.0), concept)
            for concept, of in zip(self._concepts, self._groups, strict=True)
        ]
        for likeness, concept in sorted(alike, key=lambda pair: -pair[0])[: 2 * MOST]:
            label = concept.labels(language)[0]
            if likeness >= ALIKE and label.used:
                yield label.text


def _label_groups(concept: ThesaurusConcept) -> Iterator[frozenset[str]]:
    for label in (*concept.nl, *concept.en):
        yield from filter(None, map(_groups, words(label.text)))


def _groups(word: str) -> frozenset[str]:
    """Return the letter trigrams of a word with a leading space; none for a word that is too short to compare."""
    padded = f" {word}"
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2)) if len(word) > 3 else frozenset()  # noqa: PLR2004


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


MOST_CLAUSES: Final = 24
"""Maximum number of words of a query that are searched; of a pasted page these are the first words."""

SHORTEST_PREFIX: Final = 2
"""Minimum number of letters of the last word for it to match as a prefix."""

_SHORT: Final = 3
"""Number of letters up to which a last word of the content is no prefix as well: man is not manier, oud not ouders."""

_CONNECTED = re.compile(r"[-\u2010\u2011'\u2019]|(?<=\d)[.,](?=\d)")
"""Characters that join two words into one: drempel-vrij, O'Grady, 3,5, 2.1.3."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words joined without a space (`drempel-vrij`); nearly always one."""

    text: str
    nl: tuple[Analysed, ...]
    en: tuple[Analysed, ...]
    hyphenated: bool = False
    last: bool = False
    prefix: bool = False
    phrase: bool = False
    typed: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word.word for word in self.nl)

    def stems(self, language: Language) -> tuple[str, ...]:
        return tuple(word.stem for word in (self.nl if language is Language.NL else self.en))

    def name(self, language: Language) -> str:
        """Return the stem for a lookup in the thesaurus, where a hyphenated word is one word."""
        return stemming(language).stem("".join(self.words)) if self.hyphenated else self.stems(language)[0]


class Planner:
    """Makes plans. Holds the query reader, the analysis chains, the thesaurus and the compounds."""

    def __init__(self, thesaurus: Thesaurus, names: FilterNames, compounding: CompoundParts) -> None:
        self._reader = QueryReader()
        self._compounding = compounding
        self._thesaurus = thesaurus
        self._names = names
        self._light = frozenset().union(*(stemming(each).stop | stemming(each).negation for each in Language))
        self._chains: Mapping[Language, Analyzer] = {language: analyzer(language) for language in Language}

    def plan(self, query: str, language: Language, corrections: tuple[Correction, ...] = ()) -> Plan:
        """Return the plan of `query`. Never raises.

        Args:
            query: The query as typed.
            language: The language to prefer for a word that exists in both.
            corrections: Words to search instead of typed ones.
        """
        parsed = self._reader.read(query)
        filters, unknown = resolve(parsed.conditions, self._names)
        meant = {word: correction.meant for correction in corrections for word in words(correction.typed)}
        groups = self._groups(parsed, meant)
        clauses, ignored = self._clauses(groups, language)
        excluded = tuple(
            _plain(run) for piece in parsed.excluded[:MOST_CLAUSES] for run in self._runs(piece, typing=False)
        )
        clauses = tuple(tuple(self._compounding.add(term) for term in clause) for clause in clauses)
        nl, en = (() if parsed.excluded else _said(groups, each) for each in Language)
        return Plan(query, clauses, excluded, filters, unknown, ignored, corrections=corrections, nl=nl, en=en)

    def _clauses(
        self, groups: Sequence[tuple[_Run, ...]], language: Language
    ) -> tuple[tuple[Clause, ...], tuple[str, ...]]:
        matches = self._named(groups, language)
        light = _light(groups, language)
        named = {place for match in matches for place in match.places}
        heavy = [place for place in range(len(groups)) if place in named or place not in light]
        kept = set(heavy) if heavy else set(range(len(groups)))
        clauses: list[Clause] = []
        for place, group in enumerate(groups):
            here = [match for match in matches if place in match.places]
            if here and place != here[0].places[0]:
                continue  # part of a concept that was handled at its first word
            if here:
                clauses.append((_concept_term([groups[at][0] for at in here[0].places], here, light, here[0].places),))
            elif place in kept:
                clauses.append(tuple(self._alternative(run, language) for run in group))
        ignored = tuple(groups[place][0].text for place in range(len(groups)) if place not in kept)
        return tuple(clauses), ignored

    def _groups(self, parsed: Parsed, meant: Mapping[str, str]) -> list[tuple[_Run, ...]]:
        """Return the runs of the query without duplicates; alternatives are grouped."""
        groups: list[tuple[_Run, ...]] = []
        for pieces in parsed.clauses:
            runs = [self._meant(run, meant) for piece in pieces for run in self._runs(piece, typing=True)]
            groups += [tuple(runs)] if len(pieces) > 1 else [(run,) for run in runs]
        different = {tuple((run.words, run.phrase, run.prefix) for run in group): group for group in groups if group}
        return list(different.values())[:MOST_CLAUSES]

    def _meant(self, run: _Run, meant: Mapping[str, str]) -> _Run:
        if not _simple(run) or run.words[0] not in meant:
            return run
        text = meant[run.words[0]]
        nl, en = (tuple(analyse(text, self._chains[language])) for language in (Language.NL, Language.EN))
        return _Run(text, nl, en, typed=run.text)

    def _named(self, groups: Sequence[tuple[_Run, ...]], language: Language) -> list[Match]:
        """Return the concepts that plain words of the query name, together or alone."""
        places = [place for place, group in enumerate(groups) if len(group) == 1 and _nameable(group[0])]
        stems = {each: [groups[place][0].name(each) for place in places] for each in Language}
        matches = [
            Match(match.concept, tuple(places[at] for at in match.places))
            for match in self._thesaurus.find(stems, language)
        ]
        named = {place for match in matches for place in match.places}
        for place in places:
            if place not in named and _simple(groups[place][0]):
                matches += [Match(concept, (place,)) for concept in self._named_by_parts(groups[place][0].words[0])]
        return matches

    def _named_by_parts(self, word: str) -> list[ThesaurusConcept]:
        """Return the concepts that the parts of a compound name together: "problemen met lezen" for leesprobleem."""
        parts = self._compounding.parts(word)
        stems = {Language.NL: stemming(Language.NL).stems(list(parts)), Language.EN: [""] * len(parts)}
        found = self._thesaurus.find(stems, Language.NL)
        return [match.concept for match in found if len(match.places) == len(parts)]

    def _alternative(self, run: _Run, language: Language) -> Term:
        """Return the term of one of several alternatives; each may name a concept by itself."""
        term = _plain(run)
        if not _nameable(run):
            return term
        found = self._thesaurus.find({each: (run.name(each),) for each in Language}, language)
        return expanded(term, [match.concept for match in found])

    def _runs(self, piece: Piece, *, typing: bool) -> Iterator[_Run]:
        nl = analyse(piece.text, self._chains[Language.NL])
        en = analyse(piece.text, self._chains[Language.EN])
        plain = _without_joined(nl)
        if not plain:
            return
        if piece.shape is Shape.PHRASE:
            yield _Run(piece.text.strip(), tuple(nl[:plain]), tuple(en[:plain]), phrase=True)
            return
        for start, end in _connected(piece.text, nl[:plain]):
            final = end == plain
            yield _Run(
                piece.text[nl[start].start : nl[end - 1].end],
                tuple(nl[start:end]),
                tuple(en[start:end]),
                hyphenated=end - start > 1,
                last=typing
                and piece.last
                and final
                and nl[end - 1].end == len(piece.text)
                and not self._is_whole(nl[start:end]),
                prefix=piece.shape is Shape.PREFIX and final,
            )

    def _is_whole(self, typed: Sequence[Analysed]) -> bool:
        """Return whether the last word is complete as it is: a small word, or a short one that stands in the content."""
        word = typed[-1].word
        return len(typed) == 1 and (word in self._light or (len(word) <= _SHORT and self._compounding.stands(word)))


def _without_joined(words: Sequence[Analysed]) -> int:
    """Return the number of words before the joined forms of hyphenated words, which restart earlier in the text."""
    for place in range(1, len(words)):
        if words[place].start < words[place - 1].start:
            return place
    return len(words)


def _connected(text: str, words: Sequence[Analysed]) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(1, len(words) + 1):
        joined = place < len(words) and words[place].start - words[place - 1].end == 1
        if not (joined and _CONNECTED.match(text, words[place - 1].end)):
            yield start, place
            start = place


def _simple(run: _Run) -> bool:
    return len(run.nl) == 1 and not run.phrase and not run.prefix


def _nameable(run: _Run) -> bool:
    """Return whether it may name a concept, alone or with others."""
    return _simple(run) or (run.hyphenated and not run.prefix)


def _light(groups: Sequence[tuple[_Run, ...]], language: Language) -> set[int]:
    """Return the positions of stop words, by the language with most stop words in the query."""

    def stopped(each: Language) -> set[int]:
        stemmer = stemming(each)
        return {
            place
            for place, group in enumerate(groups)
            if len(group) == 1 and _simple(group[0]) and group[0].words[0] in stemmer.stop | stemmer.negation
        }

    return max((stopped(each) for each in (language, language.other)), key=len)


def _said(groups: Sequence[tuple[_Run, ...]], language: Language) -> tuple[str, ...]:
    """Return the stems of all words of a query that consists of plain words only."""
    if any(len(group) > 1 or group[0].phrase or group[0].prefix for group in groups):
        return ()
    return tuple(stem for group in groups for stem in group[0].stems(language))


def _plain(run: _Run) -> Term:
    """Return the term of a run without synonyms."""
    prefix = run.prefix or (run.last and len(run.words[-1]) >= SHORTEST_PREFIX)
    return Term(
        run.text,
        tuple(_forms(run, Language.NL, prefix=prefix)),
        tuple(_forms(run, Language.EN, prefix=prefix)),
        phrase=run.phrase,
        prefix=prefix,
        starred=run.prefix,
        typed=run.typed,
    )


def _forms(run: _Run, language: Language, *, prefix: bool) -> Iterator[Pattern]:
    yield Pattern(Closeness.EXACT, run.words, stemmed=False)
    if not run.prefix:
        yield Pattern(Closeness.STEM, run.stems(language), stemmed=True)
    if run.hyphenated:
        yield Pattern(Closeness.STEM, (stemming(language).stem("".join(run.words)),), stemmed=True)
    if prefix:
        yield Pattern(Closeness.PREFIX, run.words, stemmed=False, prefix=True)
        if run.hyphenated:
            yield Pattern(Closeness.PREFIX, ("".join(run.words),), stemmed=False, prefix=True)


def _concept_term(runs: Sequence[_Run], matches: Sequence[Match], light: set[int], places: Sequence[int]) -> Term:
    """Return the term of words that name a concept: those words, or another label of the concept."""
    concepts = [match.concept for match in matches]
    if len(runs) == 1:
        return expanded(_plain(runs[0]), concepts)
    said = [run for run, place in zip(runs, places, strict=True) if place not in light] or list(runs)
    text = " ".join(run.text for run in runs)
    typed = " ".join(run.typed or run.text for run in runs) if any(run.typed for run in runs) else ""
    if len(said) == 1:
        return expanded(replace(_plain(replace(said[0], last=False)), text=text, typed=typed), concepts)
    term = Term(text, tuple(_together(said, Language.NL)), tuple(_together(said, Language.EN)), typed=typed)
    return expanded(term, concepts)


def _together(runs: Sequence[_Run], language: Language) -> Iterator[Pattern]:
    exact = tuple(word for run in runs for word in run.words)
    yield Pattern(Closeness.EXACT, exact, stemmed=False, spread=ANYWHERE)
    stems = tuple(stem for run in runs for stem in run.stems(language))
    yield Pattern(Closeness.STEM, stems, stemmed=True, spread=ANYWHERE)
