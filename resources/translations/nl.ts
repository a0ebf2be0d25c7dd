<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>AskNext</name>
    <message>
        <source>Ask next</source>
        <translation>Vraag hierna</translation>
    </message>
    <message>
        <source>Every item was discussed.</source>
        <translation>Alles is besproken.</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>Search for the selected words (Ctrl+E)</source>
        <translation>Zoek de geselecteerde woorden (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>CardBody</name>
    <message>
        <source>Read what the report says</source>
        <translation>Lees wat het rapport zegt</translation>
    </message>
    <message>
        <source>Wording and steps are ours; the subject is in the report: {sections}</source>
        <translation>Bewoording en stappen zijn van ons; het onderwerp staat in het rapport: {sections}</translation>
    </message>
    <message>
        <source>Why this shows</source>
        <translation>Waarom dit hier staat</translation>
    </message>
    <message>
        <source>It may also be</source>
        <translation>Het kan ook zijn</translation>
    </message>
    <message>
        <source>You can ask</source>
        <translation>Zo kunt u het vragen</translation>
    </message>
    <message>
        <source>A drive to lean on</source>
        <translation>Een drijfveer om op te bouwen</translation>
    </message>
    <message>
        <source>How to build on it</source>
        <translation>Zo bouwt u erop voort</translation>
    </message>
    <message>
        <source>What others do</source>
        <translation>Wat anderen doen</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Aanbeveling</translation>
    </message>
    <message>
        <source>What could be done</source>
        <translation>Mogelijke stappen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Recommendation {number}</source>
        <translation>Aanbeveling {number}</translation>
    </message>
    <message>
        <source>No drive was named yet.</source>
        <translation>Er is nog geen drijfveer genoemd.</translation>
    </message>
</context>
<context>
    <name>CountriesView</name>
    <message>
        <source>Choose a cell</source>
        <translation>Kies een vak</translation>
    </message>
    <message>
        <source>The whole answer appears here.</source>
        <translation>Hier verschijnt het hele antwoord.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Landen</translation>
    </message>
    <message>
        <source>What five countries answered in the interviews of 2022. A dash: not asked, or not in the report. Ireland was asked five questions only.</source>
        <translation>Wat vijf landen antwoordden in de interviews van 2022. Een streepje: niet gevraagd, of niet in het rapport. Ierland kreeg maar vijf vragen.</translation>
    </message>
    <message>
        <source>Themes and countries</source>
        <translation>Thema’s en landen</translation>
    </message>
    <message>
        <source>The whole answer</source>
        <translation>Het hele antwoord</translation>
    </message>
</context>
<context>
    <name>CountryModel</name>
    <message>
        <source>Not asked in the interview, or not in the report</source>
        <translation>Niet gevraagd in het interview, of niet in het rapport</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Kind of barrier</source>
        <translation>Soort belemmering</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>Belemmering</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Drijfveer</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>not on this page</source>
        <translation>staat niet op deze pagina</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Zoek op deze pagina</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Vorige (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Volgende (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Sluiten (Esc)</translation>
    </message>
</context>
<context>
    <name>GapList</name>
    <message>
        <source>Not discussed yet</source>
        <translation>Nog niet besproken</translation>
    </message>
    <message>
        <source>What was not discussed is a gap. It is neither a yes nor a no, and it raises no signal.</source>
        <translation>Wat niet is besproken, is een gat: geen ja en geen nee. Het geeft ook geen signaal.</translation>
    </message>
    <message>
        <source>There are no gaps in this list.</source>
        <translation>In deze lijst zijn geen gaten meer.</translation>
    </message>
    <message>
        <source>{theme}: {count} not discussed</source>
        <translation>{theme}: {count} niet besproken</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>%1: %2 found</source>
        <translation>%1: %2 gevonden</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>First contact</source>
        <translation>Eerste gesprek</translation>
    </message>
    <message>
        <source>Core list</source>
        <translation>Kernlijst</translation>
    </message>
    <message>
        <source>About ten minutes</source>
        <translation>Ongeveer tien minuten</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Print this conversation…</source>
        <translation>Dit gesprek afdrukken…</translation>
    </message>
    <message>
        <source>Save this conversation as PDF…</source>
        <translation>Dit gesprek opslaan als PDF…</translation>
    </message>
    <message>
        <source>Print the empty form…</source>
        <translation>Leeg formulier afdrukken…</translation>
    </message>
    <message>
        <source>Save the empty form as PDF…</source>
        <translation>Leeg formulier opslaan als PDF…</translation>
    </message>
    <message>
        <source>Bring the last one back</source>
        <translation>Vorige terughalen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nieuw gesprek</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>A new conversation has begun. The one before can be brought back until the first answer; then it is gone.</source>
        <translation>Er is een nieuw gesprek begonnen. Het vorige is terug te halen tot het eerste antwoord; daarna is het weg.</translation>
    </message>
    <message>
        <source>This conversation is only in memory: it is not saved, and is gone when the program closes. The core list takes about ten minutes. It is an aid to memory, not a validated test.</source>
        <translation>Dit gesprek staat alleen in het geheugen: het wordt niet bewaard en is weg als het programma sluit. De kernlijst duurt ongeveer tien minuten. Het is een geheugensteun, geen gevalideerde test.</translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
    <message>
        <source>to the search box, from anywhere</source>
        <translation>naar het zoekvak, waar u ook bent</translation>
    </message>
    <message>
        <source>Down, Up</source>
        <translation>Pijl omlaag, omhoog</translation>
    </message>
    <message>
        <source>from the search box into the results and back; in the empty box: recent searches</source>
        <translation>van het zoekvak naar de resultaten en terug; in het lege vak: recente zoekopdrachten</translation>
    </message>
    <message>
        <source>Tab in the search box</source>
        <translation>Tab in het zoekvak</translation>
    </message>
    <message>
        <source>takes the filter that is offered while you type</source>
        <translation>neemt het filter over dat tijdens het typen wordt aangeboden</translation>
    </message>
    <message>
        <source>next and previous hit in what you read</source>
        <translation>volgende en vorige treffer in wat u leest</translation>
    </message>
    <message>
        <source>Ctrl+F in what you read</source>
        <translation>Ctrl+F in wat u leest</translation>
    </message>
    <message>
        <source>find on this page</source>
        <translation>zoeken op deze pagina</translation>
    </message>
    <message>
        <source>search for the words that are selected in what you read</source>
        <translation>zoeken naar de woorden die u hebt geselecteerd in wat u leest</translation>
    </message>
    <message>
        <source>Delete, Backspace</source>
        <translation>Delete, Backspace</translation>
    </message>
    <message>
        <source>takes away the chip that has the keyboard</source>
        <translation>haalt het woord of het filter weg waar u op staat</translation>
    </message>
    <message>
        <source>back and forward</source>
        <translation>terug en vooruit</translation>
    </message>
    <message>
        <source>copy what you read, with its source</source>
        <translation>kopiëren wat u leest, met de bron</translation>
    </message>
    <message>
        <source>Dutch or English</source>
        <translation>Nederlands of Engels</translation>
    </message>
    <message>
        <source>larger and smaller text</source>
        <translation>tekst groter en kleiner</translation>
    </message>
    <message>
        <source>start, search, countries, conversation, help</source>
        <translation>start, zoeken, landen, gesprek, hulp</translation>
    </message>
    <message>
        <source>1, 2, 3 and 0 in a conversation</source>
        <translation>1, 2, 3 en 0 in een gesprek</translation>
    </message>
    <message>
        <source>named, not an issue, would rather not say, not discussed</source>
        <translation>genoemd, speelt niet, zegt liever niets, niet besproken</translation>
    </message>
    <message>
        <source>O and N in a conversation</source>
        <translation>O en N in een gesprek</translation>
    </message>
    <message>
        <source>said by the client or observed; write a note</source>
        <translation>gezegd door de cliënt of zelf gezien; een aantekening maken</translation>
    </message>
    <message>
        <source>this page</source>
        <translation>deze pagina</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>The last word you type counts as a beginning. Case, accents and hyphens do not matter. Above the results stands what was searched too; a cross takes it away. Filters stay on while you type on.</source>
        <translation>Het laatste woord dat u typt, telt als begin van een woord. Hoofdletters, accenten en streepjes maken niet uit. Boven de resultaten staat wat ook is gezocht; met een kruisje haalt u dat weg. Filters blijven aan als u verder typt.</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Zo zoekt u</translation>
    </message>
    <message>
        <source>The checklist helps to listen; it is not a validated test and gives nobody a score. A signal is a reason to ask, raised by what the client said or what you observed, and it always shows why. An observation alone never asks for more than attention. What was not discussed is a gap: neither a yes nor a no.</source>
        <translation>De checklist helpt u luisteren. Het is geen gevalideerde test en niemand krijgt een score. Een signaal is een reden om iets te vragen. Het komt van wat de cliënt zei of van wat u zelf zag, en de reden staat er altijd bij. Wat u alleen zelf zag, blijft altijd ‘ter informatie’. Wat niet is besproken, is een gat: geen ja en geen nee.</translation>
    </message>
    <message>
        <source>For now a conversation lives in memory only: nothing of a client is written to disk. Print it if you want to keep it.</source>
        <translation>Een gesprek staat voorlopig alleen in het geheugen: er komt niets van een cliënt op de schijf. Druk het af als u het wilt bewaren.</translation>
    </message>
    <message>
        <source>The first contact</source>
        <translation>Het eerste gesprek</translation>
    </message>
    <message>
        <source>Guidance KB %1. The knowledge comes from one report, retold in our own words with its figures, names and citations: %2. The report remains its publisher&apos;s. Every text says which section it comes from; what we add is marked as ours.</source>
        <translation>Guidance KB %1. De kennis komt uit één rapport, naverteld in onze eigen woorden, met de cijfers, namen en verwijzingen: %2. Het rapport blijft van de uitgever. Bij elke tekst staat uit welk deel die komt; wat we toevoegen, is gemarkeerd als ‘van ons’.</translation>
    </message>
    <message>
        <source>The program is free software under the MIT licence. It uses Qt for Python (LGPL), Whoosh, SQLite, PyStemmer, the font Inter (SIL Open Font License) and Lucide icons (ISC).</source>
        <translation>Het programma is vrije software onder de MIT-licentie. Het gebruikt Qt for Python (LGPL), Whoosh, SQLite, PyStemmer, het lettertype Inter (SIL Open Font License) en de pictogrammen van Lucide (ISC).</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over dit programma</translation>
    </message>
</context>
<context>
    <name>ItemDetails</name>
    <message>
        <source>Ask it so</source>
        <translation>Zo vragen</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Voorzichtiger</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Doorvragen</translation>
    </message>
    <message>
        <source>Watch for</source>
        <translation>Let op</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>Van wie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Aantekening</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Our wording, resting on the report: {sections}</source>
        <translation>Onze bewoording, op grond van het rapport: {sections}</translation>
    </message>
    <message>
        <source>Note on: {item}</source>
        <translation>Aantekening bij: {item}</translation>
    </message>
    <message>
        <source>Only for now: notes are not saved</source>
        <translation>Alleen voor nu: aantekeningen worden niet bewaard</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Items of the conversation</source>
        <translation>Onderwerpen van het gesprek</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>{state} (key {number})</source>
        <translation>{state} (toets {number})</translation>
    </message>
    <message>
        <source>{who}. Press to change (key O).</source>
        <translation>{who}. Druk om te wisselen (toets O).</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Close this message</source>
        <translation>Sluit dit bericht</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praktijk</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Aanbeveling</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Method of the research</source>
        <translation>Onderzoeksmethode</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>Belemmering</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Drijfveer</translation>
    </message>
    <message>
        <source>Basic need</source>
        <translation>Basisbehoefte</translation>
    </message>
    <message>
        <source>Conversation item</source>
        <translation>Gespreksvraag</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>Practices</source>
        <translation>Praktijken</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Aanbevelingen</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Persona’s</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Barriers</source>
        <translation>Belemmeringen</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Drijfveren</translation>
    </message>
    <message>
        <source>Basic needs</source>
        <translation>Basisbehoeften</translation>
    </message>
    <message>
        <source>Conversation items</source>
        <translation>Gespreksvragen</translation>
    </message>
    <message>
        <source>in how someone sees learning (dispositional)</source>
        <translation>in hoe iemand naar leren kijkt (dispositioneel)</translation>
    </message>
    <message>
        <source>in someone&apos;s circumstances (situational)</source>
        <translation>in iemands omstandigheden (situationeel)</translation>
    </message>
    <message>
        <source>in the offer and its rules (institutional)</source>
        <translation>in het aanbod en de regels (institutioneel)</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>Without the filter “%1”</source>
        <translation>Zonder het filter “%1”</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gevonden</translation>
    </message>
    <message>
        <source>%1 of %2 found</source>
        <translation>%1 van %2 gevonden</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filters, %1 on</source>
        <translation>Filters, %1 aan</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Wis filters</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Beste eerst</translation>
    </message>
    <message>
        <source>As in the report</source>
        <translation>Als in het rapport</translation>
    </message>
    <message>
        <source>Order: the best first</source>
        <translation>Volgorde: het beste eerst</translation>
    </message>
    <message>
        <source>Order: as in the report</source>
        <translation>Volgorde: als in het rapport</translation>
    </message>
</context>
<context>
    <name>Nothing</name>
    <message>
        <source>Search all that is known</source>
        <translation>Zoek in alle kennis</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>Show all %1 without filters</source>
        <translation>Toon alle %1 zonder filters</translation>
    </message>
    <message>
        <source>The filters that are on leave nothing of what was found.</source>
        <translation>Met deze filters blijft er niets over van wat is gevonden.</translation>
    </message>
    <message>
        <source>No text holds this.</source>
        <translation>Dit staat in geen enkele tekst.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> en </translation>
    </message>
    <message>
        <source>%1 occurs nowhere in what is known.</source>
        <translation>%1 komt nergens voor in de kennisbank.</translation>
    </message>
    <message>
        <source>%1 occur nowhere in what is known.</source>
        <translation>%1 komen nergens voor in de kennisbank.</translation>
    </message>
    <message>
        <source>The other words were searched without it, and found nothing either.</source>
        <translation>Met alleen de andere woorden is ook niets gevonden.</translation>
    </message>
    <message>
        <source>Findings, practices of five countries, recommendations, barriers and questions. Everyday words work too:</source>
        <translation>Bevindingen, praktijken uit vijf landen, aanbevelingen, belemmeringen en vragen. Gewone woorden werken ook:</translation>
    </message>
    <message>
        <source>What comes nearest:</source>
        <translation>Dit komt het dichtst in de buurt:</translation>
    </message>
    <message>
        <source>Try fewer or other words. Everyday words work too:</source>
        <translation>Probeer minder of andere woorden. Gewone woorden werken ook:</translation>
    </message>
    <message>
        <source>no babysitter</source>
        <translation>geen oppas</translation>
    </message>
    <message>
        <source>afraid to fail</source>
        <translation>bang om te falen</translation>
    </message>
    <message>
        <source>first weeks</source>
        <translation>eerste weken</translation>
    </message>
    <message>
        <source>persona</source>
        <translation>persona</translation>
    </message>
    <message>
        <source>learning at work</source>
        <translation>leren op het werk</translation>
    </message>
    <message>
        <source>country:ireland</source>
        <translation>land:ierland</translation>
    </message>
</context>
<context>
    <name>NothingYet</name>
    <message>
        <source>Just listen first</source>
        <translation>Eerst luisteren</translation>
    </message>
    <message>
        <source>Mark what the client tells you. What it may point to shows up here, always with the reason: first what this person can build on, then what may be in the way.</source>
        <translation>Geef aan wat de cliënt vertelt. Waar dat op kan wijzen, komt hier te staan, altijd met de reden: eerst wat deze persoon beweegt, dan wat misschien in de weg staat.</translation>
    </message>
</context>
<context>
    <name>PageWriter</name>
    <message>
        <source>Ours, not the report&apos;s</source>
        <translation>Van ons, niet uit het rapport</translation>
    </message>
    <message>
        <source>As it was in %1</source>
        <translation>Zo was het in %1</translation>
    </message>
    <message>
        <source>Our note on the report</source>
        <translation>Onze noot bij het rapport</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliënt</translation>
    </message>
    <message>
        <source>Counselor</source>
        <translation>Begeleider</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Instelling</translation>
    </message>
    <message>
        <source>In a conversation (ours)</source>
        <translation>In een gesprek (van ons)</translation>
    </message>
    <message>
        <source>You could ask</source>
        <translation>Zo kunt u het vragen</translation>
    </message>
    <message>
        <source>A step that could be agreed</source>
        <translation>Een stap om samen af te spreken</translation>
    </message>
    <message>
        <source>the wording is ours</source>
        <translation>de bewoording is van ons</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Voorzichtiger</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Doorvragen</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Let op</translation>
    </message>
    <message>
        <source>Why this is asked</source>
        <translation>Waarom u dit vraagt</translation>
    </message>
    <message>
        <source>Points to</source>
        <translation>Wijst op</translation>
    </message>
    <message>
        <source>From the pack %1</source>
        <translation>Uit het pakket %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Bron: %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>in the report: %1</source>
        <translation>in het rapport: %1</translation>
    </message>
    <message>
        <source>Cited there</source>
        <translation>Daarin aangehaald</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Verwant</translation>
    </message>
    <message>
        <source>from the pack %1</source>
        <translation>uit het pakket %1</translation>
    </message>
    <message>
        <source>our link</source>
        <translation>onze koppeling</translation>
    </message>
</context>
<context>
    <name>PieceLine</name>
    <message>
        <source>Do not search for “%1” too</source>
        <translation>“%1” niet meezoeken</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>minder</translation>
    </message>
    <message>
        <source>%1 more words that are searched for “%2”</source>
        <translation>Nog %1 woorden die worden meegezocht met “%2”</translation>
    </message>
    <message>
        <source>Show fewer of the words that are searched for “%2”</source>
        <translation>Toon minder van de woorden die worden meegezocht met “%2”</translation>
    </message>
</context>
<context>
    <name>Pieces</name>
    <message>
        <source>any of</source>
        <translation>één van</translation>
    </message>
    <message>
        <source>or</source>
        <translation>of</translation>
    </message>
    <message>
        <source>and</source>
        <translation>en</translation>
    </message>
    <message>
        <source>then what has some of these words</source>
        <translation>daarna wat een deel van deze woorden heeft</translation>
    </message>
    <message>
        <source>without</source>
        <translation>zonder</translation>
    </message>
    <message>
        <source>%1 (unknown)</source>
        <translation>%1 (onbekend)</translation>
    </message>
    <message>
        <source>(you typed %1)</source>
        <translation>(u typte %1)</translation>
    </message>
    <message>
        <source>in Dutch</source>
        <translation>in het Nederlands</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>in het Engels</translation>
    </message>
    <message>
        <source>also</source>
        <translation>ook</translation>
    </message>
    <message>
        <source>part of</source>
        <translation>deel van</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>delen</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>zonder %1</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Save as PDF</source>
        <translation>Opslaan als pdf</translation>
    </message>
</context>
<context>
    <name>QuerySheet</name>
    <message>
        <source>How to search</source>
        <translation>Zo zoekt u</translation>
    </message>
    <message>
        <source>The last word you type counts as a beginning. Case, accents and hyphens do not matter.</source>
        <translation>Het laatste woord dat u typt, telt als begin van een woord. Hoofdletters, accenten en streepjes maken niet uit.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Landen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Copied with its source</source>
        <translation>Gekopieerd met bron</translation>
    </message>
    <message>
        <source>What you choose is read here.</source>
        <translation>Wat u kiest, leest u hier.</translation>
    </message>
    <message>
        <source>Reading pane</source>
        <translation>Leesvenster</translation>
    </message>
    <message>
        <source>hit %1 of %2</source>
        <translation>treffer %1 van %2</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>Kopiëren met bron</translation>
    </message>
    <message>
        <source>Copy with source (Ctrl+Shift+C)</source>
        <translation>Kopiëren met bron (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Read in English</source>
        <translation>Lees in het Engels</translation>
    </message>
    <message>
        <source>Read in Dutch</source>
        <translation>Lees in het Nederlands</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Vorige treffer (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Volgende treffer (F3)</translation>
    </message>
</context>
<context>
    <name>ResultDelegate</name>
    <message>
        <source>Show all</source>
        <translation>Toon alles</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>The first %1 of %2</source>
        <translation>De eerste %1 van %2</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>in het Engels</translation>
    </message>
    <message>
        <source>in Dutch</source>
        <translation>in het Nederlands</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Recente zoekopdrachten</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Results</source>
        <translation>Resultaten</translation>
    </message>
</context>
<context>
    <name>Searched</name>
    <message>
        <source>Search exactly what I typed</source>
        <translation>Zoek precies wat ik typte</translation>
    </message>
    <message>
        <source>without: %1</source>
        <translation>zonder: %1</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zet terug</translation>
    </message>
    <message>
        <source>Search for these words again: %1</source>
        <translation>Zoek deze woorden weer mee: %1</translation>
    </message>
    <message>
        <source>%1 occurs nowhere. This is what the other words find.</source>
        <translation>%1 komt nergens voor. Dit is wat de andere woorden vinden.</translation>
    </message>
    <message>
        <source>%1 occur nowhere. This is what the other words find.</source>
        <translation>%1 komen nergens voor. Dit is wat de andere woorden vinden.</translation>
    </message>
    <message>
        <source>Nothing holds all of these words. This is what holds some of them.</source>
        <translation>Geen tekst heeft al deze woorden. Deze teksten hebben een deel ervan.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> en </translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Bedoelde u “%1”?</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>New: {name}, and {more} more</source>
        <translation>Nieuw: {name}, en nog {more}</translation>
    </message>
    <message>
        <source>New: {name}</source>
        <translation>Nieuw: {name}</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>Not discussed yet</source>
        <translation>Nog niet besproken</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Waarom niet?</translation>
    </message>
</context>
<context>
    <name>SignalCard</name>
    <message>
        <source>unfolded</source>
        <translation>uitgeklapt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>ingeklapt</translation>
    </message>
</context>
<context>
    <name>SignalList</name>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>What may carry this person</source>
        <translation>Wat deze persoon beweegt</translation>
    </message>
    <message>
        <source>What may be in the way</source>
        <translation>Wat misschien in de weg staat</translation>
    </message>
    <message>
        <source>No drive was named yet. Ask what the client would like to do it for.</source>
        <translation>Er is nog geen drijfveer genoemd. Vraag waar de cliënt het voor zou willen doen.</translation>
    </message>
    <message>
        <source>Nothing was named that may be in the way.</source>
        <translation>Er is niets genoemd dat in de weg kan staan.</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>What do you need?</source>
        <translation>Wat heeft u nodig?</translation>
    </message>
    <message>
        <source>What is known about reaching and motivating adults, at hand while you talk.</source>
        <translation>Wat bekend is over volwassenen bereiken en motiveren, bij de hand tijdens uw gesprek.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Type a word or two, as you would say it. Every answer says where it comes from.</source>
        <translation>Typ een of twee woorden, zoals u het zou zeggen. Bij elk antwoord staat waar het vandaan komt.</translation>
    </message>
    <message>
        <source>First contact</source>
        <translation>Eerste gesprek</translation>
    </message>
    <message>
        <source>Follow the client. You tick what is said; what may stand in the way appears beside it.</source>
        <translation>Volg de cliënt. U vinkt aan wat er gezegd wordt; wat misschien in de weg staat, verschijnt ernaast.</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Landen</translation>
    </message>
    <message>
        <source>What five countries do, question by question, side by side.</source>
        <translation>Wat vijf landen doen, vraag voor vraag naast elkaar.</translation>
    </message>
    <message>
        <source>The nine recommendations</source>
        <translation>De negen aanbevelingen</translation>
    </message>
    <message>
        <source>All knowledge comes from one report, told in our own words: %1. What we add ourselves is marked as ours.</source>
        <translation>Alle kennis komt uit één rapport, verteld in onze eigen woorden: %1. Wat we zelf toevoegen, is gemarkeerd als ‘van ons’.</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>This is a task for the service, not for the client.</source>
        <translation>Dit is een taak voor de instelling, niet voor de cliënt.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliënt</translation>
    </message>
    <message>
        <source>Counselor</source>
        <translation>Begeleider</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Instelling</translation>
    </message>
</context>
<context>
    <name>ThemeOverview</name>
    <message>
        <source>Themes</source>
        <translation>Thema’s</translation>
    </message>
    <message>
        <source>{discussed} of {all} discussed</source>
        <translation>{discussed} van {all} besproken</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search in everyday words, for example: no babysitter (Ctrl+K)</source>
        <translation>Zoek in gewone woorden, bijvoorbeeld: geen oppas (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Back (Alt+←)</source>
        <translation>Terug (Alt+←)</translation>
    </message>
    <message>
        <source>Forward (Alt+→)</source>
        <translation>Vooruit (Alt+→)</translation>
    </message>
    <message>
        <source>How to search: examples</source>
        <translation>Zo zoekt u: voorbeelden</translation>
    </message>
    <message>
        <source>Interface and content in the other language (Ctrl+Shift+L)</source>
        <translation>Programma en inhoud in de andere taal (Ctrl+Shift+L)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Remember recent searches</source>
        <translation>Onthoud recente zoekopdrachten</translation>
    </message>
    <message>
        <source>Forget all recent searches</source>
        <translation>Vergeet alle recente zoekopdrachten</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Text %1 %</source>
        <translation>Tekst %1%</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>Why not</source>
        <translation>Waarom niet</translation>
    </message>
    <message>
        <source>A signal shows “discuss now” after one answer of the client that says just that, or two that hint at it; “for information” after one hint, or when it was only observed.</source>
        <translation>Een signaal staat op ‘nu bespreken’ na één antwoord van de cliënt dat precies dat zegt, of na twee die erop wijzen; op ‘ter informatie’ na één aanwijzing, of als u het alleen zelf heeft gezien.</translation>
    </message>
    <message>
        <source>What may be in the way</source>
        <translation>Wat misschien in de weg staat</translation>
    </message>
    <message>
        <source>What may carry someone</source>
        <translation>Wat iemand beweegt</translation>
    </message>
</context>
<context>
    <name>WhyNotRow</name>
    <message>
        <source>Shows: {level}</source>
        <translation>Staat er: {level}</translation>
    </message>
    <message>
        <source>Does not show</source>
        <translation>Staat er niet</translation>
    </message>
    <message>
        <source>Every answer that points to it was given.</source>
        <translation>Elk antwoord dat hierop wijst, is gegeven.</translation>
    </message>
    <message>
        <source>says just that</source>
        <translation>zegt precies dat</translation>
    </message>
    <message>
        <source>only hints at it</source>
        <translation>wijst er alleen op</translation>
    </message>
    <message>
        <source>Would count when “{wanted}” ({says}); now: {now}</source>
        <translation>Telt mee bij ‘{wanted}’ ({says}); nu: {now}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Named</source>
        <translation>Genoemd</translation>
    </message>
    <message>
        <source>Not an issue</source>
        <translation>Speelt niet</translation>
    </message>
    <message>
        <source>Rather not say</source>
        <translation>Zegt liever niets</translation>
    </message>
    <message>
        <source>Not discussed</source>
        <translation>Niet besproken</translation>
    </message>
    <message>
        <source>Said by the client</source>
        <translation>Gezegd door de cliënt</translation>
    </message>
    <message>
        <source>Observed by you</source>
        <translation>Zelf gezien</translation>
    </message>
    <message>
        <source>Discuss now</source>
        <translation>Nu bespreken</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Ter informatie</translation>
    </message>
</context>
</TS>
