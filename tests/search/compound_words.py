"""The table of compounds: what must be taken apart, and how, and what must stay whole."""

SPLITS = """
kinder+opvang kinderopvang+toeslag schulden+problematiek schuld+hulp schuld+hulpverlening taal+les taal+lessen taal+cursus
taal+cursussen taal+vaardigheid lees+probleem lees+problemen cursus+kosten school+uitval studie+uitval computer+cursus faal+angst
reken+angst school+angst nacht+dienst school+verlater school+verlaters studie+kosten studie+schuld studie+beurs
studie+toeslag zorg+toeslag reis+kosten reiskosten+vergoeding reis+tijd werk+tijd werk+tijden werk+ervaring werk+plek werk+stress
school+ervaring leer+ervaring leer+ervaringen leer+vraag leer+doel leer+doelen leer+plek leer+omgeving leer+identiteit
loopbaan+begeleiding loopbaan+advies loopbaan+punt arbeidsmarkt+informatie basis+vaardigheden
beroepskeuze+test volwassenen+onderwijs volwassenen+educatie gezin+taken zorg+taken wacht+lijst wacht+tijd avond+les avond+lessen
les+tijden les+locatie proef+les doelgroepen+beleid media+campagne radio+campagne tolken+telefoon buurt+huis wijk+team taal+huis
digitaal+huis vragen+lijst diploma+waardering subsidie+regeling geld+gebrek geld+zorgen geld+problemen tijd+gebrek woon+plek
zoek+vaardigheden schrijf+vaardigheid spreek+vaardigheid reken+vaardigheid nieuws+brief ouder+gesprek contact+moment thuis+situatie
boeken+geld actie+plan aanmeld+gesprek inschrijf+geld instap+moment instroom+moment leer+klimaat leer+proces leer+stijl leef+situatie
klant+manager klant+gericht kinder+dagverblijf kinder+bijslag kinder+arts huis+arts huur+toeslag huur+schuld huur+achterstand
minimum+loon bus+kaartje trein+kaartje trein+reis spreek+uur avond+uren familie+lid familie+leden werk+druk
werk+week werk+dag les+avond school+dag weekend+dienst weekend+cursus ploegen+dienst thuis+werk taal+toets taal+coach taal+stage
spoed+cursus studie+boeken studie+punten cursus+boek lees+angst examen+angst examen+vrees computer+vrees tiener+moeder uitstel+gedrag
uitzend+bureau uitzend+kracht vecht+scheiding vervolg+opleiding verwijs+brief voorbeeld+figuur vrienden+kring werk+vloer zorg+verzekering
zorg+premie zorg+kosten zorg+verlof ziekte+verlof schuld+sanering schulden+regeling schuld+bemiddeling budget+coach budget+beheer
faalangst+training email+adres bel+tegoed bel+afspraak straf+werk tand+arts slaap+problemen energie+rekening huis+vrouw hoge+school
leef+wereld loopbaan+dag carriere+switch web+pagina
"""

LINKED = {
    "scholingsbudget": ("scholing", "budget"),
    "opleidingsbudget": ("opleiding", "budget"),
    "gezondheidszorg": ("gezondheid", "zorg"),
    "gezondheidsproblemen": ("gezondheid", "problemen"),
    "inburgeringscursus": ("inburgering", "cursus"),
    "ervaringscertificaat": ("ervaring", "certificaat"),
    "bijstandsuitkering": ("bijstand", "uitkering"),
    "vrijwilligerswerk": ("vrijwilliger", "werk"),
    "onderwijsinstelling": ("onderwijs", "instelling"),
    "achterstandspositie": ("achterstand", "positie"),
    "beroepskeuze": ("beroep", "keuze"),
    "opleidingskosten": ("opleiding", "kosten"),
    "loopbaanbegeleidingsgesprek": ("loopbaanbegeleiding", "gesprek"),
    "tweedekansonderwijs": ("tweede", "kans", "onderwijs"),
    "leerwerktraject": ("leer", "werk", "traject"),
    "leerwerkplek": ("leer", "werkplek"),
    "arbeidsmarkt": ("arbeid", "markt"),
    "arbeidsbureau": ("arbeid", "bureau"),
    "beroependag": ("beroepen", "dag"),
    "betalingsregeling": ("betaling", "regeling"),
    "dorpshuis": ("dorp", "huis"),
    "inkomenseis": ("inkomen", "eis"),
    "toelatingseisen": ("toelating", "eisen"),
    "omgangsregeling": ("omgang", "regeling"),
    "ouderschapsverlof": ("ouderschap", "verlof"),
    "scholingsvoucher": ("scholing", "voucher"),
    "verblijfsvergunning": ("verblijf", "vergunning"),
    "verslavingsproblemen": ("verslaving", "problemen"),
    "zwangerschapsverlof": ("zwangerschap", "verlof"),
    "gezinssituatie": ("gezin", "situatie"),
    "mantelzorgtaken": ("mantelzorg", "taken"),
}
"""Compounds with letters between the parts, or of three parts."""

WHOLE = """
onderwijs vrijwilliger vrijwilligers vrijwillig begeleiding belemmering belangrijk verandering verantwoordelijk werkgever werknemer
werkloos werkloosheid onderzoek opleiding voldoende onvoldoende ondersteuning maatschappij gemeenschap vertrouwen verwachting
bijeenkomst samenwerking voorbeeld voorwaarde overheid toekomst ontwikkeling mogelijkheid persoonlijk gezelschap beslissing deelnemer
aanbeveling waardering gezondheid eenvoudig motivatie informatie communicatie situatie loopbaan loopbanen levensloop achterstand
tegenslag kwetsbaar zelfstandig verplichting netwerk landelijk tijdelijk nauwelijks wachtwoord hoofdstuk bijstand afstand voortgang
weerstand drijfveer nieuwsgierigheid volwassenen schaamte gemeente duitsland nederland ziekenhuis maatwerk leerkracht papierwerk
alleenstaand alleenstaande huishouden huishoudelijk hulpmiddel hulpmiddelen kleinkinderen richtlijnen vakbond vakantie tussentijds
vroegtijdig uitzichtloos uitzichtloze leeftijd bestuur bestuurders natuur cultuur structuur literatuur belangen belasting beleid belletje
maatregel maatregelen goedkoop goedkope kantoor kantoren ogenblik rechtvaardig rechtvaardigheid regelmaat dagelijkse jaarlijkse
stemmetje ouderwets drukkerij loterij noodzakelijk strafbare jongetje huurders beginners erover daarnaast waaraan planeten
onderwijzer verzekering verzekeringen vrijwilligheid verlangen verleden gevangenis
"""
