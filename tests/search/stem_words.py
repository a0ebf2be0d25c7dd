"""The tables of inflection: on each line of the first two the forms of one word, which must meet; then pairs that must stay apart."""

MEET_NL = """
drempel drempels
belemmering belemmeringen belemmeren belemmert belemmerd
barrière barrières
drijfveer drijfveren
motief motieven
motivatie motivaties motiveren motiveert motiveerde gemotiveerd gemotiveerde
demotiveren gedemotiveerd demotivatie
kind kinderen kindje kindjes kinder
schoolkind schoolkinderen
kleinkind kleinkinderen
ouder ouders
oudere ouderen
jongere jongeren
volwassene volwassenen volwassen
gezin gezinnen
mantelzorg mantelzorger mantelzorgers
laaggeletterd laaggeletterde laaggeletterden laaggeletterdheid
werkloos werkloze werklozen werkloosheid
werkzoekende werkzoekenden
alleenstaand alleenstaande alleenstaanden
dakloos dakloze daklozen
gedetineerde gedetineerden
vluchteling vluchtelingen
vrijwilliger vrijwilligers vrijwillig vrijwillige
cliënt cliënten client clienten
cursist cursisten
deelnemen deelneemt deelgenomen deelname deelnemer deelnemers
begeleiden begeleidt begeleidde begeleid begeleiding begeleider begeleiders
adviseren adviseert geadviseerd
advies adviezen
adviseur adviseurs
gesprek gesprekken gesprekje
afspraak afspraken afspreken afgesproken
uitspraak uitspraken
opleiding opleidingen opgeleid opgeleiden opleiden
cursus cursussen cursusje
taalcursus taalcursussen
taalles taallessen
groepsles groepslessen
module modules
voornemen voornemens
les lessen lesje
school scholen schooltje
basisschool basisscholen
scholing bijscholing geschoold geschoolden
toets toetsen
leestoets leestoetsen
examen examens
eindexamen eindexamens
diploma diploma's diplomas
certificaat certificaten
competentie competenties
vaardigheid vaardigheden
mogelijkheid mogelijkheden mogelijk mogelijke
leren leert leerde leerden geleerd lerende
lezen lees leest las gelezen lezer
schrijven schrijf schrijft schreef geschreven
rekenen reken rekent rekende gerekend
rekening rekeningen
leerrekening leerrekeningen
spreken spreek spreekt sprak gesproken
bespreken bespreekt besprak besproken
oefenen oefen oefent oefende geoefend oefening oefeningen
studeren studeer studeert studeerde gestudeerd
studie studies
studiebeurs studiebeurzen
beurs beurzen
beurt beurten
student studenten
leraar leraren
docent docenten
psycholoog psychologen
bibliotheek bibliotheken
gemeente gemeenten gemeentes
overheid overheden
gevangenis gevangenissen
stad steden
website websites
vacature vacatures
campagne campagnes
programma programma's
thema thema's
foto foto's fotos
idee ideeën
categorie categorieën
kopie kopieën
strategie strategieën
relatie relaties
locatie locaties
actie acties
organisatie organisaties organiseren organiseert georganiseerd
informatie informeren informeert geïnformeerd
evaluatie evaluaties evalueren
registratie registreren geregistreerd
niveau niveaus
bureau bureaus
centrum centra
banencentrum banencentra
kans kansen
mens mensen
grens grenzen
leeftijdsgrens leeftijdsgrenzen
plaats plaatsen
werkplaats werkplaatsen
proces processen
adres adressen
succes successen
bedrijf bedrijven
loopbaan loopbanen
baan banen baantje
werk werken werkt werkte werkten gewerkt
samenwerken samenwerkt samengewerkt samenwerking
solliciteren solliciteert solliciteerde gesolliciteerd sollicitatie sollicitaties
inschrijven inschrijft ingeschreven inschrijving inschrijvingen
aanmelden aanmeldt aangemeld aanmelding aanmeldingen
aanvragen aanvraag aanvraagt aangevraagd
uitnodigen uitnodigt uitgenodigd uitnodiging uitnodigingen
verwijzen verwijst verwees verwezen verwijzing
doorverwijzen doorverwijst doorverwezen doorverwijzing
uitsluiten uitsluit uitgesloten uitsluiting
afsluiten afgesloten afsluit
afmaken afmaakt afgemaakt
meedoen meedoet meedeed meegedaan
meenemen meeneemt meenam meegenomen
volhouden volhield volgehouden
doorleren doorgeleerd
uitstellen uitstelt uitgesteld
uitleggen uitlegt uitgelegd uitleg
opgeven opgeeft opgaf opgegeven
opvangen opvangt opving opgevangen
ontvangen ontvangt ontving
ontstaan ontstaat ontstond
bestaan bestaat bestond
voorkomen voorkomt voorkwam
vastlopen vastliep vastgelopen
tegenhouden tegenhoudt tegengehouden
bereiken bereik bereikt bereikte
betalen betaal betaalt betaalde betaald betaling
vergoeden vergoed vergoeding
erkennen erkent erkend erkenning
herkennen herkent herkende herkend
verplichten verplicht verplichte verplichting verplichtingen
ondersteunen ondersteunt ondersteunde ondersteund ondersteuning
verbeteren verbetert verbeterde verbeterd verbetering
veranderen verandert veranderde veranderd verandering veranderingen
verouderen veroudert verouderd verouderde
versnipperen versnipperd versnippering
ontwikkelen ontwikkelt ontwikkeld ontwikkeling
vertellen vertel vertelt vertelde verteld
vergelijken vergelijkt vergeleken vergelijking
verbinden verbindt verbonden verbinding
verliezen verliest verloor verloren
verdelen verdeelt verdeeld verdeling
waarderen waardeert gewaardeerd waardering
vertrouwen vertrouw vertrouwt vertrouwde
schaamte schamen schaamt schaamde geschaamd
verslaving verslaafd verslaafde
scheiden scheidt gescheiden scheiding
angst angsten
bang bange banger
eenzaam eenzame eenzamer eenzaamheid
nieuwsgierig nieuwsgierige nieuwsgierigheid
gezond gezonde gezondheid
ziek zieke zieken ziekte ziekten ziektes
kwetsbaar kwetsbare kwetsbaarder kwetsbaarst
belangrijk belangrijke belangrijker belangrijkste
moeilijk moeilijke moeilijker moeilijkst moeilijkste
makkelijk makkelijke makkelijker
lastig lastige lastiger lastigste
digitaal digitale
individueel individuele
intellectueel intellectuele
sociaal sociale
financieel financiële financiën
situationeel situationele
probleem problemen probleempje
schuld schulden
taal talen
lid leden
familielid familieleden
geld gelden
markt markten
kaart kaarten kaartje
boek boeken boekje
soort soorten
week weken
maand maanden
dag dagen
jaar jaren jaartje
uur uren uurtje
weg wegen
afstand afstanden
reis reizen
trein treinen treintje
bus bussen
stap stappen stapje
uitkering uitkeringen
toeslag toeslagen
durven durf durft durfde durfden gedurfd
willen wil wilt wilde wilden wou
kunnen kan kun kunt kon konden
mogen mag mocht mochten
moeten moet moest moesten
doen doe doet deed deden gedaan
gaan ga gaat ging gingen gegaan
komen kom komt kwam kwamen gekomen
staan sta stond gestaan
zien zie ziet zag gezien
zitten zit zat gezeten
houden houd houdt hield gehouden
krijgen krijg krijgt kreeg kregen gekregen
geven geef geeft gaf gegeven
nemen neem neemt nam genomen
maken maak maakt maakte gemaakt
vinden vind vond gevonden
zoeken zoek zoekt zocht gezocht
onderzoeken onderzoek onderzoekt onderzocht
kiezen kies kiest koos gekozen keuze keuzes
denken denk denkt dacht gedacht
nadenken nadenkt nagedacht
weten weet wist
kennen ken kent kende
helpen help helpt hielp geholpen hulp
vragen vraag vraagt gevraagd
praten praat praatte gepraat
bellen bel belt belde gebeld
mailen mail mailt mailde gemaild
appen app appt appte geappt
luisteren luister luistert luisterde geluisterd
voelen voel voelt voelde gevoeld
horen hoor hoort hoorde gehoord
slapen slaap slaapt sliep geslapen
piekeren pieker piekert piekerde gepiekerd
twijfelen twijfel twijfelt twijfelde getwijfeld
proberen probeer probeert probeerde geprobeerd
lukken lukt lukte gelukt
falen faal faalt faalde gefaald
slagen slaagt slaagde geslaagd
missen mis mist miste gemist
stoppen stop stopt stopte gestopt
beginnen begin begint begon begonnen
volgen volg volgt volgde gevolgd
halen haal haalt haalde gehaald
begrijpen begrijp begrijpt begreep begrepen
begrijpelijk begrijpelijke
snappen snap snapt snapte gesnapt
vergeten vergeet vergat
lenen leen leent leende geleend lening
sparen spaar spaart spaarde gespaard
verdienen verdien verdient verdiende verdiend
kopen koop koopt kocht gekocht
verkopen verkoop verkoopt verkocht
huren huur huurt huurde gehuurd
wonen woon woont woonde gewoond
verhuizen verhuis verhuist verhuisde verhuisd verhuizing
zorgen zorg zorgt zorgde gezorgd
oppassen oppas oppast opgepast
rijden rijd rijdt reed gereden
fietsen fiets fietst fietste gefietst
trouwen trouwt trouwde getrouwd
ontslag ontslagen ontslaan
groeien groei groeit groeide gegroeid
bouwen bouwt bouwde gebouwd
regelen regel regelt regelde geregeld
gebeuren gebeurt gebeurde
vullen vul vult vulde gevuld
wachten wacht wachtte gewacht
brief brieven briefje
huis huizen huisje
formulier formulieren
wachtwoord wachtwoorden
vrouw vrouwen
vriend vrienden
baby baby's
oma oma's
meisje meisjes
arts artsen
huisarts huisartsen
leugen leugens
boete boetes
ruzie ruzies
inkomen inkomens
groot grote groter grootste
klein kleine kleiner
hoog hoge hoger hoogste
laag lage lager laagste
lang lange langer
duur dure duurder
goedkoop goedkope goedkoper
snel snelle sneller
zwaar zware zwaarder
slecht slechte slechter
boos boze
vies vieze
ei eieren
"""

