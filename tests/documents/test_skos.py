"""The thesaurus as SKOS, read back by another tool (rdflib) and held against the database and the integrity conditions of SKOS."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, SKOS

from guidance_kb.documents.skos import literal, thesaurus_as_skos
from guidance_kb.knowledge.authoring.build import build
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.paths import SQL
from tests.knowledge.authoring.folder import MINIMAL

SCHEME = URIRef("urn:guidance-kb:thesaurus")
HOSTILE = [
    'hij zei "nee"',
    '""" . <urn:x> <urn:y> <urn:z> . """',
    "C:\\temp\\u0041 \\",
    "twee\nregels\r\nen\teen tab",
    "🧑‍🎓 emoji 😀",
    "recht\u202elinks\u2066om\u200b\u2028\u00ad",
    "\u0001\u007f\u0085\ufeff",
    "'aan' @nl ^^x # geen commentaar .;,",
    "é e\u0301 ﬁ İ",
]


def concept(name: str) -> URIRef:
    return URIRef(f"urn:guidance-kb:concept:{name}")


def read(text: str) -> Graph:
    return Graph().parse(data=text, format="turtle")


@pytest.fixture(scope="module")
def graph(library: Library) -> Graph:
    return read(thesaurus_as_skos(library))


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[Library]:
    """A small knowledge database whose labels are hostile."""
    path = tmp_path / "knowledge.db"
    build(MINIMAL, SQL / "knowledge.sql", path, lambda _: None)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM concept_label WHERE concept = 'c-opvang' AND lang = 'nl'")
        rows = [("c-opvang", "nl", place, text) for place, text in enumerate(HOSTILE)]
        connection.executemany("INSERT INTO concept_label VALUES (?, ?, ?, ?)", rows)
        connection.execute("UPDATE concept SET scheme = 'ESCO', term = ? WHERE id = 'c-tijd'", [HOSTILE[0]])
        connection.execute("UPDATE theme SET name_nl = ? WHERE id = 'challenges'", [HOSTILE[1]])
    opened = Library(path)
    yield opened
    opened.close()


def test_every_concept_and_label_of_the_database(library: Library, graph: Graph) -> None:
    assert set(graph.subjects(RDF.type, SKOS.Concept)) == {concept(name) for name in library.concepts}
    for one in library.concepts.values():
        for language in Language:
            preferred, *others = one.labels(language)
            here = {
                kind: {str(label) for label in graph.objects(concept(one.id), kind) if label.language == language}
                for kind in (SKOS.prefLabel, SKOS.altLabel)
            }
            assert here == {SKOS.prefLabel: {preferred}, SKOS.altLabel: set(others)}
    labels = sum(len(one.nl) + len(one.en) for one in library.concepts.values())
    assert len([*graph.triples((None, SKOS.prefLabel, None)), *graph.triples((None, SKOS.altLabel, None))]) == labels


def test_every_link_of_the_database(library: Library, graph: Graph) -> None:
    for one in library.concepts.values():
        for kind, property_ in (("broader", SKOS.broader), ("related", SKOS.related)):
            assert set(graph.objects(concept(one.id), property_)) == {concept(name) for name in one.linked(kind)}
        for kind in ("barrier", "drive", "theme"):
            subjects = {
                str(thing) for thing in graph.subjects(DCTERMS.subject, concept(one.id)) if f":{kind}:" in thing
            }
            assert subjects == {f"urn:guidance-kb:{kind}:{name}" for name in one.linked(kind)}
    titles = {str(title) for title in graph.objects(URIRef("urn:guidance-kb:barrier:shame"), DCTERMS.title)}
    assert titles == {library.barriers["shame"].nl.name, library.barriers["shame"].en.name}


def test_established_terms_are_notes(library: Library, graph: Graph) -> None:
    established = {concept(one.id): f"{one.scheme}: {one.term}" for one in library.concepts.values() if one.term}
    assert {subject: str(note) for subject, note in graph.subject_objects(SKOS.note)} == established
    assert len(established) > 10


def test_one_scheme_with_its_top_concepts(graph: Graph) -> None:
    assert set(graph.subjects(RDF.type, SKOS.ConceptScheme)) == {SCHEME}
    assert {title.language for title in graph.objects(SCHEME, DCTERMS.title)} == {"nl", "en"}
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert set(graph.subjects(SKOS.inScheme, SCHEME)) == concepts
    tops = set(graph.objects(SCHEME, SKOS.hasTopConcept))
    assert tops == set(graph.subjects(SKOS.topConceptOf, SCHEME)) == concepts - set(graph.subjects(SKOS.broader))
    for one in concepts:
        assert tops & set(graph.transitive_objects(one, SKOS.broader))


def test_integrity_conditions_of_skos(graph: Graph) -> None:
    """S13, S14, S23 to S27 of the SKOS reference, and no circle, which it allows and we do not."""
    for one in graph.subjects(RDF.type, SKOS.Concept):
        preferred = [*graph.objects(one, SKOS.prefLabel)]
        assert sorted(label.language for label in preferred) == ["en", "nl"]
        assert not set(preferred) & set(graph.objects(one, SKOS.altLabel))
        broader = set(graph.objects(one, SKOS.broader))
        wider = {far for near in broader for far in graph.transitive_objects(near, SKOS.broader)}
        related = set(graph.objects(one, SKOS.related))
        assert one not in wider | related
        assert not related & wider
        assert all((other, SKOS.related, one) in graph for other in related)
        assert all((other, SKOS.narrower, one) in graph for other in broader)
        assert all((other, SKOS.broader, one) in graph for other in graph.objects(one, SKOS.narrower))
    for linked in (SKOS.broader, SKOS.related, SKOS.narrower, DCTERMS.subject):
        assert set(graph.objects(None, linked)) <= set(graph.subjects(RDF.type, SKOS.Concept))


def test_everything_is_ours_or_of_skos_and_dublin_core(graph: Graph) -> None:
    used = {str(node) for triple in graph for node in triple if isinstance(node, URIRef)}
    known = ("urn:guidance-kb:", str(SKOS), str(DCTERMS), str(RDF.type))
    assert [address for address in used if not address.startswith(known)] == []


def test_hostile_texts_come_back_as_they_were(broken: Library) -> None:
    graph = read(thesaurus_as_skos(broken))
    preferred, *others = HOSTILE
    assert set(graph.objects(concept("c-opvang"), SKOS.altLabel)) == {
        *(Literal(text, lang="nl") for text in others),
        Literal("babysitter", lang="en"),
    }
    assert Literal(preferred, lang="nl") in set(graph.objects(concept("c-opvang"), SKOS.prefLabel))
    assert set(graph.objects(concept("c-tijd"), SKOS.note)) == {Literal(f"ESCO: {preferred}", lang="en")}
    titles = set(graph.objects(URIRef("urn:guidance-kb:theme:challenges"), DCTERMS.title))
    assert Literal(HOSTILE[1], lang="nl") in titles
    assert set(graph.subjects()) == {
        SCHEME,
        concept("c-opvang"),
        concept("c-tijd"),
        *map(URIRef, ("urn:guidance-kb:barrier:care-duties", "urn:guidance-kb:drive:social-nearness")),
        URIRef("urn:guidance-kb:theme:challenges"),
    }


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("geen oppas", '"geen oppas"@nl'),
        ('"', r'"\""@nl'),
        ("\\", r'"\\"@nl'),
        ("\n\r\t", r'"\n\r\t"@nl'),
        ("\u202e", r'"\u202E"@nl'),
        ("\U000e0041", r'"\U000E0041"@nl'),
        ("crèche 😀", '"crèche 😀"@nl'),
    ],
)
def test_what_cannot_be_seen_is_written_as_its_number(text: str, written: str) -> None:
    assert literal(text, Language.NL) == written


def test_the_same_knowledge_gives_the_same_text(library: Library) -> None:
    assert thesaurus_as_skos(library) == thesaurus_as_skos(library)
