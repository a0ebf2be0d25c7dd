from guidance_kb.cli.output import WIDTH
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.library import Library
from tests.cli.conftest import Run


def test_json(run: Run, checklist: Checklist) -> None:
    data = run("checklist", "--json").json
    assert list(data) == ["version", "denial_holds_back", "themes", "items"]
    assert data["version"] == checklist.version
    assert [item["id"] for item in data["items"]] == list(checklist.items)
    for item in data["items"]:
        assert list(item) == ["id", "theme", "core", "opens_after", "sensitive", "sections", "evidence", "nl", "en"]
        assert (
            list(item["nl"]) == list(item["en"]) == ["label", "topic", "open", "softer", "follow_up", "observe", "why"]
        )
        for evidence in item["evidence"]:
            assert next(iter(evidence)) in ("barrier", "drive")
            assert list(evidence)[1:] == ["state", "strength"]


def test_to_read(run: Run, checklist: Checklist) -> None:
    out = run("checklist").out
    assert out.startswith(f"Checklist {checklist.version}\n")
    assert "geen gevalideerde test" in out
    assert all(item in out for item in checklist.items)
    assert "not a validated test" in run("checklist", "--lang", "en").out


def test_rules_in_words(run: Run, library: Library) -> None:
    out = run("checklist", "--rules").out
    assert all(f"\n{known.nl.name} (" in out for known in (*library.barriers.values(), *library.drives.values()))
    assert "Nu bespreken als de cliënt dit noemt" in out
    assert max(map(len, out.splitlines())) <= WIDTH
    assert "Discuss now when the client names this" in run("checklist", "--rules", "--lang", "en").out


def test_one_form_at_a_time(run: Run) -> None:
    assert run("checklist", "--rules", "--json").code == 2


def test_an_empty_form_as_a_page(run: Run, checklist: Checklist) -> None:
    core, whole = (run("checklist", "--form", kind).out for kind in ("core", "whole"))
    for html in (core, whole):
        assert html.startswith('<!DOCTYPE html>\n<html lang="nl">')
    deeper = [item.nl.open for item in checklist.items.values() if not item.core]
    assert all(each in whole for each in deeper)
    assert not any(each in core for each in deeper)
    assert "First conversation: the core" in run("checklist", "--form", "core", "--lang", "en").out
