"""A small knowledge database made by hand, so that the tests of the search do not hang on the real content."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from guidance_kb.paths import SQL
from guidance_kb.search.index.index import add_index


class Document(NamedTuple):
    id: str
    kind: str
    nl: tuple[str, str, str]
    en: tuple[str, str, str]
    country: str | None = None
    section: str = "2.1.2"
    said: str = ""


DOCUMENTS = (
    Document(
        "hoge-drempel",
        "finding",
        ("De drempel is hoog", "", "Veel volwassenen zien drempels. Zij hebben geen geld voor een cursus."),
        ("The threshold is high", "", "Many adults meet barriers. They lack money for a course."),
    ),
    Document(
        "geld-houdt-tegen",
        "finding",
        ("Te weinig geld houdt tegen", "arm", "Een belemmering die vaak wordt genoemd: de kosten."),
        ("Too little money holds back", "poor", "An obstacle that is often named: the cost."),
    ),
    Document(
        "opvang-helpt",
        "practice",
        (
            "Kinderopvang tijdens de les",
            "oppas",
            "Met opvang komen ouders vaker terug. Foto’s en gesprekken één-op-één.",
        ),
        ("Childcare during lessons", "", "With childcare, parents come back more often. Photos and talks one-to-one."),
        country="flanders",
        section="3.4/5",
    ),
    Document(
        "schotland-online",
        "practice",
        (
            "Schotland doet veel online",
            "website",
            "Wie geen apparaat heeft, kan naar de bibliotheek (Carpentieri 2014).",
        ),
        ("Scotland goes online", "", "People without a device use the library (Carpentieri 2014)."),
        country="scotland",
        section="3.2/8",
    ),
    Document(
        "snel-beginnen",
        "recommendation",
        ("Laat iemand snel beginnen", "", "Zijn er leerdoelen en is er budget, begin dan meteen."),
        ("Let people start quickly", "", "Once there are goals and a budget, start right away."),
        section="4.2/4",
    ),
    Document(
        "money",
        "barrier",
        ("Geldgebrek", "blut", "Wie weinig geld heeft, kan een cursus niet betalen."),
        ("Lack of money", "broke", "Someone with little money cannot pay for a course."),
    ),
    Document(
        "curiosity-growth",
        "drive",
        ("Nieuwsgierigheid en groei", "", "Mensen leren graag nieuwe dingen."),
        ("Curiosity and growth", "", "People enjoy learning new things."),
    ),
    Document(
        "vraag-geld",
        "item",
        ("Heeft te weinig geld voor een cursus", "", "Hoe zit het met de kosten van een cursus voor u?"),
        ("Has too little money for a course", "", "How about the cost of a course for you?"),
    ),
)

CONCEPTS = {
    "c-barrier": (("belemmering", "drempel", "barrière"), ("barrier", "threshold", "obstacle")),
    "c-childcare": (
        ("kinderopvang", "opvang", "geen oppas", "wie past er op de kinderen"),
        ("childcare", "nobody to look after the children"),
    ),
    "c-money": (("geldgebrek", "kan het niet betalen", "blut"), ("lack of money", "broke")),
}


def make_database(
    path: Path,
    documents: Sequence[Document] = DOCUMENTS,
    concepts: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = CONCEPTS,
    links: Sequence[tuple[str, str]] = (),
) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((SQL / "knowledge.sql").read_text("utf-8"))
        for position, section in enumerate(dict.fromkeys(document.section for document in documents)):
            connection.execute(
                "INSERT INTO section (name, position, title_nl, title_en) VALUES (?, ?, '', '')", (section, position)
            )
        _add_names(connection)
        for number, document in enumerate(documents):
            for offset, (lang, texts) in enumerate((("nl", document.nl), ("en", document.en))):
                connection.execute(
                    "INSERT INTO document (number, id, lang, kind, section, country, phrasings, title, keywords, body)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        2 * number + offset + 1,
                        document.id,
                        lang,
                        document.kind,
                        document.section,
                        document.country,
                        document.said * (lang == "nl"),
                        *texts,
                    ),
                )
        connection.executemany("INSERT INTO link VALUES (?, ?, 'related', 0, 0)", links)
        _add_concepts(connection, concepts)
        add_index(connection)
        connection.commit()
    return path


def _add_names(connection: sqlite3.Connection) -> None:
    countries = [
        ("scotland", "Schotland", "Scotland"),
        ("flanders", "Vlaanderen", "Flanders"),
        ("united-kingdom", "Verenigd Koninkrijk", "United Kingdom"),
    ]
    connection.executemany(
        "INSERT INTO country VALUES (?, ?, 1, ?, ?, NULL, NULL)",
        [(name, position, nl, en) for position, (name, nl, en) in enumerate(countries)],
    )
    connection.execute("INSERT INTO theme VALUES ('channels', 1, '4a', 'Kanalen', 'Channels', '', '')")
    connection.execute("INSERT INTO entry_theme VALUES ('schotland-online', 'channels', 0)")
    connection.execute("INSERT INTO barrier VALUES ('money', 1, 'situational', 0)")
    connection.execute("INSERT INTO drive VALUES ('curiosity-growth', 1, 'drive')")
    for lang, barrier, drive in (
        ("nl", "Geldgebrek", "Nieuwsgierigheid en groei"),
        ("en", "Lack of money", "Curiosity"),
    ):
        connection.execute(
            "INSERT INTO barrier_text VALUES ('money', ?, ?, '', '', '', '', '', '', '', '')", (lang, barrier)
        )
        connection.execute(
            "INSERT INTO drive_text VALUES ('curiosity-growth', ?, ?, '', '', '', '', '', '', '')", (lang, drive)
        )
    connection.execute("INSERT INTO link VALUES ('geld-houdt-tegen', 'money', 'barrier', 0, 0)")
    connection.execute("INSERT INTO link VALUES ('snel-beginnen', 'curiosity-growth', 'drive', 1, 0)")


def _add_concepts(connection: sqlite3.Connection, concepts: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    for position, (concept, (nl, en)) in enumerate(concepts.items()):
        connection.execute("INSERT INTO concept (id, position) VALUES (?, ?)", (concept, position))
        for lang, labels in (("nl", nl), ("en", en)):
            connection.executemany(
                "INSERT INTO concept_label VALUES (?, ?, ?, ?)",
                [(concept, lang, place, label) for place, label in enumerate(labels)],
            )
