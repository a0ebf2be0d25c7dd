"""What a screen reader calls things and how they stand, in both languages; as Orca says it."""

from gi.repository import Atspi

_BUTTON = getattr(Atspi.Role, "BUTTON", None) or Atspi.Role.PUSH_BUTTON  # its name before AT-SPI 2.54

ROLES = {
    Atspi.Role.ALERT: ("waarschuwing", "alert"),
    Atspi.Role.APPLICATION: ("toepassing", "application"),
    _BUTTON: ("knop", "button"),
    Atspi.Role.CHECK_BOX: ("keuzevakje", "check box"),
    Atspi.Role.COMBO_BOX: ("keuzelijst", "combo box"),
    Atspi.Role.DATE_EDITOR: ("datumveld", "date editor"),
    Atspi.Role.DIALOG: ("venster", "dialog"),
    Atspi.Role.DOCUMENT_FRAME: ("document", "document"),
    Atspi.Role.DOCUMENT_TEXT: ("document", "document"),
    Atspi.Role.FILLER: ("deel", "part"),
    Atspi.Role.FRAME: ("venster", "window"),
    Atspi.Role.LABEL: ("tekst", "text"),
    Atspi.Role.LINK: ("link", "link"),
    Atspi.Role.LIST: ("lijst", "list"),
    Atspi.Role.LIST_ITEM: ("regel", "list item"),
    Atspi.Role.PANEL: ("deel", "panel"),
    Atspi.Role.PASSWORD_TEXT: ("wachtwoordveld", "password field"),
    Atspi.Role.RADIO_BUTTON: ("keuzerondje", "radio button"),
    Atspi.Role.SCROLL_PANE: ("deel", "scroll pane"),
    Atspi.Role.SPIN_BUTTON: ("getalveld", "spin button"),
    Atspi.Role.TABLE: ("tabel", "table"),
    Atspi.Role.TABLE_CELL: ("cel", "cell"),
    Atspi.Role.TEXT: ("invoerveld", "edit box"),
    Atspi.Role.TREE: ("boom", "tree"),
}
"""Of the roles that the program has: Dutch, English. Any other is named as AT-SPI names it."""


def role(of: Atspi.Accessible, language: str) -> str:
    """What kind of thing it is."""
    known = ROLES.get(of.get_role())
    return of.get_role_name() if known is None else known[language == "en"]


def states(of: Atspi.Accessible, language: str) -> list[str]:
    """How it stands, as far as that is worth saying."""
    has = of.get_state_set().contains
    said = []
    if of.get_role() in (Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON) or has(Atspi.StateType.CHECKABLE):
        said.append(("aan", "checked") if has(Atspi.StateType.CHECKED) else ("uit", "not checked"))
    if has(Atspi.StateType.EXPANDED):
        said.append(("uitgeklapt", "expanded"))
    elif has(Atspi.StateType.EXPANDABLE):
        said.append(("ingeklapt", "collapsed"))
    if has(Atspi.StateType.HAS_POPUP):
        said.append(("heeft een menu", "has a menu"))
    if not has(Atspi.StateType.SENSITIVE):
        said.append(("niet beschikbaar", "unavailable"))
    return [each[language == "en"] for each in said]
