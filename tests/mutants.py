"""Breaks the rules of the conversation one at a time, and counts how many of the broken ones the tests notice.

Run by `make mutants` (`python -m tests.mutants`). Two kinds of mutants:

* of the data: each piece of evidence in the checklist with its strength flipped, its state changed, left out, or pointing elsewhere;
* of the code: `conversation/signals.py` with one comparison, condition, constant, choice or argument changed.

A mutant is noticed when one of the checks of `tests.conversation.rules` fails on it. Prints a table; the
exit code is 1 below the goal.
"""

import ast
import sys
import tempfile
import time
import types
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path

from guidance_kb.conversation import signals as real
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.authoring.build import build
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Evidence
from guidance_kb.paths import RESOURCES, SQL
from tests.conversation.rules import Rules, all_checks

GOAL = 0.90


@dataclass(frozen=True, slots=True)
class Mutant:
    """One broken version of the rules: what was done, and the code and checklist that hold it."""

    kind: str
    what: str
    rules: Rules
    checklist: Checklist


# ── data ────────────────────────────────────────────────────────────────────────────────────────


def data_mutants(checklist: Checklist) -> Iterator[Mutant]:
    """Every piece of evidence, broken in each of four ways."""
    targets = [*checklist.drives, *checklist.barriers]
    for item in checklist.items.values():
        for n, evidence in enumerate(item.evidence):
            taken = {other.target for other in item.evidence}
            start = targets.index(evidence.target)
            elsewhere = next(t for t in targets[start:] + targets[:start] if t not in taken)
            changes: dict[str, tuple[Evidence, ...]] = {
                "strength flipped": (evidence._replace(strength="weak" if evidence.strength == "firm" else "firm"),),
                "state changed": (evidence._replace(state="not_an_issue" if evidence.state == "named" else "named"),),
                "left out": (),
                "points elsewhere": (evidence._replace(target=elsewhere),),
            }
            for kind, new in changes.items():
                broken = item._replace(evidence=(*item.evidence[:n], *new, *item.evidence[n + 1 :]))
                items = {**checklist.items, item.id: broken}
                yield Mutant(f"data: {kind}", f"{item.id} → {evidence.target}", real, replace(checklist, items=items))


