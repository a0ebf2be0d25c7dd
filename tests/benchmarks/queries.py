"""The queries that are measured: what counselors type, in a fixed order."""

from collections.abc import Iterator

from guidance_kb.language import Language

_NL = Language.NL
_EN = Language.EN

QUERIES: tuple[tuple[str, Language], ...] = tuple(
    (query, _NL)
    for query in (
        # one word
        "drempel", "motivatie", "kinderopvang", "schulden", "laaggeletterd", "persona", "taal", "werk", "leren", "begeleiding",
        "zelfvertrouwen", "ambassadeurs", "uitval", "vlaanderen", "ontschotten", "gezin",
        # two and three words
        "tijd geld", "eerste weken", "leren op het werk", "sociale kloof", "geen oppas", "warme overdracht",
        "digitale vaardigheden", "erkennen van competenties", "regels en loketten", "steun van familie", "negatieve ervaring school",
        "werkgever scholing", "kleine stappen succes", "bereik sociale media",
        # everyday speech
        "hij durft niet", "kan het niet betalen", "te oud om te leren", "heeft er geen zin in", "komt niet opdagen",
        "weet niet wat hij wil", "bang voor formulieren", "moet op de kinderen passen", "snapt de brief niet", "al zo lang thuis",
        # the last word not yet finished
        "be", "mot", "drem", "belemm", "kinderop", "leren w", "geen op", "eerste we",
        # as the query language has it
        '"eerste weken"', "land:ierland motivatie", "soort:aanbeveling werk", "leren -werk", "tijd OR geld",
    )
) + tuple(
    (query, _EN)
    for query in (
        "motivation", "childcare", "barriers", "no babysitter", "afraid to fail", "learning at work", "first weeks", "debt",
        "low self esteem", "reach adults online", "scotl", "country:ireland outreach",
    )
)  # fmt: skip
"""Words, phrases, everyday speech, English, unfinished words."""

TYPED: tuple[str, ...] = (
    "geen oppas", "drempel", "motivatie", "schulden en stress", "hij durft niet", "leren op het werk", "kinderopvang",
    "eerste weken", "laaggeletterd", "kan het niet betalen", "vlaanderen", "first contact",
)  # fmt: skip
"""The queries that are typed letter by letter."""


def as_typed() -> Iterator[str]:
    """Every text that stands in the search box while `TYPED` is typed."""
    for query in TYPED:
        for end in range(1, len(query) + 1):
            yield query[:end]


SPOKEN: tuple[str, ...] = (
    "ik heb niemand voor de kinderen",
    "het is te duur voor mij",
    "de bus rijdt daar niet",
    "ik ben bang dat ik het niet kan",
    "mijn man vindt het niet goed",
    "vroeger op school werd ik gepest",
)
"""What a client says, as it is typed into the box that finds an item."""
