"""What looks personal in free text: found in every form, and few false alarms."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.casebook.privacy.personal_data import PersonalDataKind, found, is_bsn
from tests.casebook.people import TODAY
from tests.rows import rows


def _said(text: str) -> list[tuple[str, str]]:
    return [(piece.kind.value, text[piece.start : piece.end]) for piece in found(text, TODAY)]


@rows(
    ("text", "expected"),
    [
        ("BSN 111222333.", [("bsn", "111222333")]),
        ("nummer 123456782", [("bsn", "123456782")]),
        ("(1234.56.782)", [("bsn", "1234.56.782")]),
        ("123 456 782 en 123.456.782", [("bsn", "123 456 782"), ("bsn", "123.456.782")]),
        ("bsn-nummer: 123456782", [("bsn", "123456782")]),
        ("bsn is 10000008", [("bsn", "10000008")]),
        ("geb. 12-03-1984", [("birth_date", "12-03-1984")]),
        ("geboren op 5/6/84", [("birth_date", "5/6/84")]),
        ("12.3.1984", [("birth_date", "12.3.1984")]),
        ("1984-03-12, Utrecht", [("birth_date", "1984-03-12")]),
        ("op 12 maart 1984 geboren", [("birth_date", "12 maart 1984")]),
        ("12 mrt. 1984", [("birth_date", "12 mrt. 1984")]),
        ("March 12, 1984 and 3rd of May 1990", [("birth_date", "March 12, 1984"), ("birth_date", "3rd of May 1990")]),
        ("dochter, geboren 3-5-2024", [("birth_date", "3-5-2024")]),
        ("mail j.jansen+werk@post.voorbeeld.nl!", [("email", "j.jansen+werk@post.voorbeeld.nl")]),
        ("bel 06-12345678", [("phone", "06-12345678")]),
        ("bel 06 12 34 56 78.", [("phone", "06 12 34 56 78")]),
        ("0612345678, 06.12.34.56.78", [("phone", "0612345678"), ("phone", "06.12.34.56.78")]),
        ("+31 6 12345678 of +31(0)6-12345678", [("phone", "+31 6 12345678"), ("phone", "+31(0)6-12345678")]),
        ("0031612345678", [("phone", "0031612345678")]),
        ("010-123 45 67, (020) 123 45 67", [("phone", "010-123 45 67"), ("phone", "(020) 123 45 67")]),
        ("0123 - 456 789 na 9 uur", [("phone", "0123 - 456 789")]),
        ("06 12345678, a@b.nl, 111222333, 1-1-1980",
         [("phone", "06 12345678"), ("email", "a@b.nl"), ("bsn", "111222333"), ("birth_date", "1-1-1980")]),
    ],
)  # fmt: skip
def test_what_looks_personal_is_found_where_it_stands(text: str, expected: list[tuple[str, str]]) -> None:
    assert _said(text) == expected


@rows(
    "text",
    [
        "", "een gewone notitie", "€ 111222333", "€111.222.333,00", "111222333 euro", "111.222.333,-", "123456789",
        "000000000", "in 1984 of 2026", "3511 AB Utrecht", "1234AB", "artikel 123456782-A", "nr. A111222333", "12345678",
        "afspraak 12-12-2026 om 10.30", "op 1 december 2026", "2026-11-24", "31-02-1980", "12-13-1984", "99-99-1999",
        "sinds 12-03-2005 werkloos", "per 1 maart 2010", "§3.4.8", "versie 2.10.3", "12-3-84", "tussen 10:00 en 11:30",
        "09.00-10.30 11.00-12.30", "0800-1234", "14 020", "112", "0900 123", "op een schaal van 0 1 2 3 4 5 6 7 8 9",
        "NL91 ABNA 0417 1643 00", "NL91ABNA0417164300", "06-12-2026 03:00", "twitter @naam", "a@b", "1/2/3", "1.234,56",
        "0612345678901", "dossier 2026-001", "06123456", "40 uur, 12 weken, 3 x 8", "20-25 jaar", "16 november 2025",
    ],
)  # fmt: skip
def test_what_is_ordinary_raises_no_alarm(text: str) -> None:
    assert _said(text) == []


_WORDS = st.sampled_from(["", "cliënt zegt ", "\n", "(", "nummer: ", "é "])
_AFTER = st.sampled_from(["", " en meer", ".", ",\n", ")", "; daarna"])


def _checked(digits: list[int]) -> str | None:
    """Eight digits with a last one that makes a BSN, if there is one."""
    check = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
    return None if check > 9 or not any(digits) else "".join(map(str, [*digits, check]))


_BSNS = st.lists(st.integers(0, 9), min_size=8, max_size=8).map(_checked).filter(bool).map(str)


@given(_WORDS, _BSNS, _AFTER)
def test_every_bsn_is_found(before: str, bsn: str, after: str) -> None:
    assert _said(before + bsn + after) == [("bsn", bsn)]


@given(_BSNS, st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_no_bsn(bsn: str, place: int, more: int) -> None:
    wrong = bsn[:place] + str((int(bsn[place]) + more) % 10) + bsn[place + 1 :]
    assert is_bsn(bsn)
    assert not is_bsn(wrong)
    assert _said(wrong) == []


_FORMS = ("{d}-{m}-{y}", "{d:02}/{m:02}/{y}", "{y}-{m:02}-{d:02}", "{d} {nl} {y}", "{en} {d}, {y}")
_NL = ["jan", "februari", "mrt", "april", "mei", "juni", "juli", "augustus", "sept", "oktober", "november", "dec"]
_EN = ["January", "Feb", "March", "April", "May", "June", "July", "Aug", "September", "Oct", "November", "December"]


@given(_WORDS, st.dates(date(1917, 1, 1), date(2014, 12, 31)), st.sampled_from(_FORMS), _AFTER)
def test_every_plausible_birth_date_is_found(before: str, born: date, form: str, after: str) -> None:
    text = form.format(d=born.day, m=born.month, y=born.year, nl=_NL[born.month - 1], en=_EN[born.month - 1])
    assert _said(before + text + after) == [("birth_date", text)]


@given(
    st.dates(date(2015, 1, 1), date(2060, 12, 31)) | st.dates(date(1500, 1, 1), date(1915, 12, 31)),
    st.sampled_from(_FORMS),
)
def test_no_other_date_is_a_birth_date(day: date, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year, nl=_NL[day.month - 1], en=_EN[day.month - 1])
    assert _said(f"afspraak {text} om 10.00 uur") == []


@given(
    _WORDS,
    st.sampled_from(["06-{0}", "06 {0}", "+316{0}", "0031 6 {0}", "(06) {0}"]),
    st.integers(10_000_000, 59_999_999),
    _AFTER,
)
def test_every_mobile_number_is_found(before: str, form: str, number: int, after: str) -> None:
    text = form.format(number)
    assert _said(before + text + after) == [("phone", text)]


@given(st.integers(0, 999_999_999), st.sampled_from(["€ {:,.2f}", "€{:,d}", "{} euro", "EUR {},-", "{:,d},-"]))
def test_no_amount_raises_an_alarm(amount: int, form: str) -> None:
    dutch = form.format(amount).translate(str.maketrans(",.", ".,"))
    assert _said(f"een schuld van {dutch}") == []


@given(st.text())
def test_any_text_gives_pieces_in_order_without_overlap(text: str) -> None:
    pieces = found(text, TODAY)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in pieces)
    assert all(first.end <= second.start for first, second in pairwise(pieces))
    assert {piece.kind for piece in pieces} <= set(PersonalDataKind)
