"""The names of kinds and categories on screen, in the language now in force; the same as on paper (`documents/names.py`)."""

from PySide6.QtCore import QObject

from guidance_kb.knowledge.model import Category, Kind

KINDS: tuple[Kind, ...] = (
    "recommendation",
    "barrier",
    "drive",
    "need",
    "finding",
    "practice",
    "persona",
    "method",
    "address",
    "item",
    "help",
)
"""Every kind that can be found and opened."""


class KindNames(QObject):
    """Says what things are called; a QObject so that Qt translates it."""

    def kind(self, kind: Kind) -> str:
        """One thing of this kind."""
        names: dict[Kind, str] = {
            "finding": self.tr("Finding"),
            "practice": self.tr("Practice"),
            "recommendation": self.tr("Recommendation"),
            "persona": self.tr("Persona"),
            "method": self.tr("Method of the research"),
            "address": self.tr("Address"),
            "barrier": self.tr("Barrier"),
            "drive": self.tr("Drive"),
            "need": self.tr("Basic need"),
            "item": self.tr("Conversation item"),
            "help": self.tr("Help with the program"),
        }
        return names[kind]

    def kinds(self, kind: Kind) -> str:
        """Several things of this kind: the heading of a group."""
        names: dict[Kind, str] = {
            "finding": self.tr("Findings"),
            "practice": self.tr("Practices"),
            "recommendation": self.tr("Recommendations"),
            "persona": self.tr("Personas"),
            "method": self.tr("Method of the research"),
            "address": self.tr("Addresses"),
            "barrier": self.tr("Barriers"),
            "drive": self.tr("Drives"),
            "need": self.tr("Basic needs"),
            "item": self.tr("Conversation items"),
            "help": self.tr("Help with the program"),
        }
        return names[kind]

    def category(self, category: Category) -> str:
        """The kind of a barrier, in everyday words."""
        names: dict[Category, str] = {
            "dispositional": self.tr("in how someone sees learning (dispositional)"),
            "situational": self.tr("in someone's circumstances (situational)"),
            "institutional": self.tr("in the offer and its rules (institutional)"),
        }
        return names[category]
