"""What was found of a downloaded package, in sentences, and the next step."""

from collections.abc import Mapping
from typing import Final

from guidance_kb import __version__
from guidance_kb.help.package import Age, Checked, PackageForm, PackageVerdict
from guidance_kb.help.signature import Signature
from guidance_kb.language import Text

VERDICTS: Final[Mapping[PackageVerdict, Text]] = {
    PackageVerdict.MATCHES: Text(
        "Het bestand klopt met SHA256SUMS: het is heel overgekomen.",
        "The file matches SHA256SUMS: it arrived undamaged.",
    ),
    PackageVerdict.DIFFERS: Text(
        "Het bestand klopt niet met SHA256SUMS. Het is beschadigd of veranderd, of de lijst hoort bij een ander bestand.",
        "The file does not match SHA256SUMS. It is damaged or was changed, or the list belongs to another file.",
    ),
    PackageVerdict.NO_LIST: Text(
        "Naast dit bestand staat geen SHA256SUMS. Of het klopt, is dus niet te zeggen.",
        "There is no SHA256SUMS beside this file. So there is no telling whether it is right.",
    ),
    PackageVerdict.NOT_LISTED: Text(
        "SHA256SUMS noemt dit bestand niet. Heeft het nog de naam waarmee u het ophaalde, en hoort de lijst bij deze versie?",
        "SHA256SUMS does not name this file. Does it still have the name that you got it under, and is the list of this version?",
    ),
    PackageVerdict.UNCLEAR: Text(
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
    Signature.BAD: Text(
        "De handtekening onder SHA256SUMS klopt niet: de lijst is veranderd, of komt niet van de uitgever.",
        "The signature of SHA256SUMS is not right: the list was changed, or does not come from the publisher.",
    ),
    Signature.MISSING: Text(
        "De handtekening van de uitgever (SHA256SUMS.minisig) ontbreekt. Van wie het komt, is dus niet te zeggen.",
        "The publisher's signature (SHA256SUMS.minisig) is missing. So there is no telling who it comes from.",
    ),
}

_AGES: Final[Mapping[Age, Text]] = {
    Age.NEWER: Text("Het is versie {}; u hebt nu {}.", "It is version {}; you now have {}."),
    Age.SAME: Text(
        "Het is versie {}, dezelfde als u nu hebt. Opnieuw installeren hoeft alleen als er iets stuk is.",
        "It is version {}, the same as you have now. Installing it again is only needed when something is broken.",
    ),
    Age.OLDER: Text(
        "Het is versie {}: ouder dan wat u nu hebt ({}). Installeer het niet; een oudere versie begrijpt uw gegevens niet.",
        "It is version {}: older than what you have now ({}). Do not install it; an older version does not understand your data.",
    ),
    Age.UNKNOWN: Text(
        "Aan de naam is niet te zien welke versie het is, of dat het Guidance KB is.",
        "The name does not say which version it is, or that it is Guidance KB.",
    ),
}

_STEPS: Final[Mapping[PackageForm, Text]] = {
    PackageForm.DEB: Text(
        "Sluit het programma en open het bestand met het softwarecentrum, of laat uw beheerder het installeren: sudo apt install ./{}",
        "Close the program and open the file with the software centre, or let your administrator install it: sudo apt install ./{}",
    ),
    PackageForm.ARCHIVE: Text(
        "Sluit het programma, pak het bestand uit naast de oude map en start het uit de nieuwe. Is uw programma draagbaar, verplaats dan "
        "eerst de map data en portable.txt naar de nieuwe map: daar staan uw gegevens. Pas daarna kan de oude map weg.",
        "Close the program, unpack the file beside the old folder and start it from the new one. If your program is portable, first move "
        "the folder data and portable.txt to the new folder: your data is in there. Only then can the old folder go.",
    ),
    PackageForm.SETUP: Text(
        "Sluit het programma en open het bestand. Beheerdersrechten zijn niet nodig.",
        "Close the program and open the file. No administrator rights are needed.",
    ),
    PackageForm.ZIP: Text(
        "Sluit het programma. Verwijder in de oude map alleen de map program, pak het bestand uit over de oude map en start het weer. "
        "De map data, met uw gegevens, blijft staan.",
        "Close the program. In the old folder remove only the folder program, unpack the file over the old folder and start it again. "
        "The folder data, with your data in it, stays.",
    ),
    PackageForm.DISK: Text(
        "Sluit het programma, open het bestand en sleep Guidance KB naar Programma’s.",
        "Close the program, open the file and drag Guidance KB to Applications.",
    ),
    PackageForm.IMAGE: Text(
        "Sluit het programma, zet het bestand op de plek van het oude en maak het uitvoerbaar.",
        "Close the program, put the file in the place of the old one and make it executable.",
    ),
    PackageForm.BILL: Text(
        "Het is de lijst van onderdelen bij een pakket. Er is niets aan te installeren.",
        "It is the bill of materials of a package. There is nothing to install.",
    ),
    PackageForm.OTHER: Text(
        "Dit is geen pakket dat wij kennen. Vraag het na bij wie het u gaf.",
        "This is no package that we know. Ask whoever gave it to you.",
    ),
}

_NOT: Final = Text(
    "Installeer het niet. Haal het bestand en SHA256SUMS opnieuw op, of vraag het na bij uw organisatie of leverancier.",
    "Do not install it. Get the file and SHA256SUMS again, or ask your organisation or supplier.",
)

_NOT_YET: Final[Mapping[PackageVerdict | Signature, Text]] = {
    PackageVerdict.NO_LIST: Text(
        "Installeer het nog niet. Haal SHA256SUMS op van dezelfde plek als dit bestand, zet het ernaast en controleer opnieuw.",
        "Do not install it yet. Get SHA256SUMS from the same place as this file, put it beside it and check again.",
    ),
    PackageVerdict.NOT_LISTED: Text(
        "Installeer het nog niet. Geef het bestand zijn eigen naam terug of haal de SHA256SUMS van deze versie op, en controleer opnieuw.",
        "Do not install it yet. Give the file its own name back or get the SHA256SUMS of this version, and check again.",
    ),
    PackageVerdict.UNCLEAR: Text(
        "Installeer het nog niet. Haal SHA256SUMS opnieuw op van dezelfde plek als dit bestand, en controleer opnieuw.",
        "Do not install it yet. Get SHA256SUMS again from the same place as this file, and check again.",
    ),
    Signature.MISSING: Text(
        "Installeer het nog niet. Haal SHA256SUMS.minisig op van dezelfde plek als dit bestand, zet het ernaast en controleer opnieuw.",
        "Do not install it yet. Get SHA256SUMS.minisig from the same place as this file, put it beside it and check again.",
    ),
    Signature.BAD: Text(
        "Installeer het niet, ook als het bestand met die lijst klopt. Vraag het na bij uw organisatie of leverancier.",
        "Do not install it, even if the file matches that list. Ask your organisation or supplier.",
    ),
}
"""What would make it good, where something is missing rather than wrong; a bad signature is beyond that."""


def sentences(checked: Checked) -> list[Text]:
    """What was found and what to do next, the weightiest first; what does not matter any more is left out."""
    if checked.signature is Signature.BAD:
        return [SIGNATURES[Signature.BAD], _NOT_YET[Signature.BAD]]
    said = [VERDICTS[checked.verdict]]
    if checked.verdict is not PackageVerdict.MATCHES:
        return [*said, _NOT_YET.get(checked.verdict, _NOT)]
    said.append(SIGNATURES[checked.signature])
    if checked.form is not PackageForm.BILL:
        said.append(Text(*(text.format(checked.version, __version__) for text in _AGES[checked.age])))
    if checked.is_good:
        said.append(Text(*(text.format(checked.name) for text in _STEPS[checked.form])))
    elif checked.age is not Age.OLDER:
        said.append(_NOT_YET.get(checked.signature, _NOT))
    return said
