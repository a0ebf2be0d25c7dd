from guidance_kb.conversation.checklist import Checklist
from guidance_kb.documents.checklist import checklist_as_data
from guidance_kb.knowledge.library import Library


def test_every_piece_of_evidence_names_its_target(library: Library, checklist: Checklist) -> None:
    data = checklist_as_data(checklist)
    for given, item in zip(data["items"], checklist.items.values(), strict=True):
        for piece, evidence in zip(given["evidence"], item.evidence, strict=True):
            kind = "barrier" if evidence.target in library.barriers else "drive"
            assert piece == {kind: evidence.target, "state": evidence.state, "strength": evidence.strength}
        assert given["opens_after"] == list(item.opens_after)
        assert given["sensitive"] is item.sensitive
    assert {theme["id"] for theme in data["themes"]} == {item["theme"] for item in data["items"]}
