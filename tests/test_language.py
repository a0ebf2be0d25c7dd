"""Names in the order in which one looks for them, and numbers as they are written."""

import pytest

from guidance_kb.language import Language, by_name, figure


@pytest.mark.parametrize(
    "expected",
    [
        ["Ede", "één", "eethuis", "Zeist"],
        ["ijsselstein", "IJsselstein 2", "ijsselstein 10", "inhoud"],
        ["Deel 1", "deel 2", "Deel 10", "Deel 10a"],
        ["K-2", "K-010", "k-10", "K-11", "L-1"],
        ["a", "Á", "b"],
        ["", "²", "x²", "x³"],
        ["0", "00", "1", "9" * 200, f"1{'0' * 200}"],
    ],
)
def test_the_order(expected: list[str]) -> None:
    mixed = expected[::-2] + expected[-2::-2]
    assert mixed != expected
    assert sorted(mixed, key=by_name) == expected


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [(0, "0", "0"), (999, "999", "999"), (12_000, "12.000", "12,000"), (1_234_567, "1.234.567", "1,234,567")],
)
def test_figures(number: int, dutch: str, english: str) -> None:
    assert (figure(number, Language.NL), figure(number, Language.EN)) == (dutch, english)
