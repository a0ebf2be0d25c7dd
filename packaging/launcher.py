"""Where the packaged program begins: with arguments the command line, without them the window."""

import sys

from guidance_kb.cli import main

sys.exit(main())
