from collections.abc import Sequence
from decimal import Decimal
from typing import TypedDict

class _Estimate(TypedDict):
    guesses: Decimal | int

def zxcvbn(password: str, user_inputs: Sequence[str] | None = ..., max_length: int = ...) -> _Estimate: ...
