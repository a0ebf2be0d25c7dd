from datetime import date

import pytest

from guidance_kb.casebook.privacy.personal_data import PersonalDataKind, in_code, in_text

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("code", ["2026-014", "K-3", "WERK-17", "A12", "zk-2026-9", "7", "2026-1402", "20261124"])
def test_a_code_of_digits_and_capitals_raises_no_doubt(code: str) -> None:
    assert in_code(code, TODAY) == ()


@pytest.mark.parametrize(
    ("code", "doubt"),
    [
        ("fatima-82", PersonalDataKind.NAME),
        ("Jansen3", PersonalDataKind.NAME),
        ("Ali1", PersonalDataKind.NAME),
        ("19840312", PersonalDataKind.BIRTH_DATE),
        ("12031984", PersonalDataKind.BIRTH_DATE),
        ("120384-K", PersonalDataKind.BIRTH_DATE),
        ("12-03-1984", PersonalDataKind.BIRTH_DATE),
        ("111222333", PersonalDataKind.BSN),
        ("0612345678", PersonalDataKind.PHONE),
    ],
)
def test_a_code_that_looks_like_a_person_does(code: str, doubt: PersonalDataKind) -> None:
    assert doubt in in_code(code, TODAY)


def test_each_doubt_about_a_text_is_told_once() -> None:
    text = "mail a@b.nl of c@d.nl, BSN 111222333"
    assert in_text(text, TODAY) == (PersonalDataKind.EMAIL, PersonalDataKind.BSN)
    assert in_text("spreekt liever in de ochtend", TODAY) == ()
