from guidance_kb.ui.start.start_cards import StartCards
from guidance_kb.ui.start.view import StartView


def rest_of(view: StartView) -> StartCards:
    """The cards that come after the first paint, which is over."""
    assert view.rest is not None
    return view.rest
