"""`python -m tools.tour FOLDER`: takes the tour."""

import sys

from tools.tour.tour import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
