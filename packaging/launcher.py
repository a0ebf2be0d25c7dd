"""Entry point of the packaged program: the command line, the window without a command, or the tour that tests the package."""

import sys
from pathlib import Path

if sys.argv[1:2] == ["--tour"]:
    from tools.tour.tour import run

    sys.exit(run(sys.argv[2:]))

if Path(sys.argv[0]).name == "guidance-kb-window":  # a link to the program, which the menu entry starts
    from guidance_kb.app import main as window

    sys.exit(window())

from guidance_kb.cli import main

sys.exit(main())
