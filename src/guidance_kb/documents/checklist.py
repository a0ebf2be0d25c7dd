"""The checklist and its rules as JSON values, for other tools (docs/command-line.md)."""

from typing import Any

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.model import Evidence, Item


def checklist_as_data(checklist: Checklist) -> dict[str, Any]:
    """Return the checklist as the casebook stores it and other tools read it; evidence has its target as `barrier` or as `drive`."""
    barriers = frozenset(checklist.barriers)
    return {
        "version": checklist.version,
        "denial_holds_back": True,  # decision 18; missing in older documents
        "themes": [
            {"id": theme.id, "nl": {"name": theme.name.nl}, "en": {"name": theme.name.en}}
            for theme in checklist.themes.values()
        ],
        "items": [item_as_data(item, barriers) for item in checklist.items.values()],
    }


def item_as_data(item: Item, barriers: frozenset[str]) -> dict[str, Any]:
    """Return one item; `barriers` are the ids of evidence targets that are barriers."""
    return {
        "id": item.id,
        "theme": item.theme,
        "core": item.core,
        "opens_after": list(item.opens_after),
        "sensitive": item.sensitive,
        "sections": list(item.sections),
        "evidence": [_evidence(evidence, barriers) for evidence in item.evidence],
        "nl": item.nl._asdict(),
        "en": item.en._asdict(),
    }


def _evidence(evidence: Evidence, barriers: frozenset[str]) -> dict[str, str]:
    kind = "barrier" if evidence.target in barriers else "drive"
    return {kind: evidence.target, "state": evidence.state, "strength": evidence.strength}
