from collections.abc import Iterator

class SyntaxNode:
    fieldname: str | None
    startchar: int
    endchar: int

class GroupNode(SyntaxNode):
    nodes: list[SyntaxNode]
    def __iter__(self) -> Iterator[SyntaxNode]: ...

class AndGroup(GroupNode): ...
class OrGroup(GroupNode): ...
class AndNotGroup(GroupNode): ...

class TextNode(SyntaxNode):
    text: str

class WordNode(TextNode): ...