APART_NL = """
oud ouder · oud ouders · oudst ouder · beperking beperkt · beperkingen beperkte · vinden vindt · oppas passen · geven lesgeven
begeleiding beleid · gezin zin · ouder ouderen · ouders oudere · gemeente mening · gezondheid zon · loop loopbaan · werk werkgever
wet weten · bezig bezit · druk drukker · geld geldig · bestaan bestand · stage staan · schuld schuilen · kunst kunnen · scholen scholing
lezen les · vrij vrijwilliger · macht mogen · deel deelnemen · mens menselijk · besluit sluiten · ontmoeten moeten
maand man · baan band · land landelijk · moed moeder · sport spoor · plan plant · dienst dienen · bod bode · klas klacht
arbeid arbeider · leer leraar · kans kan · bericht bereik · cursus curse
opvang opvangen · overheid over · overig over · rekening rekenen · nieuws nieuw · openbaar open · persoonlijk persoon · minderheid minder
middelbaar middelen · vertrouwelijk vertrouwen · nederlands nederland · gelegenheid liggen · vaak vak · beurs beurt · buurt buren
benen ben · gêne geen · gaat gaten · kopen kopje · lag laag · leeg leggen · gelukt geluk · gemaakt gemak · slechts slecht
slag slagen · ruimte ruim · zwart zwaar · wens wennen · tijdens tijd · volgens volgen · wegens wegen · jongen jong · jongeren jonger
boos bos · boot bot · maan man · zoon zon · stelen stellen · spelling spelen · zak zaken · reden rijden · verkeerd verkeer
verslagen verslaan · geneert neer · gerust rust · lef leven · beeld bel · hoofd hof · liefde lief · waarde waar · weegt weg
begrijpelijk begrijpen · vals vallen · neet net · pauze paus · taak takken · duurt duur · mening men · gehaald gehalte · start staart
"""

