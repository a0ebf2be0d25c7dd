"""The counting of `make mutants` itself, on a few mutants."""

from itertools import islice

from guidance_kb.conversation import signals as rules
from guidance_kb.conversation.checklist import Checklist
from tests.mutants import Mutant, code_mutants, data_mutants, noticed_by


def test_the_rules_as_they_are_are_not_noticed(checklist: Checklist) -> None:
    assert noticed_by(Mutant("none", "as they are", rules, checklist)) is None


def test_every_piece_of_evidence_is_broken_in_four_ways(checklist: Checklist) -> None:
    mutants = list(data_mutants(checklist))
    assert len(mutants) == 4 * sum(len(item.evidence) for item in checklist.items.values())
    assert all(mutant.checklist != checklist for mutant in mutants)


def test_broken_evidence_is_noticed(checklist: Checklist) -> None:
    assert all(noticed_by(mutant) for mutant in islice(data_mutants(checklist), 8))


def test_broken_code_is_noticed_but_for_what_means_the_same(checklist: Checklist) -> None:
    """`any` and `all` mean the same in `level`: with one reason both ask for it, with more the number is enough."""
    mutants = list(code_mutants(checklist))
    assert len(mutants) > 30
    assert {mutant.what.partition(": ")[2] for mutant in mutants if not noticed_by(mutant)} <= {"any  →  all"}
