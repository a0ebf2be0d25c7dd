"""Compiles the Python code of the package and removes the source: fewer files to install, and no files written beside it later."""

import py_compile
import sys
import warnings
from pathlib import Path
from typing import Final

VERSION: Final = (3, 13)
"""The Python version of the package; another one cannot run the compiled code."""


def compile_folder(folder: Path) -> None:
    """Replace every `name.py` by `name.pyc`.

    Raises:
        SystemExit: This is not the Python version of the package.
        py_compile.PyCompileError: A file is not valid Python.
    """
    if sys.version_info[:2] != VERSION:
        sys.exit(
            "The Windows package is made with Python 3.13, which it carries. Make .venv with it: PYTHON=python3.13 make environment"
        )
    warnings.simplefilter("ignore", SyntaxWarning)  # raised by libraries that are older than this Python
    for source in sorted(folder.rglob("*.py")):
        py_compile.compile(
            str(source),
            cfile=str(source.with_suffix(".pyc")),
            dfile=source.relative_to(folder).as_posix(),  # the path shown in tracebacks, not a folder of this machine
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,  # the compiled file has no timestamp in it
        )
        source.unlink()
