"""Compiles the Python of the package and leaves its source out: fewer files to install, and nothing is written beside it later."""

import py_compile
import sys
import warnings
from pathlib import Path
from typing import Final

VERSION: Final = (3, 13)
"""Of the Python in the package: no other can run what is compiled here."""


def compile_folder(folder: Path) -> None:
    """Puts `name.pyc` in the place of every `name.py`.

    Raises:
        SystemExit: This is not the Python that the package carries.
        py_compile.PyCompileError: A file is no Python.
    """
    if sys.version_info[:2] != VERSION:
        sys.exit(
            "The Windows package is made with Python 3.13, which it carries. Make .venv with it: PYTHON=python3.13 make environment"
        )
    warnings.simplefilter("ignore", SyntaxWarning)  # of libraries that are older than this Python
    for source in sorted(folder.rglob("*.py")):
        py_compile.compile(
            str(source),
            cfile=str(source.with_suffix(".pyc")),
            dfile=source.relative_to(folder).as_posix(),  # what an error's place names; not a folder of this machine
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,  # no time of a file in it
        )
        source.unlink()
