from datetime import date

import pytest

from guidance_kb.casebook.privacy.client_codes import Doubt, in_code, in_text

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("code", ["2026-014", "K-3", "WERK-17", "A12", "zk-2026-9", "7", "2026-1402", "20261124"])
def test_a_code_of_digits_and_capitals_raises_no_doubt(code: str) -> None:
    assert in_code(code, TODAY) == ()


@pytest.mark.parametrize(
    ("code", "doubt"),
    [
        ("fatima-82", Doubt.NAME),
        ("Jansen3", Doubt.NAME),
        ("Ali1", Doubt.NAME),
        ("19840312", Doubt.BIRTH_DATE),
        ("12031984", Doubt.BIRTH_DATE),
        ("120384-K", Doubt.BIRTH_DATE),
        ("12-03-1984", Doubt.BIRTH_DATE),
        ("111222333", Doubt.BSN),
        ("0612345678", Doubt.PHONE),
    ],
)
def test_a_code_that_looks_like_a_person_does(code: str, doubt: Doubt) -> None:
    assert doubt in in_code(code, TODAY)


def test_each_doubt_about_a_text_is_told_once() -> None:
    text = "mail a@b.nl of c@d.nl, BSN 111222333"
    assert in_text(text, TODAY) == (Doubt.EMAIL, Doubt.BSN)
    assert in_text("spreekt liever in de ochtend", TODAY) == ()
