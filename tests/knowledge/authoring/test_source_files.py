"""Files that are not of the authoring format: each mistake with its file, table and field."""

import os
import sys
from pathlib import Path

import pytest

from guidance_kb.knowledge.authoring.build import read_content
from guidance_kb.knowledge.authoring.problems import ContentError
from tests.knowledge.authoring.folder import BASE, CHECKLIST, ENTRIES, SIGNALS, THESAURUS, ContentFolder

REQUIRED, NO_SUCH = "this field is required", "no field of this name exists"
FINDING, ADVICE = "entry tijd-kost-moeite", "entry aanbeveling-een"
EN_FINDING = """[entry.en]
title = "Making time is hard"
body = "People who care have *little* time."
ours = "Ask about the week."
dated = "This was so in 2022."
"""
SIGNAL = "Zorg staat leren mogelijk in de weg."


@pytest.mark.parametrize(
    "row",
    [
        # fields that are not there, or should not be
        (ENTRIES, EN_FINDING, "", FINDING, "en", REQUIRED),
        (CHECKLIST, 'en.name = "Home"', "", "theme t-home", "en", REQUIRED),
        (ENTRIES, 'title = "Begin today"', "", ADVICE, "en.title", REQUIRED),
        (ENTRIES, 'kind = "finding"', "", FINDING, "kind", REQUIRED),
        (ENTRIES, 'id = "aanbeveling-een"', "", "entry number 3", "id", REQUIRED),
        (BASE, 'authors = "Kerka"', "", "work kerka-2005", "authors", REQUIRED),
        (SIGNALS, 'also = "Perhaps only the hour does not fit."', "", "barrier care-duties", "en.also", REQUIRED),
        (SIGNALS, 'step_service = "Gaat na of er opvang is."', "", "barrier care-duties", "nl.step_service", REQUIRED),
        (SIGNALS, 'sections = ["1.1"]\ndrives_', "drives_", "barrier care-duties", "sections", REQUIRED),
        (SIGNALS, 'sections = ["1.1"]\ndrives_', "sections = []\ndrives_", "barrier care-duties", "sections", "at least 1 item"),
        (CHECKLIST, 'why = "Zorg kost tijd."', "", "item vraag-zorg", "nl.why", REQUIRED),
        (CHECKLIST, 'version = "2026.1"', "", "", "version", REQUIRED),
        (ENTRIES, 'kind = "finding"', 'kind = "finding"\nauthor = "ik"', FINDING, "author", NO_SUCH),
        (ENTRIES, 'title = "Begin today"', 'title = "Begin today"\nsubtitle = "x"', ADVICE, "en.subtitle", NO_SUCH),
        (BASE, '[[work]]\nid = "kerka-2005"', '[[works]]\nid = "kerka-2005"', "", "works", NO_SUCH),
        (THESAURUS, 'related = ["c-tijd"]', 'narrower = ["c-tijd"]', "concept c-opvang", "narrower", NO_SUCH),
        # values that are not what they should be
        (ENTRIES, "number = 1", 'number = "1"', ADVICE, "number", "valid integer, found '1'"),
        (ENTRIES, "number = 1", "number = 10", ADVICE, "number", "less than or equal to 9, found 10"),
        (ENTRIES, 'works = ["kerka-2005"]', 'works = "kerka-2005"', FINDING, "works", "valid list, found 'kerka-2005'"),
        (ENTRIES, 'works = ["kerka-2005"]', "works = [2005]", FINDING, "works.0", "valid string, found 2005"),
        (ENTRIES, 'kind = "finding"', 'kind = "fact"', FINDING, "kind", "'persona', 'method' or 'address', found 'fact'"),
        (ENTRIES, 'as_of = "2022"', 'as_of = "May 2022"', FINDING, "as_of", "found 'May 2022'"),
        (ENTRIES, 'as_of = "2022"', "as_of = 2022", FINDING, "as_of", "valid string, found 2022"),
        (ENTRIES, 'id = "aanbeveling-een"', 'id = "Aanbeveling_1"', "entry Aanbeveling_1", "id", "expected the form"),
        (ENTRIES, 'title = "Begin today"', 'title = "   "', ADVICE, "en.title", "at least 1 character"),
        (ENTRIES, 'title = "Begin today"', 'title = "Begin\\ntoday"', ADVICE, "en.title", "expected the form"),
        (ENTRIES, 'title = "Begin today"', 'title = "Begin today"\nours = "Do *this*."', ADVICE, "en.ours", "plain text without Markdown"),
        (BASE, "year = 2005", "year = 2023", "work kerka-2005", "year", "less than or equal to 2022"),
        (BASE, "interviewed = true", "interviewed = 1", "country slovenia", "interviewed", "valid boolean"),
        (BASE, 'name = "1.1"', 'name = ""', "section number 1", "name", "at least 1 character"),
        (SIGNALS, 'category = "situational"', 'category = "personal"', "barrier care-duties", "category", "'dispositional', 'situational'"),
        (SIGNALS, SIGNAL, "x" * 141, "barrier care-duties", "nl.signal", "at most 140 characters"),
        (SIGNALS, SIGNAL, " ", "barrier care-duties", "nl.signal", "at least 1 character"),
        (SIGNALS, "People nearby may make learning worthwhile.", "x" * 141, "drive social-nearness", "en.signal", "at most 140"),
        (SIGNALS, 'kind = "need"', 'kind = "wish"', "drive competence", "kind", "expected 'drive' or 'need', found 'wish'"),
        (CHECKLIST, 'version = "2026.1"', 'version = "one"', "", "version", "expected the form"),
        (CHECKLIST, 'state = "not_an_issue"', 'state = "declined"', "item vraag-zorg", "evidence.1.state", "found 'declined'"),
        (CHECKLIST, 'strength = "weak"', 'strength = "strong"', "item vraag-zorg", "evidence.1.strength", "'firm' or 'weak'"),
        (THESAURUS, 'nl = ["tijd"]', "nl = []", "concept c-tijd", "nl", "at least 1 item"),
        # tables of another shape
        (CHECKLIST, "[[item]]", "[item]", "", "item", "valid list"),
    ],
)  # fmt: skip
def test_mistake_is_reported_where_it_stands(folder: ContentFolder, row: tuple[str, str, str, str, str, str]) -> None:
    file, old, new, where, field, says = row
    folder.change(file, old, new)
    found = [problem for problem in folder.problems() if problem[:3] == (file, where, field)]
    assert len(found) == 1, folder.problems()
    assert says in found[0][3]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"[[entry]\n", "expected TOML: "),
        (b"id = \n", "expected TOML: Invalid value (at line 1"),
        (b"a = 1\na = 2\n", "expected TOML: Cannot overwrite a value"),
        (b"\xef\xbb\xbfa = 1\n", "expected TOML: "),
        (b"a = " + b"[" * 5000, "expected TOML: "),
        (b"a = " + b"1" * 5000, "expected TOML: "),
        ('a = "café"'.encode("latin-1"), "expected UTF-8 text, found another encoding at byte 8"),
    ],
    ids=["no bracket", "no value", "twice", "byte order mark", "too deep", "too long a number", "latin-1"],
)  # fmt: skip
def test_file_that_is_not_toml(folder: ContentFolder, text: bytes, says: str) -> None:
    (folder.root / "knowledge" / "odd.toml").write_bytes(text)
    [(file, where, field, expected)] = folder.problems()
    assert (file, where, field) == ("knowledge/odd.toml", "", "")
    assert expected.startswith(says)


