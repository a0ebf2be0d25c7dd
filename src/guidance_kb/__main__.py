"""Entry point of `python -m guidance_kb`, the same as `guidance-kb`."""

import sys

from guidance_kb.cli import main

if __name__ == "__main__":
    sys.exit(main())
