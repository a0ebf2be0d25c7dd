"""Whether what stands in a field is what the store holds: a field is never set back to what was written before the last key."""


class FieldSync:
    """What was written of one text, and what is still on its way.

    Attributes:
        text: What the store holds, as far as is known.
    """

    def __init__(self, text: str = "") -> None:
        self.text = text
        self._under_way = 0

    def begin(self) -> None:
        """Something is being written; if that fails, it is on its way for good, and is written again with the next."""
        self._under_way += 1

    def done(self, text: str) -> None:
        """`text` was written."""
        self.text = text
        self._under_way -= 1

    def follows(self, shown: str) -> bool:
        """Whether a field that shows `shown` may be set to what the store holds now: nothing in it or of it is unwritten."""
        return not self._under_way and shown == self.text
