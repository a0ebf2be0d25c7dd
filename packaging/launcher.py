"""Where the packaged program begins: the command line, the window without a command, or the tour that tests it as packaged."""

import sys

if sys.argv[1:2] == ["--tour"]:
    from guidance_kb.tour import run

    sys.exit(run(sys.argv[2:]))

from guidance_kb.cli import main

sys.exit(main())
