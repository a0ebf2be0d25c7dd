"""Serves the knowledge database with Datasette, for colleagues in a browser: `make publish`, docs/publish.md.

    python packaging/publish/serve.py [--database FILE] [--host 127.0.0.1] [--port 8001]

Read-only and immutable. Only this computer reaches it unless a host is named.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from metadata import HERE, ROOT, metadata

TOOLS = ROOT / "build" / "tools" / "publish" / ("Scripts" if sys.platform == "win32" else "bin")
LOCAL = "127.0.0.1"
SETTINGS = {
    "sql_time_limit_ms": "2000",
    "max_returned_rows": "1000",
    "default_page_size": "50",
    "facet_time_limit_ms": "500",
}


def command(database: Path, told: Path, host: str, port: int) -> list[str]:
    """Return the command line of Datasette: an immutable database, without writing and without cross-site requests."""
    settings = [word for name, value in SETTINGS.items() for word in ("--setting", name, value)]
    place = ["--host", host, "--port", str(port), "--metadata", str(told), "--plugins-dir", str(HERE / "plugins")]
    return [str(TOOLS / "datasette"), "serve", "--immutable", str(database), *place, *settings]


def main() -> int:
    """Write the metadata and run Datasette until it is stopped."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", type=Path, default=ROOT / "build" / "knowledge.db")
    parser.add_argument("--host", default=LOCAL)
    parser.add_argument("--port", type=int, default=8001)
    asked = parser.parse_args()
    told = ROOT / "build" / "publish" / "metadata.json"
    told.parent.mkdir(parents=True, exist_ok=True)
    told.write_text(json.dumps(metadata(asked.database), ensure_ascii=False, indent=1), "utf-8")
    if asked.host != LOCAL:
        print(f"Everybody who can reach {asked.host} can read the knowledge. It holds no client data.", file=sys.stderr)  # noqa: T201
    folding = os.environ | {"PYTHONPATH": str(ROOT / "src")}  # the plugin folds words as the index does
    try:
        return subprocess.run(
            command(asked.database, told, asked.host, asked.port), env=folding, check=False
        ).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
