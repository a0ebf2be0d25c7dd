"""What filters and their values are called on screen, in the language now in force."""

from typing import cast

from PySide6.QtCore import QObject

from guidance_kb.knowledge.model import Category, Kind
from guidance_kb.language import Language
from guidance_kb.search.query.plan import Field, Value
from guidance_kb.ui.core.names import KindNames


class FilterWords(QObject):
    """Says filters and values; a QObject so that Qt translates it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = KindNames(self)

    def field(self, field: Field) -> str:
        """The name of a filter."""
        names = {
            Field.KIND: self.tr("Kind"),
            Field.COUNTRY: self.tr("Country"),
            Field.CATEGORY: self.tr("Kind of barrier"),
            Field.BARRIER: self.tr("Barrier"),
            Field.DRIVE: self.tr("Drive"),
            Field.THEME: self.tr("Theme"),
        }
        return names[field]

    def value(self, field: Field, value: Value, language: Language) -> str:
        """The name of a value, short."""
        if field is Field.KIND:
            return self._names.kinds(cast("Kind", value.id))
        name = value.name.say(language)
        return name[:1].upper() + name[1:]

    def meaning(self, field: Field, value: Value) -> str:
        """What a value means, where its name does not say it: the kinds of barriers."""
        return self._names.category(cast("Category", value.id)) if field is Field.CATEGORY else ""
