"""Help is read on the command line too: nothing of it needs Qt or the network."""

import subprocess
import sys

CODE = """
import sys
from guidance_kb.help.articles import help_texts
assert len(help_texts()) > 80
assert not [name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6', 'ssl', 'urllib3')]
"""


def test_help_is_read_without_qt() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
