"""`python -m tests.accessible.transcripts`: plays all scripts and writes what was said into docs/accessibility.md, between its markers."""

import re
import sys
from pathlib import Path

from guidance_kb.paths import knowledge_database
from tests.accessible import stage

PAGE = Path(__file__).parents[2] / "docs" / "accessibility.md"

_PLACE = re.compile(r"(<!-- said: (\w+) (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> int:
    """Writes them; says what is missing where there is no screen reader."""
    if lacking := stage.missing():
        sys.stderr.write(f"{lacking}\n")
        return 1
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_PLACE.sub(_played, page), encoding="utf-8")
    return 0


def _played(place: re.Match[str]) -> str:
    before, script, language, after = place.groups()
    program = stage.where_nothing_can_be_kept if script == "safe" else stage.from_source
    said = "\n".join(stage.play(script, language, program(knowledge_database())))
    return f"{before}```text\n{said}\n```\n{after}"


if __name__ == "__main__":
    sys.exit(main())
