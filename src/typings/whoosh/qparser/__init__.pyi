from collections.abc import Mapping, Sequence

from whoosh.fields import Schema
from whoosh.qparser.syntax import AndGroup as AndGroup
from whoosh.qparser.syntax import GroupNode as GroupNode
from whoosh.qparser.syntax import OrGroup as OrGroup
from whoosh.qparser.syntax import TextNode as TextNode
from whoosh.query import Query

class Plugin: ...

class QueryParser:
    def __init__(self, fieldname: str, schema: None, plugins: Sequence[Plugin] | None = ...) -> None: ...
    def process(self, text: str) -> GroupNode: ...

class MultifieldParser:
    def __init__(
        self,
        fieldnames: Sequence[str],
        schema: Schema,
        fieldboosts: Mapping[str, float] | None = ...,
        *,
        group: type[GroupNode] = ...,
    ) -> None: ...
    def parse(self, text: str) -> Query: ...

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
