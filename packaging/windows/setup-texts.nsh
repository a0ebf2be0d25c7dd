; What the setup says. English and Dutch; the rest of its pages has texts of NSIS.
LangString WHAT_IT_IS ${LANG_ENGLISH} "What is known about reaching and motivating adults, at hand during a conversation"
LangString WHAT_IT_IS ${LANG_DUTCH} "Wat bekend is over volwassenen bereiken en motiveren, bij de hand tijdens een gesprek"

LangString INSTALLED ${LANG_ENGLISH} "Guidance KB ${VERSION} is installed. It is in the Start menu. It uses no network, and keeps records of clients on this computer only."
LangString INSTALLED ${LANG_DUTCH} "Guidance KB ${VERSION} is geïnstalleerd en staat in het menu Start. Het gebruikt geen netwerk, en bewaart dossiers van cliënten alleen op deze computer."

LangString IS_OPEN ${LANG_ENGLISH} "Guidance KB is open. Save what you are working on, close it, and try again."
LangString IS_OPEN ${LANG_DUTCH} "Guidance KB is geopend. Bewaar waaraan u werkt, sluit het, en probeer het opnieuw."

LangString NEWER_IS_THERE ${LANG_ENGLISH} "Guidance KB $1 is installed, and this is the older version ${VERSION}. An older version may not be able to read your data, so nothing was changed. To go back all the same, start this setup with /ALLOWDOWNGRADE."
LangString NEWER_IS_THERE ${LANG_DUTCH} "Guidance KB $1 is geïnstalleerd, en dit is de oudere versie ${VERSION}. Een oudere versie kan uw gegevens misschien niet lezen; daarom is er niets gewijzigd. Wilt u toch terug, start deze installatie dan met /ALLOWDOWNGRADE."

LangString TOO_OLD ${LANG_ENGLISH} "Guidance KB needs Windows 10 version 1809 or newer. Nothing was changed."
LangString TOO_OLD ${LANG_DUTCH} "Guidance KB heeft Windows 10 versie 1809 of nieuwer nodig. Er is niets gewijzigd."

LangString DATA_STAYS ${LANG_ENGLISH} "Only the program is removed. Your records and settings stay, in the folder $Data"
LangString DATA_STAYS ${LANG_DUTCH} "Alleen het programma wordt verwijderd. Uw dossiers en instellingen blijven staan, in de map $Data"