MEET_EN = """
barrier barriers
drive drives drove driven driving
motivate motivates motivated motivating motivation
child children
woman women
man men
person persons people
parent parents
learner learners learn learns learned learnt learning
teach teaches taught teaching teacher teachers
train trains trained training trainer
study studies studied studying
skill skills skilled
qualification qualifications qualified qualify
certificate certificates certified
register registered registration
enrol enrols enroll enrolled enrolment enrollment
counsellor counsellors counselor counselling counseling
adviser advisers advisor advice advise advised
programme programmes program programs
organise organize organised organizing organisation organization
recognise recognize recognised recognition
specialise specialize specialised specialisation
stigmatise stigmatize stigmatizing
behaviour behaviours behavior behavioural
labour labor
neighbour neighbor neighbours
centre centres center centers
licence license licences
practice practise practises practising
judgement judgment
travel travelled traveled travelling traveling
cancel cancelled canceled
label labelled labeled
policy policies
country countries
city cities
library libraries
family families
company companies
baby babies
client clients client's
debt debts
bill bills
job jobs
benefit benefits
shame ashamed
fear fears fearful
choose chooses chose chosen choosing choice choices
pay pays paid paying payment
write writes wrote written writing
speak speaks spoke spoken speaking
understand understands understood understanding
misunderstand misunderstood
think thinks thought thinking
feel feels felt feeling
find finds found
lose loses lost losing
get gets got getting
give gives gave given
take takes took taken
make makes made making
come comes came coming
become becomes became
go goes went gone
leave leaves left leaving
keep keeps kept keeping
know knows knew known
begin begins began begun beginning
fall falls fell fallen
forget forgets forgot forgotten
withdraw withdraws withdrew withdrawn
lend lends lent lending
spend spends spent spending
build builds built building
deliver delivers delivery
refer refers referred referral
apply applies applied applying
worry worries worried worrying
stop stops stopped stopping
plan plans planned planning
life lives
wife wives
foot feet
big bigger biggest
easy easier easiest easily
early earlier
young younger youngest
cheap cheaper
lonely loneliness
difficult difficulty difficulties
pregnant pregnancy
bankrupt bankruptcy
truant truancy
literate literacy
experience experiences experienced
"""

APART_EN = """
policy police · university universal · organ organise · general generation · trainee training · news new · work workshop
learn lean · skill skip · pay play · threshold hold · care career · adult adultery
employer employment · informal information · identity identical · initiative initial · positive position · experiment experience
authority author · allowance allow · business busy · quite quit · likely like · literally literate · officer office
marketing market · practical practice · relative related · response responsibility · unite unit · willing will · reference referral
hardly hard · bit bite · born bearing · activity activate
publication public · competition competent · objective objection · importance import
"""
