"""What was found of a downloaded package, in sentences, and the next step."""

from collections.abc import Mapping
from typing import Final

from guidance_kb import __version__
from guidance_kb.help.package import Age, Checked, Form, Verdict
from guidance_kb.help.signature import Signature
from guidance_kb.language import Text

VERDICTS: Final[Mapping[Verdict, Text]] = {
    Verdict.MATCHES: Text(
        "Het bestand klopt met SHA256SUMS: het is heel overgekomen.",
        "The file matches SHA256SUMS: it arrived undamaged.",
    ),
    Verdict.DIFFERS: Text(
        "Het bestand klopt niet met SHA256SUMS. Het is beschadigd of veranderd.",
        "The file does not match SHA256SUMS. It is damaged or was changed.",
    ),
    Verdict.NO_LIST: Text(
        "Naast dit bestand staat geen SHA256SUMS. Of het klopt, is dus niet te zeggen.",
        "There is no SHA256SUMS beside this file. So there is no telling whether it is right.",
    ),
    Verdict.NOT_LISTED: Text(
        "SHA256SUMS noemt dit bestand niet. Heeft het nog de naam waarmee u het ophaalde?",
        "SHA256SUMS does not name this file. Does it still have the name that you got it under?",
    ),
    Verdict.UNCLEAR: Text(
        "SHA256SUMS is niet te lezen, of spreekt zichzelf tegen.",
        "SHA256SUMS cannot be read, or contradicts itself.",
    ),
}

SIGNATURES: Final[Mapping[Signature, Text]] = {
    Signature.NOT_CONFIGURED: Text(
        "Van wie het komt, is niet gecontroleerd: dit programma heeft daar geen sleutel voor. Haal het alleen op bij uw organisatie of "
        "leverancier.",
        "Who it comes from was not checked: this program has no key for that. Get it only from your organisation or supplier.",
    ),
    Signature.GOOD: Text("De handtekening van de uitgever klopt.", "The publisher's signature is right."),
    Signature.BAD: Text("De handtekening klopt niet.", "The signature is not right."),
    Signature.MISSING: Text(
        "De handtekening van de uitgever (SHA256SUMS.minisig) ontbreekt.",
        "The publisher's signature (SHA256SUMS.minisig) is missing.",
    ),
}

_AGES: Final[Mapping[Age, Text]] = {
    Age.NEWER: Text("Het is versie {}; u hebt nu {}.", "It is version {}; you now have {}."),
    Age.SAME: Text("Het is versie {}, dezelfde als u nu hebt.", "It is version {}, the same as you have now."),
    Age.OLDER: Text(
        "Het is versie {}: ouder dan wat u nu hebt ({}). Installeer het niet; een oudere versie begrijpt uw gegevens niet.",
        "It is version {}: older than what you have now ({}). Do not install it; an older version does not understand your data.",
    ),
    Age.UNKNOWN: Text(
        "Aan de naam is niet te zien welke versie het is, of dat het Guidance KB is.",
        "The name does not say which version it is, or that it is Guidance KB.",
    ),
}

_STEPS: Final[Mapping[Form, Text]] = {
    Form.DEB: Text(
        "Sluit het programma en open het bestand met het softwarecentrum, of laat uw beheerder het installeren: sudo apt install ./{}",
        "Close the program and open the file with the software centre, or let your administrator install it: sudo apt install ./{}",
    ),
    Form.ARCHIVE: Text(
        "Sluit het programma, pak het bestand uit naast de oude map en start het daaruit. De oude map kan daarna weg.",
        "Close the program, unpack the file beside the old folder and start it from there. The old folder can then go.",
    ),
    Form.SETUP: Text(
        "Sluit het programma en open het bestand. Beheerdersrechten zijn niet nodig.",
        "Close the program and open the file. No administrator rights are needed.",
    ),
    Form.ZIP: Text(
        "Sluit het programma, pak het bestand uit over de oude map en start het weer. De map data en portable.txt blijven staan.",
        "Close the program, unpack the file over the old folder and start it again. The folder data and portable.txt stay.",
    ),
    Form.DISK: Text(
        "Sluit het programma, open het bestand en sleep Guidance KB naar Programma's.",
        "Close the program, open the file and drag Guidance KB to Applications.",
    ),
    Form.IMAGE: Text(
        "Sluit het programma, zet het bestand op de plek van het oude en maak het uitvoerbaar.",
        "Close the program, put the file in the place of the old one and make it executable.",
    ),
    Form.OTHER: Text(
        "Dit is geen pakket dat wij kennen. Vraag het na bij wie het u gaf.",
        "This is no package that we know. Ask whoever gave it to you.",
    ),
}

_NOT: Final = Text(
    "Installeer het niet. Haal het bestand en SHA256SUMS opnieuw op, of vraag het na bij uw organisatie of leverancier.",
    "Do not install it. Get the file and SHA256SUMS again, or ask your organisation or supplier.",
)


def sentences(checked: Checked) -> list[Text]:
    """What was found and what to do next, the weightiest first."""
    said = [VERDICTS[checked.verdict]]
    if checked.verdict is not Verdict.NO_LIST:
        said.append(SIGNATURES[checked.signature])
    age = _AGES[checked.age]
    said.append(Text(*(text.format(checked.version, __version__) for text in age)))
    if checked.is_good:
        said.append(Text(*(text.format(checked.name) for text in _STEPS[checked.form])))
    elif checked.age is not Age.OLDER or checked.verdict is not Verdict.MATCHES:
        said.append(_NOT)
    return said
