"""Random conversations with a casebook beside them (`tests.conversation.machine`): what goes wrong is told, as short as it gets."""

import contextlib
import io
import traceback
from contextlib import closing

from hypothesis.stateful import run_state_machine_as_test

from guidance_kb.knowledge.library import Library
from tests.conversation.machine import ground, machine, played
from tests.soak.found import Found, Ground


def held(on: Ground) -> Found:
    """Holds as many as the row asks for, other ones every time."""
    found, said = Found(tried=on.count), io.StringIO()
    with closing(Library(on.knowledge)) as library, contextlib.redirect_stdout(said):
        try:
            run_state_machine_as_test(machine(ground(library, on.folder)), settings=played(on.count))
        except AssertionError as error:
            found.lost.append(_told(error))
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            found.tracebacks.append(_told(error))
    return found


def _told(error: Exception) -> str:
    """Where it went wrong, and the steps that hypothesis wrote beside it."""
    return "\n".join([*traceback.format_exception(error), *getattr(error, "__notes__", [])])
