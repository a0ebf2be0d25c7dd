from collections.abc import Sequence

from whoosh.qparser.syntax import GroupNode as GroupNode
from whoosh.qparser.syntax import TextNode as TextNode

class Plugin: ...

class QueryParser:
    def __init__(self, fieldname: str, schema: None, plugins: Sequence[Plugin] | None = ...) -> None: ...
    def process(self, text: str) -> GroupNode: ...

class FieldsPlugin(Plugin):
    def __init__(self, expr: str = ..., remove_unknown: bool = ...) -> None: ...

class PhrasePlugin(Plugin):
    class PhraseNode(TextNode): ...
    def __init__(self, expr: str = ...) -> None: ...

class PrefixPlugin(Plugin):
    class PrefixNode(TextNode): ...
    def __init__(self, expr: str | None = ...) -> None: ...

class PlusMinusPlugin(Plugin):
    def __init__(self, plusexpr: str = ..., minusexpr: str = ...) -> None: ...

class OperatorsPlugin(Plugin):
    def __init__(
        self,
        ops: None = ...,
        clean: bool = ...,
        And: str | None = ...,
        Or: str | None = ...,
        AndNot: str | None = ...,
        AndMaybe: str | None = ...,
        Not: str | None = ...,
        Require: str | None = ...,
    ) -> None: ...
