"""Check for recent errors: class, place in the code and time; never their messages."""

from typing import Final

from guidance_kb.doctor.check import Check, same
from guidance_kb.language import Text
from guidance_kb.reports import ErrorFile

_ADVICE: Final = Text(
    "Stuur het rapport aan wie u helpt; er staat niets over cliënten in. Daarna kunt u het wissen.",
    "Send the report to whoever helps you; it holds nothing about clients. After that you can erase it.",
)


def check(file: ErrorFile) -> Check:
    """Report the stored error reports."""
    kept, name = file.all(), Text("Recente fouten", "Recent errors")
    if not kept:
        return Check("errors", name, "ok", Text("geen", "none"))
    times, last = sum(each.times for each in kept), kept[-1]
    told = f"{times}: {last.when[:10]} {last.line}"
    return Check("errors", name, "note", same(told), _ADVICE)
