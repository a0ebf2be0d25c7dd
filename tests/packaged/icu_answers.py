"""Asks Qt what it takes from ICU, and prints the answers as JSON: order, dates, names of zones, breaks in text, other encodings.

Run as a program by test_icu.py, once with the ICU that Qt brings and once with the small one of the package.
"""

import json
import sys
from functools import cmp_to_key
from itertools import product

from PySide6.QtCore import (
    QByteArray,
    QCollator,
    QDate,
    QDateTime,
    QIODevice,
    QLocale,
    QStringConverter,
    Qt,
    QTextBoundaryFinder,
    QTextStream,
    QTime,
    QTimeZone,
    QUrl,
)

WORDS = (  # noqa: SIM905 - words are easier to read so
    "Zoë zoe Zoe élan elan Élan eiland ijs ijsje IJsland ĳs ij y yoghurt Ångström angst coöperatie cooperatie co-operatie reünie "
    "reunie één een ñ n ø o œuvre oeuvre ß ss SS straße strasse 10 9 2 item10 item9 'sluit- sluit “a” a-b ab a b æ ae ÿ ü u ὀδός "
    "Москва мама 中文 日本 😀"
).split()
SENTENCE = (
    "Dhr. Jansen zei: “Ik wil wél, maar…” Dan 's avonds 10.30 uur! Dat kost € 1.234,50. Zie §2.1.3. e\u0301en co-ouder, "
    "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN} a/b a\u00adb ok?"
)
LOCALES = ("nl_NL", "nl_BE", "nl", "en", "en_GB", "en_US")
ZONES = (b"Europe/Amsterdam", b"Europe/Brussels", b"Europe/London", b"America/Paramaribo", b"America/Curacao", b"UTC")


def order() -> dict[str, object]:
    """Every pair of words compared, in every locale and mode."""
    said: dict[str, object] = {}
    for name, numeric, case, ignoring in product(LOCALES, (False, True), Qt.CaseSensitivity, (False, True)):
        collator = QCollator(QLocale(name))
        collator.setNumericMode(numeric)
        collator.setCaseSensitivity(case)
        collator.setIgnorePunctuation(ignoring)
        key = f"{name} {numeric} {case.name} {ignoring}"
        said[key] = [
            sorted(WORDS, key=cmp_to_key(collator.compare)),
            [collator.compare(one, other) for one, other in product(WORDS, WORDS)],
        ]
    return said


def spoken() -> dict[str, object]:
    """Days, times, amounts, upper case and the names of time zones in every locale."""
    said: dict[str, object] = {}
    moment = QDateTime(QDate(2026, 11, 25), QTime(15, 4, 5), QTimeZone(QByteArray(b"Europe/Amsterdam")))
    for name in LOCALES:
        locale = QLocale(name)
        names = [
            QTimeZone(QByteArray(zone)).displayName(kind, QTimeZone.NameType.LongName, locale)
            for zone, kind in product(ZONES, (QTimeZone.TimeType.StandardTime, QTimeZone.TimeType.DaylightTime))
        ]
        said[name] = [
            locale.toString(moment, QLocale.FormatType.LongFormat),
            locale.toString(moment.date(), "dddd d MMMM yyyy"),
            locale.toString(1234567.891),
            locale.toCurrencyString(12.5),
            locale.toUpper("ijs straße i"),
            locale.toLower("IJS STRASSE Σ"),
            names,
        ]
    return said


def breaks() -> dict[str, list[str]]:
    """What may be broken where in a sentence."""
    said: dict[str, list[str]] = {}
    for kind in QTextBoundaryFinder.BoundaryType:
        finder = QTextBoundaryFinder(kind, SENTENCE)
        said[kind.name] = []
        for at in range(len(SENTENCE) + 1):
            finder.setPosition(at)
            said[kind.name].append(f"{finder.isAtBoundary()} {finder.boundaryReasons().value}")
    return said


def elsewhere() -> list[object]:
    """An address with letters that are not ASCII, the name that Windows gives a zone, and UTF-8 and Latin-1 read as such."""
    said: list[object] = [
        QUrl("http://bücher.example/").toEncoded().toStdString(),
        QTimeZone.ianaIdToWindowsId(QByteArray(b"Europe/Amsterdam")).toStdString(),
    ]
    written = QByteArray("één €".encode())  # a stream reads it where it is
    for encoding in (QStringConverter.Encoding.Utf8, QStringConverter.Encoding.Latin1):
        stream = QTextStream(written, QIODevice.OpenModeFlag.ReadOnly)
        stream.setEncoding(encoding)
        said.append(stream.readAll())
    return said


sys.stdout.write(json.dumps({"order": order(), "spoken": spoken(), "breaks": breaks(), "elsewhere": elsewhere()}))
