from guidance_kb.cli.search import plan_as_data, plan_lines
from guidance_kb.language import Language
from guidance_kb.search.index.postings import match_text
from guidance_kb.search.query.plan import Addition, Correction
from tests.search.planning import PLANNER


def test_every_way_of_being_found_is_a_line_and_the_match_text_is_the_plans() -> None:
    plan = PLANNER.plan("drempel -kosten land:ierland land:atlantis", Language.NL)
    lines = list(plan_lines(plan))
    patterns = [
        pattern for clause in plan.clauses for term in clause for each in Language for pattern in term.patterns(each)
    ]
    assert sum(line.startswith("   ") for line in lines) == len(patterns)
    assert "filter country: ireland" in lines
    assert "excluded kosten" in lines
    assert "unknown atlantis" in lines
    assert f"match nl {match_text(plan, Language.NL)}" in lines


def test_what_was_taken_away_is_told() -> None:
    plan = PLANNER.plan("drempel", Language.NL).without(frozenset({Addition("drempel", "belemmering")}))
    lines = list(plan_lines(plan))
    assert "removed drempel: belemmering" in lines
    assert not any("← belemmering" in line for line in lines)


def test_as_data_for_other_tools() -> None:
    plan = PLANNER.plan("drempl", Language.NL, (Correction("drempl", "drempel"),))
    data = plan_as_data(plan)
    assert data["corrections"] == [{"typed": "drempl", "meant": "drempel"}]
    assert data["clauses"][0][0]["concepts"] == ["c-barrier"]
    assert data["match"]["en"] == match_text(plan, Language.EN)
