"""The bar that says what went wrong, above the room that is shown."""

from guidance_kb.errors import KnownError
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.banner import Banner


class MessageBar(Banner):
    """One message, until it is put away or another comes."""

    def __init__(self, services: Services) -> None:
        super().__init__(services.theme, icon="triangle-alert")
        self._services = services

    def tell(self, error: KnownError) -> None:
        """Says it, in the language now in force."""
        self.say(error.say(self._services.language))