# ── code ────────────────────────────────────────────────────────────────────────────────────────

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
}
_NAMES = {"any": "all", "all": "any", "CLIENT": "OBSERVED", "OBSERVED": "CLIENT"}
_NAMES |= {
    "NOT_AN_ISSUE": "NAMED",
    "DECLINED": "NOT_DISCUSSED",
    "DISCUSS_NOW": "FOR_INFORMATION",
    "FOR_INFORMATION": "DISCUSS_NOW",
    "barriers": "drives",
    "drives": "barriers",
}
"""What can stand in the place of a name without making nonsense of the code."""


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What one node of the code can be changed into."""
    yield from _changed_statement(node)
    yield from _changed_value(node)
    yield from _changed_name(node)


def _changed_statement(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.If(test, body, orelse):
            yield "condition turned round", ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
            yield "condition always true", ast.If(ast.Constant(value=True), body, orelse)
            yield "condition never true", ast.If(ast.Constant(value=False), body, orelse)
        case ast.Return():
            yield "returns nothing", ast.Return(ast.Constant(value=None))
        case ast.IfExp(test, body, orelse):
            yield "choice turned round", ast.IfExp(test, orelse, body)


def _changed_value(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.Compare(left, [op], right):
            for other in _COMPARISONS.get(type(op), ()):
                yield "comparison", ast.Compare(left, [other()], right)
        case ast.BoolOp(op, values):
            yield "and ↔ or", ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
            for n in range(len(values)):
                rest = values[:n] + values[n + 1 :]
                yield "condition left out", rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.Constant(bool(value)):
            yield "constant", ast.Constant(not value)
        case ast.Constant(int(value)):
            yield "constant", ast.Constant(value + 1)
            yield "constant", ast.Constant(value - 1)
        case ast.Constant(str(value)):
            yield "constant", ast.Constant(f"{value}?")


def _changed_name(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.Name("any" | "all" as name, context):
            yield "name", ast.Name(_NAMES[name], context)
        case ast.Attribute(value, name, context) if name in _NAMES:
            yield "name", ast.Attribute(value, _NAMES[name], context)
        case ast.Tuple([first, second, *rest], ast.Load() as context):
            yield "order", ast.Tuple([second, first, *rest], context)
            yield "part left out", ast.Tuple([first, *rest], context)
            yield "part left out", ast.Tuple([second, *rest], context)


def code_mutants(checklist: Checklist) -> Iterator[Mutant]:
    """`signals.py` with one place in the body of a function changed."""
    path = Path(str(real.__file__))
    source = path.read_text("utf-8")
    tree = ast.parse(source)
    for where, kind, old, new, broken in _broken(tree):
        module = types.ModuleType(f"{real.__name__}_mutant")
        sys.modules[module.__name__] = module  # dataclasses look their module up
        exec(compile(ast.fix_missing_locations(broken), str(path), "exec"), module.__dict__)  # noqa: S102 - our own source
        yield Mutant(f"code: {kind}", f"line {where}: {old}  →  {new}", module, checklist)
    sys.modules.pop(f"{real.__name__}_mutant", None)


def _broken(tree: ast.Module) -> Iterator[tuple[int, str, str, str, ast.Module]]:
    """Every change of every place: its line, kind, old and new code, and the module that holds it."""
    for n, node in enumerate(_places(tree)):
        for kind, new in _changes(node):
            if ast.dump(new) != ast.dump(node):
                yield (
                    getattr(node, "lineno", 0),
                    kind,
                    _short(node),
                    _short(new),
                    _put(deepcopy(tree), n, deepcopy(new)),
                )


def _places(tree: ast.Module) -> list[ast.AST]:
    """Every node in the bodies of the functions, without docstrings and annotations."""
    bodies = [part for f in tree.body if isinstance(f, ast.FunctionDef) for part in f.body]
    code = [part for part in bodies if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))]
    return [node for part in code for node in ast.walk(part)]


def _put(tree: ast.Module, n: int, new: ast.AST) -> ast.Module:
    """`tree` with its place number `n` replaced."""
    old = _places(tree)[n]
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, field, new)
            elif isinstance(value, list):
                value[:] = [new if part is old else part for part in value]
    return tree


def _short(node: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(node)).replace("\n", " ")[:60]


# ── running ─────────────────────────────────────────────────────────────────────────────────────


def noticed_by(mutant: Mutant) -> str | None:
    """The first check that fails on the mutant, or None."""
    for name, check in all_checks():
        try:
            check(mutant.rules, mutant.checklist)
        except Exception:  # noqa: BLE001 - a mutant that crashes is noticed too, whatever it raises
            return name
    return None


def real_checklist() -> Checklist:
    """The checklist of the real content."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "knowledge.db"
        build(RESOURCES, SQL / "knowledge.sql", target, lambda _: None)  # the rules need no search index
        library = Library(target)
        checklist = Checklist.of(library)
        library.close()
        return checklist


def main() -> int:
    """Runs all mutants, prints the table, and returns 0 when the goal is met."""
    begun = time.monotonic()
    checklist = real_checklist()
    if broken := noticed_by(Mutant("none", "the rules as they are", real, checklist)):
        sys.stdout.write(f"The rules as they are do not pass “{broken}”: mend that first.\n")
        return 1
    made, seen, by, survivors = Counter[str](), Counter[str](), Counter[str](), list[Mutant]()
    for mutant in (*data_mutants(checklist), *code_mutants(checklist)):
        made[mutant.kind] += 1
        if name := noticed_by(mutant):
            seen[mutant.kind] += 1
            by[name.partition(":")[0]] += 1
        else:
            survivors.append(mutant)
    score = seen.total() / made.total()
    lines = [f"{'mutants':32}{'made':>6}{'noticed':>9}"]
    lines += [f"{kind:32}{made[kind]:6}{seen[kind]:9}" for kind in sorted(made)]
    lines += [f"{'all':32}{made.total():6}{seen.total():9}   {score:.1%} (goal {GOAL:.0%})"]
    lines += ["first noticed by: " + ", ".join(f"{name} {count}" for name, count in by.most_common())]
    lines += [f"not noticed: {mutant.kind}: {mutant.what}" for mutant in survivors]
    lines += [f"{time.monotonic() - begun:.0f} s"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if score >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
