"""A small checklist in words, for rules that must hold whatever the real one says."""

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.model import Evidence, Item, ItemText, ItemTheme
from guidance_kb.language import Text

_TEXT = ItemText("label", "topic", "open", "softer", "follow_up", "observe", "why")
DRIVES = ("d-near", "d-sure")


def small(text: str) -> Checklist:
    """Makes a checklist of lines `item theme | evidence … | after …`.

    An item whose name ends in `?` is sensitive, one that comes `after` others is deeper. Evidence is a target, with `!` where it is firm
    and `-` before it where "not an issue" is what points to it; `d-near` and `d-sure` are drives, everything else is a barrier.
    """
    items = [_item(line) for line in text.strip().splitlines()]
    targets = dict.fromkeys(evidence.target for item in items for evidence in item.evidence)
    barriers = tuple(target for target in targets if target not in DRIVES)
    themes = {item.theme: ItemTheme(item.theme, Text(item.theme, item.theme)) for item in items}
    return Checklist("2026.1", themes, {item.id: item for item in items}, DRIVES, barriers)


def _item(line: str) -> Item:
    head, evidence, after = (cell.split() for cell in [*line.split("|"), "", ""][:3])
    pieces = tuple(
        Evidence(
            piece.strip("-!"),
            "not_an_issue" if piece.startswith("-") else "named",
            "firm" if piece.endswith("!") else "weak",
        )
        for piece in evidence
    )
    name, theme = head
    return Item(
        name.rstrip("?"), theme, not after, ("1.1",), pieces, _TEXT, _TEXT, tuple(after), sensitive=name.endswith("?")
    )
