"""The thesaurus: mistakes a writer makes, in the smallest content and beside ours; and what holds for the real one."""

from collections import Counter

import pytest

from guidance_kb.knowledge.authoring import thesaurus
from guidance_kb.knowledge.authoring.build import read_content
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.models import ConceptSource
from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES
from tests.knowledge.authoring.folder import THESAURUS, ContentFolder

FEWEST = 3
"""Labels a language that a concept of ours has at least."""

_GROUPS = ("migrant", "vluchteling", "refugee", "ouderen", "jongeren", "vrouwen", "women", "werkzoekende", "unemployed")
"""Words of groups that no label of a concept with a barrier holds."""


def concept(name: str, nl: str = "", en: str = "", **fields: object) -> ConceptSource:
    """A concept; labels stand with commas between, and are made up from the name when left out."""
    labels = {"nl": (nl or f"nl {name}").split(", "), "en": (en or f"en {name}").split(", ")}
    return ConceptSource.model_validate({"id": name, **labels, **fields})


def faults(*concepts: ConceptSource, beside: tuple[ConceptSource, ...] = ()) -> list[tuple[str, str, str]]:
    """What is wrong with the concepts, as (concept, field, what is expected)."""
    content, ours = Content(concept=list(concepts)), Content(concept=list(beside))
    found = sorted(thesaurus.check(content, ours))
    return [(one.where.removeprefix("concept "), one.field, one.expected.say(Language.EN)) for one in found]


def where(*concepts: ConceptSource, beside: tuple[ConceptSource, ...] = ()) -> list[tuple[str, str]]:
    return [(name, field) for name, field, _ in faults(*concepts, beside=beside)]


# ── labels ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("opvang", "opvang"),
        ("Opvang", "opvang"),
        ("crèche", "creche"),
        ("één loket", "een loket"),
        ("geen  oppas", "geen oppas"),
        ("e-learning", "e learning"),
        ("straße", "strasse"),
        ("ﬁets", "fiets"),
    ],
)
def test_a_label_is_the_same_to_a_reader(one: str, other: str) -> None:
    assert thesaurus.fold(one) == thesaurus.fold(other)
    assert where(concept("a", nl=one), concept("b", nl=other)) == [("a", "nl"), ("b", "nl")]
    assert where(concept("a", nl=f"x, {one}, {other}")) == [("a", "nl")]


@pytest.mark.parametrize(
    ("one", "other"), [("kop", "kopje"), ("geen oppas", "oppas geen"), ("be leid", "beleid"), ("c1", "c2")]
)
def test_other_labels_are_others(one: str, other: str) -> None:
    assert faults(concept("a", nl=one), concept("b", nl=other)) == []


def test_a_label_in_two_concepts_names_the_other_and_asks_why() -> None:
    found = faults(concept("a", nl="x, stigma"), concept("b", nl="stigma"))
    assert found == [
        ("a", "nl", "“stigma” stands in b too; say why in both, under `shared`"),
        ("b", "nl", "“stigma” stands in a too; say why in both, under `shared`"),
    ]


def test_a_label_may_be_shared_when_all_say_why() -> None:
    why = {"Stigma": "a label that is put on people, and a shame"}
    one, other = concept("a", nl="x, stigma", shared=why), concept("b", nl="stigma", shared=why)
    assert faults(one, other) == []
    assert where(one, concept("b", nl="stigma")) == [("b", "nl")]
    assert where(one, other, concept("c", nl="y, stigma")) == [("c", "nl")]


def test_a_shared_label_is_preferred_by_one_at_most() -> None:
    why = {"stigma": "means both"}
    found = faults(concept("a", nl="stigma", shared=why), concept("b", nl="stigma", shared=why))
    assert found == [("b", "nl", "“stigma” is the preferred label of a already")]


def test_the_two_languages_may_say_the_same() -> None:
    assert faults(concept("a", nl="stigma", en="stigma"), concept("b", nl="x", en="y")) == []
    assert faults(concept("a", nl="stigma", en="x"), concept("b", nl="y", en="stigma")) == []


@pytest.mark.parametrize("label", ["stigma", "nowhere"])
def test_a_reason_that_is_not_needed_is_dropped(label: str) -> None:
    found = faults(concept("a", nl="stigma", shared={label: "because"}), concept("b"))
    assert found == [("a", "shared", f"“{label}” does not stand in two concepts")]


def test_a_label_fits() -> None:
    assert faults(concept("a", nl="x" * 60)) == []
    assert faults(concept("a", en="x" * 61)) == [
        ("a", "en", f"expected at most 60 characters, found 61 (“{'x' * 61}”)")
    ]


@pytest.mark.parametrize("label", ["–", "!!!", "\u202e", "\u0301"])
def test_a_label_holds_a_word(label: str) -> None:
    assert faults(concept("a", nl=label))[0][2].startswith("expected a word, found ")


@pytest.mark.parametrize("fields", [{"scheme": "ESCO"}, {"term": "en a"}])
def test_an_established_term_names_its_vocabulary(fields: dict[str, str]) -> None:
    assert faults(concept("a", **fields)) == [("a", "term", "expected `scheme` and `term` together")]


def test_an_established_term_is_used() -> None:
    assert faults(concept("a", en="drop-out, quitting", scheme="Cedefop", term="Drop-out")) == []
    found = faults(concept("a", nl="dropout", en="quitting, dropout", scheme="Cedefop", term="dropout"))
    assert found == [("a", "term", "expected “dropout” as first English label")]


