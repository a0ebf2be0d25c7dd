"""The map as lists: everything by kind and part, and the links of the thing in hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from guidance_kb.knowledge.graph import Graph, Node

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of some rows, with how many these are."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A row that leads somewhere: the id of a thing, its title and what is said of it below that."""

    id: str
    title: str
    below: str


Row = Heading | LinkLine


class ListingModel(QAbstractListModel):
    """Rows under headings, for lists and screen readers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """All rows in order."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place(self, identifier: str | None) -> QModelIndex:
        """Where the row of a thing is; an invalid index if it has none."""
        found = next(
            (n for n, row in enumerate(self._rows) if isinstance(row, LinkLine) and row.id == identifier), None
        )
        return QModelIndex() if found is None else self.index(found)

    def line(self, index: Index) -> LinkLine | None:
        """The row at `index`; None for a heading or nothing."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, LinkLine) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's name and default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """The text of a row; for a screen reader with what is said of it."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title if isinstance(row, LinkLine) else f"{row.words} · {row.count}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}. {row.below}" if isinstance(row, LinkLine) else f"{row.words}: {row.count}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen; the keys step over them."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if isinstance(self._rows[index.row()], LinkLine) else Qt.ItemFlag.NoItemFlags


def everything(
    nodes: Sequence[Node], heading: Callable[[Node], str], title: Callable[[Node], str], below: Callable[[Node], str]
) -> list[Row]:
    """All these things under the headings of their parts."""
    rows: list[Row] = []
    for _, group in groupby(nodes, key=lambda node: (node.kind, node.part)):
        together = list(group)
        rows.append(Heading(heading(together[0]), len(together)))
        rows += [LinkLine(node.id, title(node), below(node)) for node in together]
    return rows


def links(
    graph: Graph,
    of: Mapping[str, bool],
    heading: Callable[[Node], str],
    title: Callable[[Node], str],
    below: Callable[[Node, bool], str],
) -> list[Row]:
    """The links of a thing under the kinds that they go to; `of` says of each whether it is ours."""
    rows: list[Row] = []
    linked = [node for node in graph.nodes if node.id in of]
    for _, group in groupby(linked, key=lambda node: node.kind):
        together = list(group)
        rows.append(Heading(heading(together[0]), len(together)))
        rows += [LinkLine(node.id, title(node), below(node, of[node.id])) for node in together]
    return rows