def test_table_that_is_no_table(folder: ContentFolder) -> None:
    folder.add("thesaurus/odd.toml", "concept = [3]\n")
    [(file, where, field, expected)] = folder.problems()
    assert (file, where, field) == ("thesaurus/odd.toml", "concept number 1", "")
    assert "found 3" in expected


def test_every_broken_file_is_reported(folder: ContentFolder) -> None:
    folder.change(ENTRIES, "number = 1", 'number = "1"\nfoo = 2')
    folder.change(SIGNALS, SIGNAL, "")
    folder.add("thesaurus/odd.toml", "[")
    files = [problem[0] for problem in folder.problems()]
    assert files == [ENTRIES, ENTRIES, SIGNALS, "thesaurus/odd.toml"]


def test_folder_that_cannot_be_a_file(folder: ContentFolder) -> None:
    (folder.root / "knowledge" / "odd.toml").mkdir()
    [(file, _, _, expected)] = folder.problems()
    assert file == "knowledge/odd.toml"
    assert "cannot be read" in expected


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root and Windows may read everything")
def test_file_without_permission(folder: ContentFolder) -> None:
    (folder.root / ENTRIES).chmod(0)
    assert [problem[0] for problem in folder.problems()] == [ENTRIES]


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_folder_without_content(tmp_path: Path, name: str) -> None:
    with pytest.raises(ContentError, match="found none"):
        read_content(tmp_path / name)


def test_files_and_tables_keep_their_order(folder: ContentFolder) -> None:
    folder.add("knowledge/a/deep.toml", '[[work]]\nid = "eerst"\nauthors = "A"\n')
    content = read_content(folder.root)
    assert [work.id for work in content.work] == ["eerst", "kerka-2005", "carpentieri-2014"]
    assert [content.file_of(work) for work in content.work] == ["knowledge/a/deep.toml", BASE, BASE]
    assert content.versions == ["2026.1"]


def test_equal_tables_keep_their_own_file(folder: ContentFolder) -> None:
    folder.add("knowledge/zz.toml", '[[section]]\nname = "1.1"\nnl = "Aanleiding"\nen = "Background"\n')
    content = read_content(folder.root)
    assert [content.file_of(section) for section in content.section] == [BASE, BASE, "knowledge/zz.toml"]


def test_lines_end_as_they_like(folder: ContentFolder) -> None:
    folder.build()
    first = folder.target.read_bytes()
    for path in folder.root.rglob("*.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    folder.build()
    assert folder.target.read_bytes() == first