# ── hierarchy ───────────────────────────────────────────────────────────────────────────────────────


def test_nothing_is_broader_than_itself() -> None:
    circle = [concept("a", broader=["b"]), concept("b", broader=["c"]), concept("c", broader=["a"])]
    (found,) = faults(*circle, concept("d", broader=["a"]))
    assert found[:2] == ("a", "broader")
    assert found[2].startswith("this goes in a circle: ")
    assert all(name in found[2] for name in "abc")


def test_two_ways_up_are_no_circle() -> None:
    diamond = [concept("a"), concept("b", broader=["a"]), concept("c", broader=["a"]), concept("d", broader=["b", "c"])]
    assert faults(*diamond) == []


def test_what_is_broader_is_not_related_however_far_up_and_from_either_side() -> None:
    chain = [concept("a"), concept("b", broader=["a"]), concept("c", broader=["b"])]
    assert where(*chain[:2], concept("c", broader=["b"], related=["b"])) == [("c", "related")]
    assert where(*chain[:2], concept("c", broader=["b"], related=["a"])) == [("c", "related")]
    assert where(concept("a", related=["c"]), *chain[1:]) == [("a", "related")]
    assert faults(concept("a", related=["d"]), *chain[1:], concept("d")) == []


def test_levels_are_few() -> None:
    chain = [concept("a0")] + [concept(f"a{n}", broader=[f"a{n - 1}"]) for n in range(1, 9)]
    assert faults(*chain[:8]) == []
    assert faults(*chain) == [("a8", "broader", "expected at most 8 levels")]


def test_a_hostile_hierarchy_is_refused_soon() -> None:
    chain = [concept("a0")] + [concept(f"a{n}", broader=[f"a{n - 1}"], related=["a0"]) for n in range(1, 5_000)]
    assert len(faults(*chain)) == 1
    layers = [
        concept(f"l{level}-{n}", broader=[f"l{level - 1}-{m}" for m in range(20)] if level else [], related=["r"])
        for level in range(8)
        for n in range(20)
    ]
    assert faults(*layers, concept("r")) == []


@pytest.mark.parametrize("field", ["barriers", "drives"])
def test_a_group_of_people_predicts_nothing(field: str) -> None:
    group = concept("groups", group=True)
    assert where(concept("groups", group=True, **{field: ["x"]})) == [("groups", field)]
    assert where(group, concept("a", broader=["groups"], **{field: ["x"]})) == [("a", field)]
    under = (group, concept("a", broader=["groups"]))
    assert where(*under, concept("b", broader=["a"], **{field: ["x"]})) == [("b", field)]
    assert faults(*under, concept("c", related=["a"], themes=["t"], **{field: ["x"]})) == []


def test_a_link_to_nowhere_is_told_by_others() -> None:
    assert faults(concept("a", broader=["gone", "a"], related=["gone", "a"])) == []


def test_a_pack_stands_under_ours_and_may_use_our_labels() -> None:
    ours = (concept("groups", group=True), concept("a", nl="oppas", broader=["groups"]))
    assert faults(concept("pack-x-a", nl="oppas", broader=["a"]), beside=ours) == []
    assert where(concept("pack-x-a", broader=["a"], barriers=["x"]), beside=ours) == [("pack-x-a", "barriers")]
    assert where(concept("pack-x-a", broader=["a"], related=["groups"]), beside=ours) == [("pack-x-a", "related")]


# ── the build ───────────────────────────────────────────────────────────────────────────────────────


def test_the_build_checks_it_and_says_where(folder: ContentFolder) -> None:
    folder.change(THESAURUS, '["childcare", "babysitter"]', '["childcare", "Time"]')
    assert {problem[:3] for problem in folder.problems()} == {
        (THESAURUS, "concept c-opvang", "en"),
        (THESAURUS, "concept c-tijd", "en"),
    }


# ── ours ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def ours() -> list[ConceptSource]:
    return read_content(RESOURCES).concept


def test_how_many_concepts_and_labels(ours: list[ConceptSource]) -> None:
    assert len(ours) >= 240
    few = [one.id for one in ours if min(len(one.nl), len(one.en)) < FEWEST]
    assert few == []


def test_every_barrier_drive_and_theme_has_a_concept() -> None:
    content = read_content(RESOURCES)
    linked = Counter(target for one in content.concept for target in (*one.barriers, *one.drives, *one.themes))
    assert {table.id for table in (*content.barrier, *content.drive, *content.theme)} <= set(linked)


def test_the_groups_of_the_report_stand_together(ours: list[ConceptSource]) -> None:
    assert [one.id for one in ours if one.group] == ["c-target-groups"]
    under = {one.id for one in ours if "c-target-groups" in one.broader}
    assert {"c-migrants", "c-roma", "c-parents", "c-older-workers", "c-young-people", "c-disability"} <= under
    assert all(word not in label for one in ours if one.barriers for label in (*one.nl, *one.en) for word in _GROUPS)


def test_top_concepts_are_few_and_lead_to_everything(ours: list[ConceptSource]) -> None:
    tops = [one.id for one in ours if not one.broader]
    assert len(tops) <= 12
    assert all(any(top in one.broader for one in ours) for top in tops)
