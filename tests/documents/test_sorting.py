"""Names in the order in which one looks for them."""

import pytest

from guidance_kb.documents.sorting import by_name


@pytest.mark.parametrize(
    "expected",
    [
        ["Ede", "één", "eethuis", "Zeist"],
        ["ijsselstein", "IJsselstein 2", "ijsselstein 10", "inhoud"],
        ["Deel 1", "deel 2", "Deel 10", "Deel 10a"],
        ["a", "Á", "b"],
        ["", "²", "x²", "x³"],
    ],
)
def test_the_order(expected: list[str]) -> None:
    mixed = expected[::-2] + expected[-2::-2]
    assert mixed != expected
    assert sorted(mixed, key=by_name) == expected
