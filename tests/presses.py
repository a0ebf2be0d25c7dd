"""Lists the tests that press a widget rather than a place on the screen, and fails for those that may not (`make lint`).

A call such as `QTest.mouseClick(widget)`, `button.click()` or `qtbot.keyClick(field, …)` finds its widget wherever it is: scrolled
away, covered, or without the keyboard. A hand does not, so tests press with `tests/hand.py`.

Run: `python -m tests.presses`
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ALLOWED: Final = {
    "tests/hand.py": "the hand itself",
    "tests/test_hand.py": "what the hand can do",
    "tests/benchmarks/": "time is measured from the event on; a hand takes 90 ms",
    "tests/watchdog/": "what holds the window up is measured; a hand takes 90 ms",
    "tests/ui/widgets/": "the widget itself is what is tested",
    "tests/ui/test_actions.py": "an action of assistive technology is compared with a click, also of what is out of sight",
}
"""Which tests may press widgets, and why; a folder ends in a slash."""

_OF_QT: Final = frozenset(
    {
        "mouseClick",
        "mousePress",
        "mouseRelease",
        "mouseDClick",
        "mouseMove",
        "keyClick",
        "keyClicks",
        "keyPress",
        "keyRelease",
        "keySequence",
    }
)
_OF_BUTTONS: Final = frozenset({"click", "animateClick"})
_SIGNALS: Final = frozenset(
    {"clicked", "pressed", "released", "anchorClicked", "activated", "doubleClicked", "triggered"}
)

_TESTS: Final = Path(__file__).parent


def presses(source: str) -> Iterator[tuple[int, str]]:
    """The lines of a test file in which a widget is pressed, and how."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        called, of = node.func.attr, node.func.value
        owner = of.id if isinstance(of, ast.Name) else of.attr if isinstance(of, ast.Attribute) else ""
        if called in _OF_QT and owner.lstrip("_") in {"QTest", "qtbot", "bot"}:
            yield node.lineno, f"{owner}.{called}"
        elif called in _OF_BUTTONS and not node.args and not node.keywords:
            yield node.lineno, f".{called}()"
        elif called == "emit" and isinstance(of, ast.Attribute) and of.attr in _SIGNALS:
            yield node.lineno, f".{of.attr}.emit()"


def allowed(name: str) -> bool:
    """Whether a test file may press widgets."""
    return any(name == each or (each.endswith("/") and name.startswith(each)) for each in ALLOWED)


def main() -> int:
    """Prints what presses widgets and may not; 1 when there is any."""
    found = 0
    for path in sorted(_TESTS.rglob("*.py")):
        name = path.relative_to(_TESTS.parent).as_posix()
        if allowed(name):
            continue
        for line, how in presses(path.read_text(encoding="utf-8")):
            found += 1
            sys.stdout.write(f"{name}:{line}: {how} presses a widget; press the place with tests/hand.py\n")
    return min(found, 1)


if __name__ == "__main__":
    sys.exit(main())
