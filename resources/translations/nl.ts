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
        <translation>Hoe u erop bouwt</translation>
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
        <translation>Wat er kan gebeuren</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole answer appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What five countries answered in the interviews of 2022. A dash: not asked, or not in the report. Ireland was asked five questions only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Themes and countries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountryModel</name>
    <message>
        <source>Not asked in the interview, or not in the report</source>
        <translation type="unfinished"></translation>
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
        <source>This conversation</source>
        <translation>Dit gesprek</translation>
    </message>
    <message>
        <source>Empty form</source>
        <translation>Leeg formulier</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the search box, from anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down, Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the search box into the results and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next and previous hit in what you read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back and forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy what you read, with its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dutch or English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larger and smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start, search, countries, conversation, help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1, 2, 3 and 0 in a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named, not an issue, would rather not say, not discussed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O and N in a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>said by the client or observed; write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>debts shame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both words, in any order and form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;first weeks&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these words next to each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trainer -school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first, without the second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transport OR distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>motiv*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every word that begins so; the last word you type always counts so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>country:ireland, kind:recommendation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only of this country, only of this kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist helps to listen; it is not a validated test and gives nobody a score. A signal is a reason to ask, raised by what the client said or what you observed, and it always shows why. An observation alone never asks for more than attention. What was not discussed is a gap: neither a yes nor a no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For now a conversation lives in memory only: nothing of a client is written to disk. Print it if you want to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance KB %1. The knowledge comes from one report, retold in our own words with its figures, names and citations: %2. The report remains its publisher&apos;s. Every text says which section it comes from; what we add is marked as ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is free software under the MIT licence. It uses Qt for Python (LGPL), Whoosh, SQLite, PyStemmer, the font Inter (SIL Open Font License) and Lucide icons (ISC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
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
        <translation>Zachter</translation>
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
        <translation>Notitie</translation>
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
        <translation>Notitie bij: {item}</translation>
    </message>
    <message>
        <source>Only for now: notes are not saved</source>
        <translation>Alleen voor nu: notities worden niet bewaard</translation>
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
    <name>Names</name>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation type="unfinished">Aanbeveling</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method of the research</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in how someone sees learning (dispositional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in someone&apos;s circumstances (situational)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the offer and its rules (institutional)</source>
        <translation type="unfinished"></translation>
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
        <translation>Geef aan wat de cliënt vertelt. Waar dat op kan wijzen komt hier te staan, altijd met de reden: eerst wat deze persoon kan dragen, dan wat in de weg kan staan.</translation>
    </message>
</context>
<context>
    <name>PageWriter</name>
    <message>
        <source>Ours, not the report&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our note on the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished">Cliënt</translation>
    </message>
    <message>
        <source>Counselor</source>
        <translation type="unfinished">Begeleider</translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished">Dienst</translation>
    </message>
    <message>
        <source>In a conversation (ours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You could ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step that could be agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softer</source>
        <translation type="unfinished">Zachter</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished">Doorvragen</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cited there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Copied with its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a result to read it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with source (Ctrl+Shift+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read in Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultDelegate</name>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing holds all of these words. This is what holds some of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all that is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer or other words. Everyday words work too:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings, practices of five countries, recommendations, barriers and questions. Everyday words work too:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no babysitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afraid to fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>country:ireland</source>
        <translation type="unfinished"></translation>
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
        <translation>Wat deze persoon kan dragen</translation>
    </message>
    <message>
        <source>What may be in the way</source>
        <translation>Wat in de weg kan staan</translation>
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
        <source>What do you need?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known about reaching and motivating adults, at hand while you talk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word or two, as you would say it. Every answer says where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First contact</source>
        <translation type="unfinished">Eerste gesprek</translation>
    </message>
    <message>
        <source>Follow the client. You tick what is said; what may stand in the way appears beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What five countries do, question by question, side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nine recommendations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All knowledge comes from one report, told in our own words: %1. What we add ourselves is marked as ours.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>This is a task for the service, not for the client.</source>
        <translation>Dit is een taak voor de dienst, niet voor de cliënt.</translation>
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
        <translation>Dienst</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface and content in the other language (Ctrl+Shift+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours and text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text %1 %</source>
        <translation type="unfinished"></translation>
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
        <translation>Een signaal staat op ‘bespreek nu’ na één antwoord van de cliënt dat precies dat zegt, of na twee die erop wijzen; op ‘ter informatie’ na één aanwijzing, of als u het alleen zelf heeft waargenomen.</translation>
    </message>
    <message>
        <source>What may be in the way</source>
        <translation>Wat in de weg kan staan</translation>
    </message>
    <message>
        <source>What may carry someone</source>
        <translation>Wat iemand kan dragen</translation>
    </message>
</context>
<context>
    <name>WhyNotRow</name>
    <message>
        <source>Shows: {level}</source>
        <translation>Staat aan: {level}</translation>
    </message>
    <message>
        <source>Does not show</source>
        <translation>Staat niet aan</translation>
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
        <translation>Telt bij ‘{wanted}’ ({says}); nu: {now}</translation>
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
        <translation>Zegt liever niet</translation>
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
        <translation>Zelf waargenomen</translation>
    </message>
    <message>
        <source>Discuss now</source>
        <translation>Bespreek nu</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Ter informatie</translation>
    </message>
</context>
</TS>
