"""`make structure`: the size and the shape of the source as a table: modules, lines, repeated class names, circles of imports."""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from guidance_kb.paths import ROOT

_SOURCE: Final = ROOT / "src"
_SMALL: Final = 60
"""Number of lines under which a module with one importer usually belongs to that importer."""

_VERBAL: Final = re.compile(r"(ing|ed|en)$")
_NOUNS: Final = frozenset({"screen", "token", "string", "setting", "stem", "bed", "seed", "feed"})
"""Last words of module names that only look like participles."""


def main() -> None:
    """Print the table."""
    modules = {_name(path): path for path in sorted(_SOURCE.rglob("*.py"))}
    trees = {name: ast.parse(path.read_text("utf-8")) for name, path in modules.items()}
    importers = _importers(trees)
    classes = Counter(node.name for tree in trees.values() for node in tree.body if isinstance(node, ast.ClassDef))
    twice = sorted(name for name, times in classes.items() if times > 1)
    lines = {name: len(path.read_text("utf-8").splitlines()) for name, path in modules.items()}
    window = [name for name in modules if name.startswith("guidance_kb.ui")]
    verbal = sorted(name for name in modules if _is_verbal(name))
    small = [
        name
        for name, path in modules.items()
        if path.stem not in ("__init__", "__main__") and lines[name] < _SMALL and len(importers[name]) == 1
    ]
    circles = list(_circles(importers))
    rows = [
        ("modules in src", len(modules), ""),
        ("modules in ui", len(window), ""),
        ("lines in src", sum(lines.values()), ""),
        ("class names defined twice", len(twice), ", ".join(twice)),
        ("modules named by a gerund or a participle", len(verbal), ", ".join(name[12:] for name in verbal)),
        (f"modules under {_SMALL} lines with one importer", len(small), ", ".join(name[12:] for name in small)),
        ("modules over 500 lines", sum(size > 500 for size in lines.values()), ""),  # noqa: PLR2004 - as the row says
        ("circles of imports between folders of ui", len(circles), "; ".join(map(" ↔ ".join, circles))),
    ]
    print("| what | count | which |\n|---|---:|---|")  # noqa: T201
    for what, count, which in rows:
        print(f"| {what} | {count:,} | {which} |")  # noqa: T201


def _name(path: Path) -> str:
    return ".".join(path.relative_to(_SOURCE).with_suffix("").parts).removesuffix(".__init__")


def _is_verbal(name: str) -> bool:
    last = name.rpartition(".")[2].rpartition("_")[2]
    return bool(_VERBAL.search(last)) and last.removesuffix("s") not in _NOUNS


def _importers(trees: Mapping[str, ast.Module]) -> Mapping[str, set[str]]:
    """Return for each module the modules that import it, including late and type-only imports."""
    importers: dict[str, set[str]] = defaultdict(set)
    for name, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                imported = {each.name for each in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                whole = {f"{node.module}.{each.name}" for each in node.names}
                imported = {each if each in trees else node.module for each in whole}
            else:
                continue
            for each in imported & trees.keys() - {name}:
                importers[each].add(name)
    return importers


def _circles(importers: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of folders of `ui` that import each other."""
    pairs = {
        (_folder(importer), _folder(imported))
        for imported, several in importers.items()
        for importer in several
        if _folder(importer) and _folder(imported) and _folder(importer) != _folder(imported)
    }
    yield from sorted(pair for pair in pairs if pair[::-1] in pairs and pair < pair[::-1])


def _folder(name: str) -> str:
    parts = name.split(".")
    return parts[2] if name.startswith("guidance_kb.ui.") else ""


if __name__ == "__main__":
    main()
