"""An export on the command line that crashes, with words of a client in the error; started by `leaked`."""

import sys
from typing import NoReturn

from guidance_kb.cli import casebook, main
from tests.soak.casebook.telling import CODE, WORDS


def crash(*_: object) -> NoReturn:
    """Fails as a mistake of ours would."""
    raise ValueError(WORDS["notitie"], CODE)


if __name__ == "__main__":
    setattr(casebook, "everything_of", crash)  # noqa: B010 - in place of a name that the module has imported
    sys.exit(main(["casebook", "export", CODE, "--fd", "0"]))
