<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Program</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Kennis</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Vragenlijst</translation>
    </message>
    <message>
        <source>Knowledge packs</source>
        <translation>Kennispakketten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Systeem</translation>
    </message>
    <message>
        <source>You have version %1. The program has no internet, so it cannot look for a newer one by itself.</source>
        <translation>U heeft versie %1. Het programma gebruikt geen internet en kan dus niet zelf kijken of er een nieuwere is.</translation>
    </message>
    <message>
        <source>Ask your organisation, or whoever gave you the program.</source>
        <translation>Vraag het uw organisatie, of wie u het programma gaf.</translation>
    </message>
    <message>
        <source>A newer one comes from your organisation (%1), or from whoever gave you the program.</source>
        <translation>Een nieuwere krijgt u van uw organisatie (%1), of van wie u het programma gaf.</translation>
    </message>
</context>
<context>
    <name>AdminPage</name>
    <message>
        <source>Back (Escape)</source>
        <translation>Terug (Escape)</translation>
    </message>
</context>
<context>
    <name>AdminTexts</name>
    <message>
        <source>{backup} · from before a restore</source>
        <translation>{backup} · van vóór het terugzetten</translation>
    </message>
    <message>
        <source>1 client</source>
        <translation>1 cliënt</translation>
    </message>
    <message>
        <source>{count} clients</source>
        <translation>{count} cliënten</translation>
    </message>
    <message>
        <source>1 conversation</source>
        <translation>1 gesprek</translation>
    </message>
    <message>
        <source>{count} conversations</source>
        <translation>{count} gesprekken</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 stap</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} stappen</translation>
    </message>
    <message>
        <source>{count} moments of follow-up</source>
        <translation>{count} nazorgmomenten</translation>
    </message>
    <message>
        <source>1 moment of follow-up</source>
        <translation>1 nazorgmoment</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 notitie</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} notities</translation>
    </message>
    <message>
        <source>nothing but the code</source>
        <translation>niets dan de code</translation>
    </message>
    <message>
        <source>Backup of {moment}: {contents}.</source>
        <translation>Reservekopie van {moment}: {contents}.</translation>
    </message>
    <message>
        <source>There are no readable records here to compare with. All of this is added:</source>
        <translation>Er staan hier nu geen leesbare dossiers om mee te vergelijken. Dit komt erbij:</translation>
    </message>
    <message>
        <source>Apart from who has been erased since, it holds the same as the current records: nothing would change.</source>
        <translation>Op wie sindsdien is gewist na, staat er hetzelfde in als in de huidige dossiers: er zou niets veranderen.</translation>
    </message>
    <message>
        <source>It holds the same as the current records: nothing about any client would change.</source>
        <translation>Er staat hetzelfde in als in de huidige dossiers: voor geen enkele cliënt zou er iets veranderen.</translation>
    </message>
    <message>
        <source>Stays as it is: {clients}.</source>
        <translation>Blijft ongewijzigd: {clients}.</translation>
    </message>
    <message>
        <source>Erased since that day, and stays erased: {clients}.</source>
        <translation>Sinds die dag gewist, en blijft gewist: {clients}.</translation>
    </message>
    <message>
        <source>The backup is in its place.</source>
        <translation>De reservekopie is teruggezet.</translation>
    </message>
    <message>
        <source>What was here before is kept as a backup “from before a restore”: {folder}.</source>
        <translation>Wat hier eerst stond, is bewaard als reservekopie “van vóór het terugzetten”: {folder}.</translation>
    </message>
    <message>
        <source>What was damaged was set aside and is kept, in the folder {folder}.</source>
        <translation>Wat beschadigd was, is apart gezet en bewaard, in de map {folder}.</translation>
    </message>
    <message>
        <source>Erased again, because they had been erased since: {clients}.</source>
        <translation>Opnieuw gewist, omdat dat na die dag al was gebeurd: {clients}.</translation>
    </message>
    <message>
        <source>The passphrase and the recovery key of that day apply again.</source>
        <translation>De wachtzin en de herstelsleutel van die dag gelden weer.</translation>
    </message>
    <message>
        <source>Your passphrase and recovery key stay as they are.</source>
        <translation>Uw wachtzin en herstelsleutel blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Komt terug</translation>
    </message>
    <message>
        <source>Is lost: only in the current records</source>
        <translation>Gaat verloren: staat alleen in de huidige dossiers</translation>
    </message>
    <message>
        <source>Becomes as it was then</source>
        <translation>Wordt weer zoals het toen was</translation>
    </message>
    <message>
        <source>back: {what}</source>
        <translation>terug: {what}</translation>
    </message>
    <message>
        <source>lost: {what}</source>
        <translation>weg: {what}</translation>
    </message>
</context>
<context>
    <name>AgreeButtons</name>
    <message>
        <source>Agree this step</source>
        <translation>Deze stap afspreken</translation>
    </message>
    <message>
        <source>Agree as a task for the service</source>
        <translation>Afspreken als taak voor de dienst</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Afspreken</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Afgesproken</translation>
    </message>
    <message>
        <source>Agreed: {day}</source>
        <translation>Afgesproken: {day}</translation>
    </message>
</context>
<context>
    <name>AgreedTab</name>
    <message>
        <source>No step yet. One or two small ones are enough.</source>
        <translation>Nog geen stap. Een of twee kleine is genoeg.</translation>
    </message>
    <message>
        <source>in the record</source>
        <translation>staat in het dossier</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>No appointment yet.</source>
        <translation>Nog geen afspraak.</translation>
    </message>
    <message>
        <source>goes into the record when you finish</source>
        <translation>komt in het dossier als u afrondt</translation>
    </message>
    <message>
        <source>They are planned in the record.</source>
        <translation>Deze momenten staan in het dossier.</translation>
    </message>
    <message>
        <source>Planned before, in the record: {days}</source>
        <translation>Eerder gepland in het dossier: {days}</translation>
    </message>
    <message>
        <source>Steps and appointments go into the record when you finish the conversation.</source>
        <translation>Stappen en afspraken komen in het dossier als u het gesprek afrondt.</translation>
    </message>
    <message>
        <source>Held on</source>
        <translation>Gehouden op</translation>
    </message>
    <message>
        <source>Day on which the conversation was held</source>
        <translation>Dag waarop het gesprek is gehouden</translation>
    </message>
    <message>
        <source>The client reads this on their page. Write to the client: “You …”.</source>
        <translation>De cliënt leest dit op het eigen blad. Schrijf aan de cliënt: “U&#xa0;…”.</translation>
    </message>
    <message>
        <source>The first three weeks of a course</source>
        <translation>De eerste drie weken van een cursus</translation>
    </message>
    <message>
        <source>Next appointment</source>
        <translation>Volgende afspraak</translation>
    </message>
    <message>
        <source>Make an appointment</source>
        <translation>Afspraak maken</translation>
    </message>
    <message>
        <source>A course begins on a day that is known</source>
        <translation>Cursus begint op</translation>
    </message>
    <message>
        <source>Day on which the course begins</source>
        <translation>Dag waarop de cursus begint</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>Wat is afgesproken</translation>
    </message>
    <message>
        <source>entered {day}</source>
        <translation>ingevoerd {day}</translation>
    </message>
    <message>
        <source>Agree a step</source>
        <translation>Stap afspreken</translation>
    </message>
</context>
<context>
    <name>AnswerStrip</name>
    <message>
        <source>Not kept: the client did not consent to this.</source>
        <translation>Niet bewaard: de cliënt gaf hier geen toestemming voor.</translation>
    </message>
</context>
<context>
    <name>AppointmentForm</name>
    <message>
        <source>Room or address</source>
        <translation>Kamer of adres</translation>
    </message>
    <message>
        <source>The number that you call from, which the client will see</source>
        <translation>Het nummer waarmee u belt en dat de cliënt ziet</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Next appointment</source>
        <translation>Volgende afspraak</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Afspreken</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Where or how</source>
        <translation>Waar of hoe</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Help articles</source>
        <translation>Hulpteksten</translation>
    </message>
    <message>
        <source>Check this program</source>
        <translation>Dit programma controleren</translation>
    </message>
</context>
<context>
    <name>BackupModel</name>
    <message>
        <source>Made</source>
        <translation>Gemaakt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>Read to its last page</source>
        <translation>Gelezen tot de laatste pagina</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>nog niet</translation>
    </message>
    <message>
        <source>damaged: not to be used</source>
        <translation>beschadigd: niet gebruiken</translation>
    </message>
    <message>
        <source>good: {contents} · from before a restore</source>
        <translation>goed: {contents} · van vóór het terugzetten</translation>
    </message>
    <message>
        <source>good: {contents}</source>
        <translation>goed: {contents}</translation>
    </message>
</context>
<context>
    <name>BackupsPanel</name>
    <message>
        <source>Making a backup and reading it back…</source>
        <translation>Er wordt een reservekopie gemaakt en teruggelezen…</translation>
    </message>
    <message>
        <source>Made and read back: {backup}.</source>
        <translation>Gemaakt en teruggelezen: {backup}.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>Backups are made automatically: every half hour if something changed, when you lock and when you quit. Each is read back before it counts. All of the last 24 hours stay, and the last one of each of the seven days and the four weeks in which you last saved something. Only the newest stays longer than 91 days, or than your term for keeping records if that is shorter.</source>
        <translation>Reservekopieën worden vanzelf gemaakt: elk half uur als er iets is veranderd, als de dossiers op slot gaan en als u afsluit. Elke kopie wordt teruggelezen voordat ze telt. Van de laatste 24 uur blijven ze allemaal, en verder de laatste kopie van elk van de zeven dagen en de vier weken waarin u het laatst iets heeft opgeslagen. Langer dan 91 dagen, of dan uw bewaartermijn als die korter is, blijft alleen de nieuwste.</translation>
    </message>
    <message>
        <source>Make one now</source>
        <translation>Nu een kopie maken</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>De map openen</translation>
    </message>
    <message>
        <source>There are no backups yet.</source>
        <translation>Er zijn nog geen reservekopieën.</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>Reservekopieën, de nieuwste eerst</translation>
    </message>
    <message>
        <source>Test this backup…</source>
        <translation>Deze kopie testen…</translation>
    </message>
    <message>
        <source>Restore this backup…</source>
        <translation>Deze kopie terugzetten…</translation>
    </message>
    <message>
        <source>Restoring locks the records first. You then type the passphrase and see what would change before anything does.</source>
        <translation>Voor het terugzetten gaan de dossiers eerst op slot. Daarna typt u de wachtzin en ziet u wat er zou veranderen, voordat er iets verandert.</translation>
    </message>
    <message>
        <source>These backups are on this computer, encrypted like the records. Copy the folder to a USB stick or another safe place now and then: if the computer is lost, they are lost with it. With a copy and your passphrase or recovery key you open your records anywhere.</source>
        <translation>Deze kopieën staan op deze computer, versleuteld zoals de dossiers. Kopieer de map af en toe naar een usb-stick of een andere veilige plek: raakt de computer kwijt, dan zijn ze ook weg. Met een kopie en uw wachtzin of herstelsleutel opent u uw dossiers overal.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Deze melding sluiten</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>found in the Dutch text</source>
        <translation>gevonden in de Nederlandse tekst</translation>
    </message>
    <message>
        <source>found in the English text</source>
        <translation>gevonden in de Engelse tekst</translation>
    </message>
    <message>
        <source>hit %1 of %2</source>
        <translation>treffer %1 van %2</translation>
    </message>
    <message>
        <source>Remove the bookmark (Ctrl+D)</source>
        <translation>Bladwijzer weghalen (Ctrl+D)</translation>
    </message>
    <message>
        <source>Bookmark this page (Ctrl+D)</source>
        <translation>Bladwijzer plaatsen (Ctrl+D)</translation>
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
        <source>Copy with source (Ctrl+Shift+C)</source>
        <translation>Kopiëren met bron (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>Kopiëren met bron</translation>
    </message>
    <message>
        <source>More: print, save, open beside (Shift+F10)</source>
        <translation>Meer: afdrukken, opslaan, ernaast openen (Shift+F10)</translation>
    </message>
    <message>
        <source>More with this page</source>
        <translation>Meer met deze pagina</translation>
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
    <name>Beside</name>
    <message>
        <source>No answer of these two is about this barrier.</source>
        <translation>Geen antwoord van deze twee gaat over deze belemmering.</translation>
    </message>
    <message>
        <source>Country on the left</source>
        <translation>Land links</translation>
    </message>
    <message>
        <source>Country on the right</source>
        <translation>Land rechts</translation>
    </message>
    <message>
        <source>Answers of two countries</source>
        <translation>Antwoorden van twee landen</translation>
    </message>
    <message>
        <source>Right and Left go from answer to answer; Enter opens its page</source>
        <translation>Met pijl-rechts en pijl-links gaat u van antwoord naar antwoord; Enter opent de pagina</translation>
    </message>
</context>
<context>
    <name>BesidePane</name>
    <message>
        <source>Beside</source>
        <translation>Ernaast</translation>
    </message>
    <message>
        <source>Page beside</source>
        <translation>Pagina ernaast</translation>
    </message>
    <message>
        <source>Close this page (Esc)</source>
        <translation>Deze pagina sluiten (Esc)</translation>
    </message>
</context>
<context>
    <name>BookmarkModel</name>
    <message>
        <source>no longer in the content</source>
        <translation>niet meer in de inhoud</translation>
    </message>
    <message>
        <source>was called: {title}</source>
        <translation>heette: {title}</translation>
    </message>
</context>
<context>
    <name>BookmarksView</name>
    <message>
        <source>All tags</source>
        <translation>Alle labels</translation>
    </message>
    <message>
        <source>Removed: {title}</source>
        <translation>Weggehaald: {title}</translation>
    </message>
    <message>
        <source>{count} bookmarks removed</source>
        <translation>{count} bladwijzers weggehaald</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>bookmarks</source>
        <translation>bladwijzers</translation>
    </message>
    <message>
        <source>Export bookmarks</source>
        <translation>Bladwijzers exporteren</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Opgeslagen: {name}</translation>
    </message>
    <message>
        <source>No bookmark has these words</source>
        <translation>Geen bladwijzer met deze woorden</translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation>Nog geen bladwijzers</translation>
    </message>
    <message>
        <source>Press Ctrl+D on what you read, or click the star above it. You can add a note of your own.</source>
        <translation>Druk op Ctrl+D bij wat u leest, of klik op de ster erboven. U kunt er een eigen notitie bij zetten.</translation>
    </message>
    <message>
        <source>Search for something</source>
        <translation>Iets zoeken</translation>
    </message>
    <message>
        <source>1 bookmark</source>
        <translation>1 bladwijzer</translation>
    </message>
    <message>
        <source>{count} bookmarks</source>
        <translation>{count} bladwijzers</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} van {all}</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>{count} gekozen</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Bladwijzers</translation>
    </message>
    <message>
        <source>Filter by title, note or tag</source>
        <translation>Filter op titel, notitie of label</translation>
    </message>
    <message>
        <source>Delete removes what is chosen; with Ctrl or Shift you choose several</source>
        <translation>Delete haalt weg wat gekozen is; met Ctrl of Shift kiest u er meer</translation>
    </message>
    <message>
        <source>Take along</source>
        <translation>Meenemen</translation>
    </message>
    <message>
        <source>The chosen bookmarks, if you chose several; else all</source>
        <translation>De gekozen bladwijzers als u er meer koos, en anders alle</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>Kopiëren met bron</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Afdrukken…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als PDF…</translation>
    </message>
    <message>
        <source>Save as a web page, also for Word…</source>
        <translation>Opslaan als webpagina, ook voor Word…</translation>
    </message>
    <message>
        <source>Tags, with commas</source>
        <translation>Labels, met komma’s</translation>
    </message>
    <message>
        <source>Tags of what is chosen, with commas between them</source>
        <translation>Labels van wat gekozen is, met komma’s ertussen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
    <message>
        <source>Only with this tag</source>
        <translation>Alleen met dit label</translation>
    </message>
    <message>
        <source>Latest first</source>
        <translation>Nieuwste eerst</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Op titel</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Op label</translation>
    </message>
    <message>
        <source>As Markdown, to read…</source>
        <translation>Als Markdown, om te lezen…</translation>
    </message>
    <message>
        <source>As JSON, for other programs…</source>
        <translation>Als JSON, voor andere programma’s…</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>Reading cursor on</source>
        <translation>Leescursor aan</translation>
    </message>
    <message>
        <source>Reading cursor off</source>
        <translation>Leescursor uit</translation>
    </message>
    <message>
        <source>%1, link</source>
        <translation>%1, link</translation>
    </message>
    <message>
        <source>Search for the selected words (Ctrl+E)</source>
        <translation>Zoek de geselecteerde woorden (Ctrl+E)</translation>
    </message>
    <message>
        <source>Find on this page (Ctrl+F)</source>
        <translation>Zoeken op deze pagina (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>CalendarFile</name>
    <message>
        <source>Save for a calendar</source>
        <translation>Opslaan voor een agenda</translation>
    </message>
</context>
<context>
    <name>CallForm</name>
    <message>
        <source>“What helped?”</source>
        <translation>“Wat heeft geholpen?”</translation>
    </message>
    <message>
        <source>“What got in the way?”</source>
        <translation>“Wat maakte het lastig?”</translation>
    </message>
    <message>
        <source>Call · {moment}</source>
        <translation>Bellen · {moment}</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Bellen</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>“We agreed some steps. How did they go?”</source>
        <translation>“We hebben stappen afgesproken. Hoe is dat gegaan?”</translation>
    </message>
    <message>
        <source>“How have things been since we last spoke?”</source>
        <translation>“Hoe is het gegaan sinds we elkaar spraken?”</translation>
    </message>
    <message>
        <source>“What do you need now?”</source>
        <translation>“Wat hebt u nu nodig?”</translation>
    </message>
    <message>
        <source>“When shall we speak again?”</source>
        <translation>“Wanneer spreken we elkaar weer?”</translation>
    </message>
    <message>
        <source>What was said, in one line</source>
        <translation>Wat er is gezegd, in één regel</translation>
    </message>
    <message>
        <source>Remark, if you like</source>
        <translation>Opmerking, als u wilt</translation>
    </message>
    <message>
        <source>Nothing about health, debts or the law: there is no consent for that.</source>
        <translation>Niets over gezondheid, schulden of recht: daar is geen toestemming voor.</translation>
    </message>
    <message>
        <source>Call back on</source>
        <translation>Terugbellen op</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Volgende poging</translation>
    </message>
    <message>
        <source>Planned already: {when}</source>
        <translation>Al gepland: {when}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
</context>
<context>
    <name>CardBody</name>
    <message>
        <source>Read what the report says</source>
        <translation>Lees wat het rapport zegt</translation>
    </message>
    <message>
        <source>Wording, kind and steps are ours; the subject is in the report: {sections}</source>
        <translation>Bewoording, soort en stappen zijn van ons; het onderwerp staat in het rapport: {sections}</translation>
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
        <source>A drive to build on</source>
        <translation>Een drijfveer om op te bouwen</translation>
    </message>
    <message>
        <source>How to build on it</source>
        <translation>Zo bouwt u erop voort</translation>
    </message>
    <message>
        <source>Close by</source>
        <translation>Dichtbij</translation>
    </message>
    <message>
        <source>What others do</source>
        <translation>Wat anderen doen</translation>
    </message>
    <message>
        <source>What could be done</source>
        <translation>Mogelijke stappen</translation>
    </message>
    <message>
        <source>All {count} sources, and what the report says</source>
        <translation>Alle {count} bronnen, en wat het rapport zegt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>From the pack {name}</source>
        <translation>Uit het pakket {name}</translation>
    </message>
    <message>
        <source>Recommendation {number}</source>
        <translation>Aanbeveling {number}</translation>
    </message>
    <message>
        <source>The client said about this: {answer}</source>
        <translation>De cliënt zei hierover: {answer}</translation>
    </message>
    <message>
        <source>None that fits has been named yet. You can ask about: {drives}.</source>
        <translation>Er is nog geen passende genoemd. U kunt vragen naar: {drives}.</translation>
    </message>
    <message>
        <source>No drive has been named yet.</source>
        <translation>Er is nog geen drijfveer genoemd.</translation>
    </message>
</context>
<context>
    <name>CardSteps</name>
    <message>
        <source>This is something for the service</source>
        <translation>Dit is iets voor de dienst</translation>
    </message>
</context>
<context>
    <name>ChosenRows</name>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Geldt vanaf de volgende keer.</translation>
    </message>
</context>
<context>
    <name>ClientChooser</name>
    <message>
        <source>New client {code}</source>
        <translation>Nieuwe cliënt {code}</translation>
    </message>
    <message>
        <source>Whose conversation is this?</source>
        <translation>Van wie is dit gesprek?</translation>
    </message>
    <message>
        <source>What has been said so far is saved under this client, and so is what follows.</source>
        <translation>Wat tot nu toe gezegd is, wordt bij deze cliënt bewaard, en wat nog komt ook.</translation>
    </message>
    <message>
        <source>All that was said goes from {code} to the client that you choose.</source>
        <translation>Alles wat gezegd is, gaat van {code} naar de cliënt die u kiest.</translation>
    </message>
    <message>
        <source>Find a code, or type a new one</source>
        <translation>Zoek een code, of typ een nieuwe</translation>
    </message>
    <message>
        <source>A code</source>
        <translation>Een code</translation>
    </message>
    <message>
        <source>Client code</source>
        <translation>Cliëntcode</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>ClientList</name>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Nieuwe cliënt</translation>
    </message>
    <message>
        <source>New client (Ctrl+N)</source>
        <translation>Nieuwe cliënt (Ctrl+N)</translation>
    </message>
    <message>
        <source>Find a code</source>
        <translation>Zoek een code</translation>
    </message>
    <message>
        <source>Find a client by code</source>
        <translation>Zoek een cliënt op code</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Volgorde van de lijst</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Cliënten</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>Op code</translation>
    </message>
    <message>
        <source>Last conversation first</source>
        <translation>Laatste gesprek eerst</translation>
    </message>
    <message>
        <source>What is due first</source>
        <translation>Wat het eerst aan de beurt is</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Lopend</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Aan de beurt</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Concepten</translation>
    </message>
    <message>
        <source>Past retention</source>
        <translation>Voorbij de termijn</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archief</translation>
    </message>
    <message>
        <source>No clients yet. “New” makes a record, under a code and never under a name.</source>
        <translation>Er zijn nog geen cliënten. Met “Nieuw” maakt u een dossier, met een code en nooit met een naam.</translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>Vandaag is er niets aan de beurt.</translation>
    </message>
    <message>
        <source>Every conversation has been finished.</source>
        <translation>Elk gesprek is afgerond.</translation>
    </message>
    <message>
        <source>No record is kept longer than its retention period.</source>
        <translation>Geen enkel dossier wordt langer bewaard dan de termijn.</translation>
    </message>
    <message>
        <source>The archive is empty.</source>
        <translation>Het archief is leeg.</translation>
    </message>
    <message>
        <source>No client has this in the code.</source>
        <translation>Geen cliënt met dit in de code.</translation>
    </message>
</context>
<context>
    <name>ClientMenu</name>
    <message>
        <source>A copy for the client…</source>
        <translation>Een afschrift voor de cliënt…</translation>
    </message>
    <message>
        <source>Hand over to a colleague…</source>
        <translation>Overdragen aan een collega…</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Voorgoed wissen…</translation>
    </message>
</context>
<context>
    <name>ClientModel</name>
    <message>
        <source>Draft</source>
        <translation>Concept</translation>
    </message>
</context>
<context>
    <name>ClientScreen</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Sluiten (Esc)</translation>
    </message>
</context>
<context>
    <name>ClientTab</name>
    <message>
        <source>In your own words, one per line</source>
        <translation>In eigen woorden, elk op een regel</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>Eerste regel</translation>
    </message>
    <message>
        <source>Last line</source>
        <translation>Laatste regel</translation>
    </message>
    <message>
        <source>Step, as the client reads it</source>
        <translation>Stap, zoals de cliënt die leest</translation>
    </message>
    <message>
        <source>On the client&apos;s page: {name}</source>
        <translation>Op het blad van de cliënt: {name}</translation>
    </message>
    <message>
        <source>Language of the page</source>
        <translation>Taal van het blad</translation>
    </message>
    <message>
        <source>Your details: kept for every conversation, in the settings of the program.</source>
        <translation>Uw gegevens: ze blijven staan voor elk gesprek, bij de instellingen van het programma.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefoon</translation>
    </message>
</context>
<context>
    <name>CloseForm</name>
    <message>
        <source>The record is kept until {day}. After that the list “Past retention” asks what to do; nothing is erased automatically.</source>
        <translation>Het dossier wordt bewaard tot en met {day}. Daarna vraagt de lijst “Voorbij de termijn” wat u wilt doen; er wordt niets vanzelf gewist.</translation>
    </message>
    <message>
        <source>Close the guidance</source>
        <translation>Begeleiding afsluiten</translation>
    </message>
    <message>
        <source>It ended on</source>
        <translation>Geëindigd op</translation>
    </message>
    <message>
        <source>Day on which the guidance ended</source>
        <translation>Dag waarop de begeleiding eindigde</translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>Practice conversation</source>
        <translation>Oefengesprek</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Stop practising</source>
        <translation>Stoppen met oefenen</translation>
    </message>
    <message>
        <source>Practice conversation · done</source>
        <translation>Oefengesprek · klaar</translation>
    </message>
    <message>
        <source>That was it. None of it was kept.</source>
        <translation>Dat was het. Er is niets van bewaard.</translation>
    </message>
    <message>
        <source>What to ask next is below the list. F1 lists the keys. A real conversation begins at First contact, and ends with a page for the client.</source>
        <translation>Onder de lijst staat wat u nu kunt vragen. F1 toont de toetsen. Een echt gesprek begint bij Eerste gesprek, en eindigt met een blad voor de cliënt.</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Naar het begin</translation>
    </message>
    <message>
        <source>Practice conversation, three minutes · the client does not exist, nothing is kept · {step} of {steps}</source>
        <translation>Oefengesprek, drie minuten · de cliënt bestaat niet, er wordt niets bewaard · {step} van {steps}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Overslaan</translation>
    </message>
</context>
<context>
    <name>CodeForm</name>
    <message>
        <source>New client</source>
        <translation>Nieuwe cliënt</translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Een andere code</translation>
    </message>
    <message>
        <source>A code, not a name. Keep the list of who is who somewhere else.</source>
        <translation>Een code, geen naam. Bewaar de lijst met wie wie is ergens anders.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Make the record</source>
        <translation>Dossier maken</translation>
    </message>
    <message>
        <source>Change the code</source>
        <translation>Code wijzigen</translation>
    </message>
</context>
<context>
    <name>ConsentBar</name>
    <message>
        <source>Say: “Some things are private: your health, debts, legal matters. May I write those down too? You may always read them, and have them erased.”</source>
        <translation>Zeg: “Sommige dingen zijn privé: uw gezondheid, schulden, zaken met de rechter. Mag ik die ook opschrijven? U mag het altijd lezen, en laten wissen.”</translation>
    </message>
    <message>
        <source>Without a yes, nothing about these is kept after the conversation. The rest is.</source>
        <translation>Zonder ja wordt daarover na het gesprek niets bewaard. De rest wel.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>ContinuePanel</name>
    <message>
        <source>Section</source>
        <translation>Deel van het rapport</translation>
    </message>
    <message>
        <source>Continue where you were</source>
        <translation>Verder waar u was</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>één antwoord</translation>
    </message>
    <message>
        <source>{count} answers</source>
        <translation>{count} antwoorden</translation>
    </message>
    <message>
        <source>Conversation with {code}</source>
        <translation>Gesprek met {code}</translation>
    </message>
</context>
<context>
    <name>ConversationBar</name>
    <message>
        <source>What you type here is not kept.</source>
        <translation>Wat u hier typt, wordt niet bewaard.</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Terug naar het gesprek</translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>First contact</source>
        <translation>Eerste gesprek</translation>
    </message>
    <message>
        <source>Conversation {number}</source>
        <translation>Gesprek {number}</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Vorige keer</translation>
    </message>
    <message>
        <source>The goal, the steps, and what is planned</source>
        <translation>Het doel, de stappen en wat is gepland</translation>
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
        <source>Show the signals again (Shift+H)</source>
        <translation>De signalen weer tonen (Shift+H)</translation>
    </message>
    <message>
        <source>In memory only.</source>
        <translation>Alleen in het geheugen.</translation>
    </message>
    <message>
        <source>The client is watching (Shift+H)</source>
        <translation>De cliënt kijkt mee (Shift+H)</translation>
    </message>
    <message>
        <source>Let the signals follow again (Shift+B)</source>
        <translation>De signalen weer laten meelopen (Shift+B)</translation>
    </message>
    <message>
        <source>Freeze the signals (Shift+B)</source>
        <translation>De signalen bevriezen (Shift+B)</translation>
    </message>
    <message>
        <source>Print the empty form of one sheet…</source>
        <translation>Leeg formulier van één blad afdrukken…</translation>
    </message>
    <message>
        <source>Save the empty form of one sheet as PDF…</source>
        <translation>Leeg formulier van één blad als PDF opslaan…</translation>
    </message>
    <message>
        <source>Print the long empty form…</source>
        <translation>Lang leeg formulier afdrukken…</translation>
    </message>
    <message>
        <source>Save the long empty form as PDF…</source>
        <translation>Lang leeg formulier als PDF opslaan…</translation>
    </message>
    <message>
        <source>{what}: on</source>
        <translation>{what}: aan</translation>
    </message>
    <message>
        <source>{what}: off</source>
        <translation>{what}: uit</translation>
    </message>
    <message>
        <source>Frozen · {count} new</source>
        <translation>Bevroren · {count} nieuw</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Bevroren</translation>
    </message>
    <message>
        <source>Another conversation has begun. The one before was not saved; it can be brought back until the first answer.</source>
        <translation>Er is een ander gesprek begonnen. Het vorige is niet opgeslagen; tot het eerste antwoord kunt u het terughalen.</translation>
    </message>
    <message>
        <source>The list is an aid to memory, not a validated test.</source>
        <translation>De lijst is een geheugensteun, geen gevalideerde test.</translation>
    </message>
</context>
<context>
    <name>CopiedNote</name>
    <message>
        <source>Subject: {subject}</source>
        <translation>Onderwerp: {subject}</translation>
    </message>
    <message>
        <source>Copied. Read it before you send it: nothing about health, debts or the law, and only to the number that the client gave you for this.</source>
        <translation>Gekopieerd. Lees het na voordat u het verstuurt: niets over gezondheid, schulden of de wet, en alleen naar het nummer dat de cliënt hiervoor gaf.</translation>
    </message>
    <message>
        <source>Copied. Read it before you send it: nothing about health, debts or the law, and only to the address that the client gave you for this. The first line is the subject.</source>
        <translation>Gekopieerd. Lees het na voordat u het verstuurt: niets over gezondheid, schulden of de wet, en alleen naar het adres dat de cliënt hiervoor gaf. De eerste regel is het onderwerp.</translation>
    </message>
    <message>
        <source>Copied. Send it only if the client agrees to every line of it.</source>
        <translation>Gekopieerd. Verstuur het alleen als de cliënt het met elke regel eens is.</translation>
    </message>
    <message>
        <source>One step was left out for that reason.</source>
        <translation>Eén stap is daarom weggelaten.</translation>
    </message>
    <message>
        <source>{count} steps were left out for that reason.</source>
        <translation>{count} stappen zijn daarom weggelaten.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>CopyPage</name>
    <message>
        <source>Saved: {file}. This file is not encrypted: hand it over safely, and remove it when it is no longer needed.</source>
        <translation>Opgeslagen: {file}. Dit bestand is niet versleuteld: geef het veilig door, en verwijder het als het niet meer nodig is.</translation>
    </message>
    <message>
        <source>A copy for the client {code}</source>
        <translation>Een afschrift voor cliënt {code}</translation>
    </message>
    <message>
        <source>Everything that is recorded about this client, including every change. Read it before you give it: your words are in it as they were written. Nothing is saved before you choose a place.</source>
        <translation>Alles wat van deze cliënt is vastgelegd, ook elke wijziging. Lees het voordat u het geeft: uw woorden staan erin zoals ze zijn geschreven. Er wordt niets opgeslagen voordat u een plek kiest.</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>Het dossier wordt gelezen…</translation>
    </message>
</context>
<context>
    <name>CounselorTab</name>
    <message>
        <source>To build on</source>
        <translation>Om op te bouwen</translation>
    </message>
    <message>
        <source>May be in the way</source>
        <translation>Staat misschien in de weg</translation>
    </message>
    <message>
        <source>The answers point to nothing yet.</source>
        <translation>De antwoorden wijzen nog nergens op.</translation>
    </message>
    <message>
        <source>On the counselor&apos;s page: {name}</source>
        <translation>Op het blad van de begeleider: {name}</translation>
    </message>
    <message>
        <source>What goes on your page</source>
        <translation>Wat op uw blad komt</translation>
    </message>
    <message>
        <source>No signal and no barrier ever stands on the client&apos;s page.</source>
        <translation>Op het blad van de cliënt staan nooit signalen of belemmeringen.</translation>
    </message>
    <message>
        <source>Your own notes</source>
        <translation>Uw eigen notities</translation>
    </message>
    <message>
        <source>For yourself or a colleague, if you like</source>
        <translation>Voor uzelf of een collega, als u dat wilt</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>You can try again in 1 second.</source>
        <translation>U kunt het over 1 seconde opnieuw proberen.</translation>
    </message>
    <message>
        <source>You can try again in {count} seconds.</source>
        <translation>U kunt het over {count} seconden opnieuw proberen.</translation>
    </message>
</context>
<context>
    <name>CountriesView</name>
    <message>
        <source>countries</source>
        <translation>landen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>What five countries answered in the interviews of 2022. Ireland was asked five questions only.</source>
        <translation>Wat vijf landen antwoordden in de interviews van 2022. Ierland kreeg maar vijf vragen.</translation>
    </message>
    <message>
        <source>A dash: not asked, or not in the report. A country or theme leads to all about it.</source>
        <translation>Een streepje: niet gevraagd, of niet in het rapport. Een land of thema leidt naar alles daarover.</translation>
    </message>
    <message>
        <source>%1 findings are about this barrier. A dash: nothing about it.</source>
        <translation>%1 bevindingen gaan over deze belemmering. Een streepje: niets daarover.</translation>
    </message>
    <message>
        <source>1 finding is about this barrier. A dash: nothing about it.</source>
        <translation>1 bevinding gaat over deze belemmering. Een streepje: niets daarover.</translation>
    </message>
    <message>
        <source>About any barrier</source>
        <translation>Over elke belemmering</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Afdrukken…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Two side by side</source>
        <translation>Twee naast elkaar</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Landen</translation>
    </message>
    <message>
        <source>Only answers about this barrier</source>
        <translation>Alleen antwoorden over deze belemmering</translation>
    </message>
    <message>
        <source>Save what is shown as CSV, for a spreadsheet</source>
        <translation>Bewaar wat u ziet als CSV, voor een rekenblad</translation>
    </message>
    <message>
        <source>Save what is shown as PDF</source>
        <translation>Bewaar wat u ziet als PDF</translation>
    </message>
</context>
<context>
    <name>CountryModel</name>
    <message>
        <source>Search for all about: {name}</source>
        <translation>Zoeken naar alles over: {name}</translation>
    </message>
</context>
<context>
    <name>CreateView</name>
    <message>
        <source>One moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
    <message>
        <source>Done: open my records</source>
        <translation>Klaar: open mijn dossiers</translation>
    </message>
    <message>
        <source>It is on paper</source>
        <translation>Hij staat op papier</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Keep records of your clients</source>
        <translation>Dossiers van uw cliënten bewaren</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Kies een wachtzin</translation>
    </message>
    <message>
        <source>The recovery key, on paper</source>
        <translation>De herstelsleutel, op papier</translation>
    </message>
    <message>
        <source>Records, step %1 of 3</source>
        <translation>Dossiers, stap %1 van 3</translation>
    </message>
    <message>
        <source>You choose whether the program keeps anything about a client. Without records all the rest works as it does now.</source>
        <translation>U kiest of het programma iets over een cliënt bewaart. Zonder dossiers werkt al het andere gewoon.</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wat het doet</translation>
    </message>
    <message>
        <source>It keeps conversations, agreed steps and notes of each client, on this computer only.</source>
        <translation>Het bewaart gesprekken, afspraken en notities per cliënt, alleen op deze computer.</translation>
    </message>
    <message>
        <source>All of it is encrypted. It opens with a passphrase that only you know.</source>
        <translation>Alles is versleuteld en gaat open met een wachtzin die alleen u kent.</translation>
    </message>
    <message>
        <source>It locks automatically when you walk away, and with Ctrl+L.</source>
        <translation>Het gaat vanzelf op slot als u wegloopt, en met Ctrl+L.</translation>
    </message>
    <message>
        <source>Clients have a code, not a name.</source>
        <translation>Cliënten hebben een code, geen naam.</translation>
    </message>
    <message>
        <source>What it cannot do</source>
        <translation>Wat het niet kan</translation>
    </message>
    <message>
        <source>Open without the passphrase or the recovery key. If both are lost, the records are gone; we cannot open them either.</source>
        <translation>Opengaan zonder de wachtzin of de herstelsleutel. Bent u beide kwijt, dan zijn de dossiers voorgoed weg; ook wij kunnen ze niet openen.</translation>
    </message>
    <message>
        <source>Protect what is open: against someone at your desk, or a virus on this computer.</source>
        <translation>Beschermen wat open staat: tegen iemand aan uw bureau, of een virus op deze computer.</translation>
    </message>
    <message>
        <source>Help with a broken disk, if there is no backup elsewhere.</source>
        <translation>Helpen bij een kapotte schijf, als er nergens anders een reservekopie ligt.</translation>
    </message>
    <message>
        <source>A passphrase is a few separate words. You type it each time you open the records. Do not keep it near this computer.</source>
        <translation>Een wachtzin bestaat uit een paar losse woorden. U typt hem elke keer dat u de dossiers opent. Bewaar hem niet bij deze computer.</translation>
    </message>
    <message>
        <source>I have a backup: restore it</source>
        <translation>Ik heb een reservekopie: zet die terug</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>DayCalendar</name>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
</context>
<context>
    <name>DayCard</name>
    <message>
        <source>kind:recommendation</source>
        <translation>soort:aanbeveling</translation>
    </message>
    <message>
        <source>Today&apos;s recommendation</source>
        <translation>Aanbeveling van vandaag</translation>
    </message>
    <message>
        <source>Recommendation {number} of the report, {section}</source>
        <translation>Aanbeveling {number} van het rapport, {section}</translation>
    </message>
    <message>
        <source>All nine</source>
        <translation>Alle negen</translation>
    </message>
    <message>
        <source>All nine recommendations</source>
        <translation>Alle negen aanbevelingen</translation>
    </message>
</context>
<context>
    <name>DayChoice</name>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>deze week</translation>
    </message>
    <message>
        <source>in a week</source>
        <translation>over een week</translation>
    </message>
    <message>
        <source>on another day</source>
        <translation>op een andere dag</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>geen dag</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Choose a question: how to ask it is shown here.</source>
        <translation>Kies een vraag: hier staat dan hoe u die kunt stellen.</translation>
    </message>
</context>
<context>
    <name>DoctorPanel</name>
    <message>
        <source>Checking…</source>
        <translation>Controleren…</translation>
    </message>
    <message>
        <source>The report was copied. It holds nothing about clients.</source>
        <translation>Het rapport is gekopieerd. Er staat niets over cliënten in.</translation>
    </message>
    <message>
        <source>Check this program</source>
        <translation>Dit programma controleren</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Wat er gevonden is</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Rapport kopiëren</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Opnieuw controleren</translation>
    </message>
    <message>
        <source>Erase recent errors</source>
        <translation>Recente fouten wissen</translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message>
        <source>Due</source>
        <translation>Aan de beurt</translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>Vandaag is er niets aan de beurt.</translation>
    </message>
    <message>
        <source>All of it (more than {count})</source>
        <translation>Alles (meer dan {count})</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Alle {count}</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Bellen</translation>
    </message>
    <message>
        <source>Did the client arrive? {what}</source>
        <translation>Is de cliënt aangekomen? {what}</translation>
    </message>
</context>
<context>
    <name>DueMenu</name>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Deze week</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Over een week</translation>
    </message>
    <message>
        <source>On a date…</source>
        <translation>Op een datum…</translation>
    </message>
</context>
<context>
    <name>EarlierAnswerLine</name>
    <message>
        <source>Still so</source>
        <translation>Nog zo</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Veranderd</translation>
    </message>
    <message>
        <source>No longer</source>
        <translation>Niet meer</translation>
    </message>
    <message>
        <source>{day}: {answer}</source>
        <translation>{day}: {answer}</translation>
    </message>
</context>
<context>
    <name>EmptyResults</name>
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
        <source>With these filters nothing is left of what was found.</source>
        <translation>Met deze filters blijft er niets over van wat is gevonden.</translation>
    </message>
    <message>
        <source>No text contains this.</source>
        <translation>Dit staat in geen enkele tekst.</translation>
    </message>
    <message>
        <source>The other words alone found nothing either.</source>
        <translation>Met alleen de andere woorden is ook niets gevonden.</translation>
    </message>
    <message>
        <source>Findings, practices from five countries, recommendations, barriers and questions. Everyday words work too:</source>
        <translation>Bevindingen, praktijkvoorbeelden uit vijf landen, aanbevelingen, belemmeringen en vragen. Gewone woorden werken ook:</translation>
    </message>
    <message>
        <source>What comes closest:</source>
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
    <name>EntryLabel</name>
    <message>
        <source>Copied with its source</source>
        <translation>Gekopieerd met bron</translation>
    </message>
    <message>
        <source>Ours, not the report&apos;s: {text}</source>
        <translation>Van ons, niet uit het rapport: {text}</translation>
    </message>
    <message>
        <source>As it was in {year}: {text}</source>
        <translation>Zo was het in {year}: {text}</translation>
    </message>
    <message>
        <source>Our note on the report: {text}</source>
        <translation>Onze noot bij het rapport: {text}</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>Kopiëren met bron</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open in the reading pane</source>
        <translation>Openen in het leesvenster</translation>
    </message>
    <message>
        <source>Open in the reading pane; Alt+Left comes back here</source>
        <translation>Openen in het leesvenster; met Alt+← komt u hier terug</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>from the pack {name}</source>
        <translation>uit het pakket {name}</translation>
    </message>
    <message>
        <source>Enter opens it; Right unfolds it here</source>
        <translation>Enter opent de tekst; pijl naar rechts vouwt hem hier uit</translation>
    </message>
    <message>
        <source>In the note: {words}</source>
        <translation>In de notitie: {words}</translation>
    </message>
    <message>
        <source>Because it was named: {what}</source>
        <translation>Omdat genoemd is: {what}</translation>
    </message>
    <message>
        <source>Because you observed: {what}</source>
        <translation>Door u opgemerkt: {what}</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Inklappen</translation>
    </message>
    <message>
        <source>Read here</source>
        <translation>Hier lezen</translation>
    </message>
</context>
<context>
    <name>ErasePage</name>
    <message>
        <source>Erased: {code}</source>
        <translation>Gewist: {code}</translation>
    </message>
    <message>
        <source>Erase {code} for good</source>
        <translation>{code} voorgoed wissen</translation>
    </message>
</context>
<context>
    <name>EraseQuestion</name>
    <message>
        <source>A folder to search too</source>
        <translation>Nog een map om te doorzoeken</translation>
    </message>
    <message>
        <source>Erasing, and then searching for what was erased…</source>
        <translation>Er wordt gewist, en daarna gezocht naar wat gewist is…</translation>
    </message>
    <message>
        <source>The only thing here that cannot be undone. Has the client had a copy, if they want one?</source>
        <translation>Dit is het enige wat u hier niet ongedaan kunt maken. Heeft de cliënt een afschrift gekregen, als die dat wil?</translation>
    </message>
    <message>
        <source>The whole record is erased: {what}, and all that belongs to it.</source>
        <translation>Het hele dossier wordt gewist: {what}, en alles wat daarbij hoort.</translation>
    </message>
    <message>
        <source>Afterwards the program searches its own files for the code, the texts and the words, and shows what it found. Backups that still hold the record are named with the day on which they go; you can also replace them at once. A backup that is restored later is erased again.</source>
        <translation>Daarna zoekt het programma in zijn eigen bestanden naar de code, de teksten en de woorden, en laat zien wat er is gevonden. Reservekopieën waarin het dossier nog staat, worden genoemd met de dag waarop ze verdwijnen; u kunt ze ook meteen vervangen. Zet u later zo’n kopie terug, dan wordt het dossier opnieuw gewist.</translation>
    </message>
    <message>
        <source>The program does not know where you printed or saved something: those copies you remove yourself. Is there a folder for them? Then it can be searched too.</source>
        <translation>Het programma weet niet wat u heeft afgedrukt of ergens heeft opgeslagen: dat verwijdert u zelf. Staat zoiets in een map? Dan kan die ook worden doorzocht.</translation>
    </message>
    <message>
        <source>Search a folder too…</source>
        <translation>Ook een map doorzoeken…</translation>
    </message>
    <message>
        <source>Searched too: {folder}</source>
        <translation>Ook doorzocht: {folder}</translation>
    </message>
    <message>
        <source>Type the code {code} to confirm</source>
        <translation>Typ de code {code} om te bevestigen</translation>
    </message>
    <message>
        <source>Do not erase</source>
        <translation>Niet wissen</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Voorgoed wissen</translation>
    </message>
</context>
<context>
    <name>ExtendForm</name>
    <message>
        <source>Keep {code} longer</source>
        <translation>{code} langer bewaren</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>Why is it still needed? The client may read this.</source>
        <translation>Waarom is het nog nodig? De cliënt mag dit lezen.</translation>
    </message>
    <message>
        <source>Keep longer</source>
        <translation>Langer bewaren</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
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
        <source>By kind</source>
        <translation>Per soort</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>As in the report</source>
        <translation>Zoals in het rapport</translation>
    </message>
    <message>
        <source>Order: the best first</source>
        <translation>Volgorde: het beste eerst</translation>
    </message>
    <message>
        <source>Order: by kind, the best first</source>
        <translation>Volgorde: per soort, het beste eerst</translation>
    </message>
    <message>
        <source>Order: as in the report</source>
        <translation>Volgorde: zoals in het rapport</translation>
    </message>
</context>
<context>
    <name>FilterGroup</name>
    <message>
        <source>%1: %2 found</source>
        <translation>%1: %2 gevonden</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Shows now: {count}</source>
        <translation>Staat er nu: {count}</translation>
    </message>
    <message>
        <source>{shown} of {all} rules</source>
        <translation>{shown} van {all} regels</translation>
    </message>
    <message>
        <source>Look for a word: debts, shame, travel</source>
        <translation>Zoek een woord: schulden, schaamte, reizen</translation>
    </message>
    <message>
        <source>Look for a word</source>
        <translation>Zoek een woord</translation>
    </message>
    <message>
        <source>Look for a word in the rules</source>
        <translation>Zoek een woord in de regels</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Only what shows in this conversation</source>
        <translation>Alleen wat in dit gesprek naar voren komt</translation>
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
        <source>Find</source>
        <translation>Zoek</translation>
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
    <name>FollowUpPage</name>
    <message>
        <source>The first three weeks</source>
        <translation>De eerste drie weken</translation>
    </message>
    <message>
        <source>Begins on</source>
        <translation>Begint op</translation>
    </message>
    <message>
        <source>Day on which it begins</source>
        <translation>Dag waarop het begint</translation>
    </message>
    <message>
        <source>Plan three moments</source>
        <translation>Drie momenten plannen</translation>
    </message>
    <message>
        <source>Another moment</source>
        <translation>Een ander moment</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Gepland</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Bellen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Nothing is planned.</source>
        <translation>Er is niets gepland.</translation>
    </message>
    <message>
        <source>Change what came of it</source>
        <translation>Uitkomst wijzigen</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Uitkomst</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Previous in the report: {title} (Alt+Page Up)</source>
        <translation>Vorige in het rapport: {title} (Alt+Page Up)</translation>
    </message>
    <message>
        <source>Next in the report: {title} (Alt+Page Down)</source>
        <translation>Volgende in het rapport: {title} (Alt+Page Down)</translation>
    </message>
    <message>
        <source>All that comes from this section</source>
        <translation>Alles uit dit deel</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} van {count}</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>With an answer</source>
        <translation>Bij een antwoord</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Stap</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Nazorg</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
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
    <name>GoalLine</name>
    <message>
        <source>What do you want?</source>
        <translation>Wat wilt u?</translation>
    </message>
    <message>
        <source>What does the client want?</source>
        <translation>Wat wil de cliënt?</translation>
    </message>
    <message>
        <source>In the client&apos;s own words, without names (Shift+W)</source>
        <translation>In eigen woorden, zonder namen (Shift+W)</translation>
    </message>
    <message>
        <source>Stands first on the client&apos;s page and in the record (Shift+W)</source>
        <translation>Staat bovenaan op het blad van de cliënt en in het dossier (Shift+W)</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>Save the sealed file</source>
        <translation>Het verzegelde bestand opslaan</translation>
    </message>
    <message>
        <source>Sealing the record…</source>
        <translation>Het dossier wordt verzegeld…</translation>
    </message>
    <message>
        <source>Hand over {code}</source>
        <translation>{code} overdragen</translation>
    </message>
    <message>
        <source>The record travels in one encrypted file. Only someone who hears the code from you can open it.</source>
        <translation>Het hele dossier gaat in één versleuteld bestand. Alleen wie de code van u hoort, kan het openen.</translation>
    </message>
    <message>
        <source>1. Ask the client first; under “Privacy texts” is a text for it.
2. Save the file and send it, or bring it on a stick.
3. Read the code out to your colleague, by telephone or face to face. Never send it along.
4. When your colleague has the record, close or erase it here. Nothing here changes by itself.</source>
        <translation>1. Vraag het eerst aan de cliënt; bij “Privacyteksten” staat er een tekst voor.
2. Sla het bestand op en stuur het, of geef het op een usb-stick.
3. Lees de code voor aan uw collega, telefonisch of persoonlijk. Stuur de code nooit mee.
4. Heeft uw collega het dossier, sluit het dan hier af of wis het. Hier verandert niets vanzelf.</translation>
    </message>
    <message>
        <source>Save the sealed file…</source>
        <translation>Verzegeld bestand opslaan…</translation>
    </message>
    <message>
        <source>The code for {file}</source>
        <translation>De code voor {file}</translation>
    </message>
    <message>
        <source>It is shown this once and kept nowhere. If it gets lost, make the file again: it gets another code. Seven groups of three digits; your colleague types them under Manage → Take over from a colleague.</source>
        <translation>U ziet de code alleen nu; hij wordt nergens bewaard. Raakt de code kwijt, maak het bestand dan opnieuw: dat krijgt een andere. Het zijn zeven groepen van drie cijfers; uw collega typt ze bij Beheer → Overnemen van een collega.</translation>
    </message>
    <message>
        <source>I have passed the code on</source>
        <translation>Ik heb de code doorgegeven</translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Copied: the versions of the program and of the knowledge.</source>
        <translation>Gekopieerd: de versies van het programma en van de kennis.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
</context>
<context>
    <name>HelpWriter</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Go to this setting</source>
        <translation>Naar deze instelling</translation>
    </message>
</context>
<context>
    <name>InstalledCard</name>
    <message>
        <source>Brings %1.</source>
        <translation>Brengt %1.</translation>
    </message>
    <message>
        <source>Set aside, and not searched: it does not fit this version of the program. It is back when a newer version of the pack is added, or when it fits again.
%1</source>
        <translation>Opzijgezet, en niet doorzocht: het past niet bij deze versie van het programma. Het doet weer mee zodra er een nieuwere versie van het pakket is toegevoegd, of zodra het weer past.
%1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 verwijderen</translation>
    </message>
</context>
<context>
    <name>ItemDetails</name>
    <message>
        <source>Less of the question (Space)</source>
        <translation>Minder van de vraag (spatiebalk)</translation>
    </message>
    <message>
        <source>All of the question (Space)</source>
        <translation>Alles van de vraag (spatiebalk)</translation>
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
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Our wording, based on the report: {sections}</source>
        <translation>Onze bewoording, op grond van het rapport: {sections}</translation>
    </message>
    <message>
        <source>Note on: {item}</source>
        <translation>Notitie bij: {item}</translation>
    </message>
    <message>
        <source>Only for now: not saved</source>
        <translation>Alleen voor nu: niet bewaard</translation>
    </message>
    <message>
        <source>In your own words, without names</source>
        <translation>In uw eigen woorden, zonder namen</translation>
    </message>
    <message>
        <source>Not kept: the client did not consent to this.</source>
        <translation>Niet bewaard: de cliënt gaf hier geen toestemming voor.</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Zelf gezien</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Gezegd</translation>
    </message>
    <message>
        <source>{who}. Press to change (Shift+O).</source>
        <translation>{who}. Druk om te wisselen (Shift+O).</translation>
    </message>
</context>
<context>
    <name>ItemFinder</name>
    <message>
        <source>Find an item by what the client says</source>
        <translation>Een vraag zoeken met wat de cliënt zegt</translation>
    </message>
    <message>
        <source>What does the client say?  /</source>
        <translation>Wat zegt de cliënt?  /</translation>
    </message>
    <message>
        <source>Return goes to the item, Return again ticks it. Ctrl+Return also keeps what you typed. (/)</source>
        <translation>Enter gaat naar de vraag, nog eens Enter tikt haar aan. Ctrl+Enter bewaart ook wat u typte. (/)</translation>
    </message>
    <message>
        <source>No item fits this. Try another word.</source>
        <translation>Geen vraag past hierbij. Probeer een ander woord.</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Vragen</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Items of the conversation</source>
        <translation>Onderwerpen van het gesprek</translation>
    </message>
    <message>
        <source>Now {count} questions under {theme}</source>
        <translation>Nu {count} vragen onder {theme}</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>deeper</source>
        <translation>verdieping</translation>
    </message>
    <message>
        <source>{state} (key {number})</source>
        <translation>{state} (toets {number})</translation>
    </message>
    <message>
        <source>Last time: {answer}</source>
        <translation>Vorige keer: {answer}</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>There is no such key.</source>
        <translation>Er is geen toets met die naam.</translation>
    </message>
    <message>
        <source>%1 keys</source>
        <translation>%1 toetsen</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>1 toets</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Which key, or what it does</source>
        <translation>Welke toets, of wat die doet</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation>Zoek een toets</translation>
    </message>
    <message>
        <source>All help</source>
        <translation>Alle hulp</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Terug (Esc)</translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message>
        <source>Knowledge that fits what is said</source>
        <translation>Kennis die past bij wat gezegd is</translation>
    </message>
    <message>
        <source>Show what fits now</source>
        <translation>Laat zien wat nu past</translation>
    </message>
    <message>
        <source>Waits until you ask</source>
        <translation>Wacht tot u erom vraagt</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Bevroren</translation>
    </message>
    <message>
        <source>Follows what you tick and note</source>
        <translation>Volgt wat u aanvinkt en noteert</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} nieuwe</translation>
    </message>
</context>
<context>
    <name>LastTimeCard</name>
    <message>
        <source>Last time · {day}</source>
        <translation>Vorige keer · {day}</translation>
    </message>
    <message>
        <source>What the client wants</source>
        <translation>Wat de cliënt wil</translation>
    </message>
    <message>
        <source>No goal in the client&apos;s own words yet.</source>
        <translation>Nog geen doel in de woorden van de cliënt.</translation>
    </message>
    <message>
        <source>Still so, as said in this conversation.</source>
        <translation>Nog zo, zoals in dit gesprek gezegd.</translation>
    </message>
    <message>
        <source>Still so</source>
        <translation>Nog zo</translation>
    </message>
    <message>
        <source>Takes these words over into this conversation</source>
        <translation>Neemt deze woorden over in dit gesprek</translation>
    </message>
    <message>
        <source>Would rather not speak of</source>
        <translation>Wil hier liever niet over praten</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Gepland</translation>
    </message>
    <message>
        <source>How did the steps go?</source>
        <translation>Hoe gingen de stappen?</translation>
    </message>
    <message>
        <source>No step is open.</source>
        <translation>Er staat geen stap open.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Undo: how a step went</source>
        <translation>Ongedaan maken: hoe een stap ging</translation>
    </message>
    <message>
        <source>Close what was last time</source>
        <translation>Sluiten: wat de vorige keer was</translation>
    </message>
</context>
<context>
    <name>LinkPanel</name>
    <message>
        <source>Links of %1</source>
        <translation>Verbanden van %1</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Filter op woorden</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Everything on the map</source>
        <translation>Alles op de kaart</translation>
    </message>
    <message>
        <source>Enter opens the page; Escape shows everything again</source>
        <translation>Enter opent de pagina; Escape toont weer alles</translation>
    </message>
    <message>
        <source>Enter goes to what it is linked to</source>
        <translation>Enter gaat naar waarmee het verbonden is</translation>
    </message>
    <message>
        <source>Read (Enter)</source>
        <translation>Lezen (Enter)</translation>
    </message>
    <message>
        <source>Choose something, or walk over the picture with the arrow keys: its links appear here.</source>
        <translation>Kies iets, of loop met de pijltjestoetsen over de kaart: de verbanden verschijnen hier.</translation>
    </message>
    <message>
        <source>Nothing on the map has these words.</source>
        <translation>Niets op de kaart heeft deze woorden.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The language is English now.</source>
        <translation>De taal is nu Nederlands.</translation>
    </message>
    <message>
        <source>Text {size} %, the smallest</source>
        <translation>Tekst {size} %, kleiner kan niet</translation>
    </message>
    <message>
        <source>Text {size} %, the largest</source>
        <translation>Tekst {size} %, groter kan niet</translation>
    </message>
    <message>
        <source>Text {size} %</source>
        <translation>Tekst {size} %</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Links</source>
        <translation>Verbanden</translation>
    </message>
    <message>
        <source>A full line is a link that the report makes; a dashed line is ours.</source>
        <translation>Een hele lijn is een verband dat het rapport legt; een streepjeslijn is van ons.</translation>
    </message>
    <message>
        <source>%1 entries of packs are not on the map; the search finds them.</source>
        <translation>%1 kennisitems uit pakketten staan niet op de kaart; u vindt ze met zoeken.</translation>
    </message>
    <message>
        <source>Picture of the links; the list beside it says the same</source>
        <translation>Kaart van de verbanden; de lijst ernaast zegt hetzelfde</translation>
    </message>
    <message>
        <source>Only what is linked</source>
        <translation>Alleen de verbanden</translation>
    </message>
    <message>
        <source>Only what is chosen and its links (space bar)</source>
        <translation>Alleen wat gekozen is en de verbanden daarvan (spatiebalk)</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Kleiner (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Groter (+)</translation>
    </message>
    <message>
        <source>All columns (0)</source>
        <translation>Alle kolommen (0)</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>Other countries</source>
        <translation>Andere landen</translation>
    </message>
    <message>
        <source>our link</source>
        <translation>ons verband</translation>
    </message>
    <message>
        <source>the report makes the link</source>
        <translation>het rapport legt het verband</translation>
    </message>
    <message>
        <source>no links</source>
        <translation>geen verbanden</translation>
    </message>
    <message>
        <source>1 link</source>
        <translation>1 verband</translation>
    </message>
    <message>
        <source>%1 links</source>
        <translation>%1 verbanden</translation>
    </message>
</context>
<context>
    <name>Marked</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Alle {count}</translation>
    </message>
    <message>
        <source>All bookmarks (Alt+B)</source>
        <translation>Alle bladwijzers (Alt+B)</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Bladwijzers</translation>
    </message>
    <message>
        <source>no longer in the content</source>
        <translation>niet meer in de inhoud</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>Choose a cell</source>
        <translation>Kies een vak</translation>
    </message>
    <message>
        <source>The whole answer appears here.</source>
        <translation>Hier verschijnt het hele antwoord.</translation>
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
    <name>MessageBar</name>
    <message>
        <source>Copy technical report</source>
        <translation>Technisch rapport kopiëren</translation>
    </message>
    <message>
        <source>Saved: {name}, in the folder {folder}</source>
        <translation>Opgeslagen: {name}, in de map {folder}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
</context>
<context>
    <name>MomentForm</name>
    <message>
        <source>A moment to ask how it is going</source>
        <translation>Een moment om te vragen hoe het gaat</translation>
    </message>
    <message>
        <source>Which moment</source>
        <translation>Welk moment</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Remark, if you like</source>
        <translation>Opmerking, als u wilt</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plannen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>deeper questions</source>
        <translation>verdiepende vragen</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>minder</translation>
    </message>
    <message>
        <source>deeper questions that follow on from what was said</source>
        <translation>verdiepende vragen die aansluiten op wat is gezegd</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} nieuw</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>nog {count}</translation>
    </message>
    <message>
        <source>{what} (Shift+M)</source>
        <translation>{what} (Shift+M)</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>They match.</source>
        <translation>Twee keer hetzelfde.</translation>
    </message>
    <message>
        <source>They do not match yet.</source>
        <translation>Nog niet hetzelfde.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nieuwe wachtzin</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Nog een keer dezelfde</translation>
    </message>
</context>
<context>
    <name>NewsBanner</name>
    <message>
        <source>The program was updated: this is version %1.</source>
        <translation>Het programma is bijgewerkt: dit is versie %1.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Wat er nieuw is</translation>
    </message>
</context>
<context>
    <name>NextQuestions</name>
    <message>
        <source>Ask next</source>
        <translation>Vraag nu</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>nog {count}</translation>
    </message>
    <message>
        <source>Every item has been discussed.</source>
        <translation>Alles is besproken.</translation>
    </message>
    <message>
        <source>other questions to ask</source>
        <translation>andere vragen om te stellen</translation>
    </message>
    <message>
        <source>Follows on from what was said</source>
        <translation>Sluit aan bij wat is gezegd</translation>
    </message>
    <message>
        <source>Can bring “{name}” to “discuss now”</source>
        <translation>Kan “{name}” op “nu bespreken” brengen</translation>
    </message>
    <message>
        <source>{name} or {other}</source>
        <translation>{name} of {other}</translation>
    </message>
    <message>
        <source>Shows whether this motivates the client: {name}</source>
        <translation>Laat zien of dit iemand beweegt: {name}</translation>
    </message>
    <message>
        <source>Shows whether this is in the way: {name}</source>
        <translation>Laat zien of dit in de weg staat: {name}</translation>
    </message>
</context>
<context>
    <name>NoFittingEntry</name>
    <message>
        <source>Nothing fits yet</source>
        <translation>Nog niets dat past</translation>
    </message>
    <message>
        <source>The report says nothing in particular about what has been ticked and noted so far. Ctrl+K searches all of it.</source>
        <translation>Bij wat tot nu toe is aangevinkt en genoteerd staat niets bijzonders in het rapport. Met Ctrl+K zoekt u in het hele rapport.</translation>
    </message>
    <message>
        <source>Knowledge comes by itself</source>
        <translation>Kennis komt vanzelf</translation>
    </message>
    <message>
        <source>What you tick and note brings up to six texts that fit: what research found, what other countries do, what is recommended. Each says why it is here. What you note goes nowhere else.</source>
        <translation>Wat u aanvinkt en noteert, brengt hooguit zes teksten die passen: wat onderzoek vond, wat andere landen doen, wat wordt aanbevolen. Bij elke tekst staat waarom die hier staat. Wat u noteert, gaat nergens anders heen.</translation>
    </message>
</context>
<context>
    <name>NoSignals</name>
    <message>
        <source>Just listen first</source>
        <translation>Eerst luisteren</translation>
    </message>
    <message>
        <source>Mark what the client tells you. What it may point to shows up here, always with the reason: first what this person can build on, then what may be in the way.</source>
        <translation>Geef aan wat de cliënt vertelt. Waar dat op kan wijzen, komt hier te staan, altijd met de reden: eerst wat deze persoon beweegt, dan wat misschien in de weg staat.</translation>
    </message>
    <message>
        <source>The core list has {count} items and takes about ten minutes. Skip what does not fit.</source>
        <translation>De kernlijst heeft {count} vragen en duurt ongeveer tien minuten. Sla over wat niet past.</translation>
    </message>
</context>
<context>
    <name>NoteStrip</name>
    <message>
        <source>saved {time}</source>
        <translation>opgeslagen {time}</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>nog niet opgeslagen</translation>
    </message>
    <message>
        <source>Your note with this bookmark</source>
        <translation>Uw notitie bij deze bladwijzer</translation>
    </message>
    <message>
        <source>A note of your own on this text. Nothing about a client.</source>
        <translation>Eigen notitie bij deze tekst. Niets over een cliënt.</translation>
    </message>
    <message>
        <source>All bookmarks</source>
        <translation>Alle bladwijzers</translation>
    </message>
    <message>
        <source>All bookmarks (Alt+B)</source>
        <translation>Alle bladwijzers (Alt+B)</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Ready</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>The note is kept as you type. This begins a new one.</source>
        <translation>De notitie wordt bewaard terwijl u typt. Hiermee begint u een nieuwe.</translation>
    </message>
    <message>
        <source>Change this note</source>
        <translation>Deze notitie wijzigen</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Een notitie schrijven</translation>
    </message>
    <message>
        <source>not saved: it is only here</source>
        <translation>niet opgeslagen: de tekst staat alleen hier</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>changed {day}</source>
        <translation>gewijzigd {day}</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Eerder</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>opgeslagen {time}</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>In the file: {code}</source>
        <translation>In het bestand: {code}</translation>
    </message>
    <message>
        <source>Here this code belongs to another client. Choose a code for this record:</source>
        <translation>Deze code is hier van een andere cliënt. Kies een code voor dit dossier:</translation>
    </message>
    <message>
        <source>Replace the record here with the one in the file</source>
        <translation>Het dossier hier vervangen door dat in het bestand</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Do not take over</source>
        <translation>Niet overnemen</translation>
    </message>
    <message>
        <source>Handed over on {moment}</source>
        <translation>Overgedragen op {moment}</translation>
    </message>
    <message>
        <source>In it: {what}</source>
        <translation>Erin staan: {what}</translation>
    </message>
    <message>
        <source>Spoken with on {first}</source>
        <translation>Gesproken op {first}</translation>
    </message>
    <message>
        <source>Spoken with from {first} to {last}</source>
        <translation>Gesproken van {first} tot en met {last}</translation>
    </message>
    <message>
        <source>This record is not here yet.</source>
        <translation>Dit dossier staat hier nog niet.</translation>
    </message>
    <message>
        <source>This record is here already, as {code}, and is the same. There is nothing to take over.</source>
        <translation>Dit dossier staat hier al, als {code}, en is hetzelfde. Er is niets over te nemen.</translation>
    </message>
    <message>
        <source>This record is here already, as {code}, and is not the same: what was written here since the hand-over would be lost.</source>
        <translation>Dit dossier staat hier al, als {code}, en is niet hetzelfde: wat hier sinds de overdracht is geschreven, zou verloren gaan.</translation>
    </message>
    <message>
        <source>It was erased here on {day}: taking it over brings it back. Does the client want that?</source>
        <translation>Het is hier gewist op {day}: met overnemen komt het terug. Wil de cliënt dat?</translation>
    </message>
</context>
<context>
    <name>OutcomeForm</name>
    <message>
        <source>{moment}: what came of it?</source>
        <translation>{moment}: wat was de uitkomst?</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
</context>
<context>
    <name>PackOffer</name>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <source>A pack that cannot be read</source>
        <translation>Een pakket dat niet kan worden gelezen</translation>
    </message>
    <message>
        <source>Not read, and not taken over: %1</source>
        <translation>Niet gelezen en niet overgenomen: %1</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vervangen</translation>
    </message>
    <message>
        <source>Add this pack</source>
        <translation>Dit pakket toevoegen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Do not add</source>
        <translation>Niet toevoegen</translation>
    </message>
    <message>
        <source>This version is installed already. What it brings now takes its place.</source>
        <translation>Deze versie is al geïnstalleerd. Wat het pakket nu brengt, komt daarvoor in de plaats.</translation>
    </message>
    <message>
        <source>Takes the place of version %1, which is installed now.</source>
        <translation>Komt in de plaats van versie %1, die nu is geïnstalleerd.</translation>
    </message>
    <message>
        <source>In one language only: %1. In the other, they say that they are not translated.</source>
        <translation>In maar één taal: %1. In de andere taal staat erbij dat ze niet zijn vertaald.</translation>
    </message>
    <message>
        <source>This pack is not let in (reasons: %1). Nothing was changed.</source>
        <translation>Dit pakket wordt niet toegelaten (redenen: %1). Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>… and %1 more; “Copy the reasons” copies all</source>
        <translation>… en nog %1; “Redenen kopiëren” kopieert ze allemaal</translation>
    </message>
    <message>
        <source>Why the pack is refused</source>
        <translation>Waarom het pakket niet wordt toegelaten</translation>
    </message>
    <message>
        <source>Copy the reasons</source>
        <translation>Redenen kopiëren</translation>
    </message>
</context>
<context>
    <name>PackWords</name>
    <message>
        <source>Publications</source>
        <translation>Publicaties</translation>
    </message>
    <message>
        <source>Search words</source>
        <translation>Zoekwoorden</translation>
    </message>
    <message>
        <source>part of its own sources</source>
        <translation>deel van een eigen bron</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>publicatie</translation>
    </message>
    <message>
        <source>search word</source>
        <translation>zoekwoord</translation>
    </message>
    <message>
        <source>Licence: %1 · Report mistakes: %2</source>
        <translation>Licentie: %1 · Fouten melden: %2</translation>
    </message>
</context>
<context>
    <name>PacksView</name>
    <message>
        <source>The folder of a knowledge pack</source>
        <translation>De map van een kennispakket</translation>
    </message>
    <message>
        <source>Knowledge packs (*.zip)</source>
        <translation>Kennispakketten (*.zip)</translation>
    </message>
    <message>
        <source>The zip of a knowledge pack</source>
        <translation>De zip van een kennispakket</translation>
    </message>
    <message>
        <source>Added: %1.</source>
        <translation>Toegevoegd: %1.</translation>
    </message>
    <message>
        <source>Added: %1. It is searched from now on.</source>
        <translation>Toegevoegd: %1. Het wordt vanaf nu doorzocht.</translation>
    </message>
    <message>
        <source>Removed: %1.</source>
        <translation>Verwijderd: %1.</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1 is terug.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Looking at the pack…</source>
        <translation>Het pakket wordt bekeken…</translation>
    </message>
    <message>
        <source>Adding the pack: the knowledge database is being rebuilt…</source>
        <translation>Het pakket wordt toegevoegd: de kennisbank wordt opnieuw gebouwd…</translation>
    </message>
    <message>
        <source>Removing the pack: the knowledge database is being rebuilt…</source>
        <translation>Het pakket wordt verwijderd: de kennisbank wordt opnieuw gebouwd…</translation>
    </message>
    <message>
        <source>Putting the pack back: the knowledge database is being rebuilt…</source>
        <translation>Het pakket wordt teruggezet: de kennisbank wordt opnieuw gebouwd…</translation>
    </message>
    <message>
        <source>The packs are added to the new version of the program…</source>
        <translation>De pakketten worden toegevoegd aan de nieuwe versie van het programma…</translation>
    </message>
    <message>
        <source>Knowledge packs</source>
        <translation>Kennispakketten</translation>
    </message>
    <message>
        <source>An organisation can add its own knowledge: local desks with their addresses, findings, practices, and the words that people use. What a pack brings is searched together with the rest, and names the pack wherever it is shown. Packs stay on this computer.</source>
        <translation>Een organisatie kan eigen kennis toevoegen: loketten in de buurt met hun adressen, bevindingen, praktijkvoorbeelden en de woorden die mensen gebruiken. Wat een pakket brengt, wordt samen met de rest doorzocht; overal staat erbij uit welk pakket het komt. Pakketten blijven op deze computer.</translation>
    </message>
    <message>
        <source>This window shows a knowledge database that was named when it was opened, and no packs of yours.</source>
        <translation>Dit venster toont een kennisbank die bij het openen is genoemd, en geen pakketten van u.</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Geïnstalleerd</translation>
    </message>
    <message>
        <source>No packs yet. You can also drop a folder or a zip here.</source>
        <translation>Nog geen pakketten. U kunt hier ook een map of een zip naartoe slepen.</translation>
    </message>
    <message>
        <source>Add a pack from a folder…</source>
        <translation>Pakket toevoegen uit een map…</translation>
    </message>
    <message>
        <source>Add a pack from a zip…</source>
        <translation>Pakket toevoegen uit een zip…</translation>
    </message>
</context>
<context>
    <name>PageColumn</name>
    <message>
        <source>{count} sheets</source>
        <translation>{count} vellen</translation>
    </message>
    <message>
        <source>One sheet</source>
        <translation>Eén vel</translation>
    </message>
    <message>
        <source>One sheet, in {points}-point type</source>
        <translation>Eén vel, lettergrootte {points}</translation>
    </message>
    <message>
        <source>Does not fit on one sheet: about {lines} lines too long. Shorten “{part}”, or leave something out.</source>
        <translation>Past niet op één vel: ongeveer {lines} regels te lang. Maak “{part}” korter, of laat iets weg.</translation>
    </message>
    <message>
        <source>For the client</source>
        <translation>Voor de cliënt</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>Voor u</translation>
    </message>
    <message>
        <source>The client&apos;s page</source>
        <translation>Blad van de cliënt</translation>
    </message>
    <message>
        <source>The counselor&apos;s page</source>
        <translation>Blad van de begeleider</translation>
    </message>
    <message>
        <source>For the referrer</source>
        <translation>Voor de verwijzer</translation>
    </message>
    <message>
        <source>The reply to the referrer</source>
        <translation>Het bericht aan de verwijzer</translation>
    </message>
    <message>
        <source>Copy as a message</source>
        <translation>Kopiëren als bericht</translation>
    </message>
    <message>
        <source>Copy as an e-mail</source>
        <translation>Kopiëren als e-mail</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als PDF…</translation>
    </message>
    <message>
        <source>Save as a page for a browser (HTML)…</source>
        <translation>Opslaan als webpagina (HTML)…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>Copy: {page}</source>
        <translation>Kopiëren: {page}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Print: {page}</source>
        <translation>Afdrukken: {page}</translation>
    </message>
    <message>
        <source>Save: {page}</source>
        <translation>Opslaan: {page}</translation>
    </message>
</context>
<context>
    <name>PageExtras</name>
    <message>
        <source>Bookmarked</source>
        <translation>Bladwijzer geplaatst</translation>
    </message>
    <message>
        <source>Removed; Ctrl+D brings it back</source>
        <translation>Weggehaald; met Ctrl+D is hij terug</translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>Ernaast openen</translation>
    </message>
    <message>
        <source>Copy the words of the link</source>
        <translation>Woorden van de link kopiëren</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>Kopiëren met bron</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Afdrukken…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als PDF…</translation>
    </message>
    <message>
        <source>Save as a web page, also for Word…</source>
        <translation>Opslaan als webpagina, ook voor Word…</translation>
    </message>
    <message>
        <source>Remove the bookmarks</source>
        <translation>Bladwijzers weghalen</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Bladwijzer weghalen</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Bladwijzer plaatsen</translation>
    </message>
</context>
<context>
    <name>PageWriter</name>
    <message>
        <source>As it was in %1</source>
        <translation>Zo was het in %1</translation>
    </message>
    <message>
        <source>Our note on the report</source>
        <translation>Onze noot bij het rapport</translation>
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
        <source>See this among the links</source>
        <translation>Bekijk dit bij de verbanden</translation>
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
    <name>PanelHandle</name>
    <message>
        <source>Width of the panel</source>
        <translation>Breedte van het paneel</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, to make the panel wider or narrower</source>
        <translation>Sleep, of gebruik de pijltjes, om het paneel breder of smaller te maken</translation>
    </message>
</context>
<context>
    <name>PartsPage</name>
    <message>
        <source>Keeping the records</source>
        <translation>Dossiers bewaren</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Bewaartermijn</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Privacy texts</source>
        <translation>Privacyteksten</translation>
    </message>
</context>
<context>
    <name>PassphraseChangePage</name>
    <message>
        <source>Change the passphrase</source>
        <translation>De wachtzin wijzigen</translation>
    </message>
    <message>
        <source>Current passphrase</source>
        <translation>Huidige wachtzin</translation>
    </message>
    <message>
        <source>The recovery key stays as it is. A backup made before today still opens with the passphrase of its day.</source>
        <translation>De herstelsleutel blijft dezelfde. Een reservekopie van vóór vandaag opent u nog met de wachtzin van die dag.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Hide what is typed</source>
        <translation>Verberg wat u typt</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Toon wat u typt</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Open folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pad kopiëren</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Gekopieerd.</translation>
    </message>
</context>
<context>
    <name>PlaceRows</name>
    <message>
        <source>The program is portable: they stand beside it and travel with its folder.</source>
        <translation>Het programma is draagbaar: ze staan ernaast en gaan met de map mee.</translation>
    </message>
    <message>
        <source>They belong to your own account on this computer.</source>
        <translation>Ze horen bij uw eigen account op deze computer.</translation>
    </message>
    <message>
        <source>This file cannot be written: what you choose applies until you close.</source>
        <translation>Dit bestand kan niet worden geschreven: wat u kiest, geldt tot u afsluit.</translation>
    </message>
    <message>
        <source>In force from this file: %1.</source>
        <translation>Uit dit bestand gelden er %1.</translation>
    </message>
    <message>
        <source>There is no such file on this computer; it could be put here.</source>
        <translation>Zo’n bestand is er niet op deze computer; het kan hier komen.</translation>
    </message>
</context>
<context>
    <name>PlaceWriter</name>
    <message>
        <source>Where in the report</source>
        <translation>Waar in het rapport</translation>
    </message>
    <message>
        <source>From the pack %1</source>
        <translation>Uit het pakket %1</translation>
    </message>
    <message>
        <source>This is no longer in the content.</source>
        <translation>Dit staat niet meer in de inhoud.</translation>
    </message>
    <message>
        <source>The content was updated, or the knowledge pack that brought this was removed. Your bookmark and your note stay. When the text comes back, it is here again.</source>
        <translation>De inhoud is bijgewerkt, of het kennispakket waar dit uit kwam is verwijderd. Uw bladwijzer en uw notitie blijven. Komt de tekst terug, dan staat die hier weer.</translation>
    </message>
    <message>
        <source>no longer in the content</source>
        <translation>niet meer in de inhoud</translation>
    </message>
    <message>
        <source>In this section</source>
        <translation>In dit deel</translation>
    </message>
</context>
<context>
    <name>PracticeCard</name>
    <message>
        <source>Practise first?</source>
        <translation>Eerst oefenen?</translation>
    </message>
    <message>
        <source>The practice conversation stays at the bottom of this page.</source>
        <translation>Het oefengesprek blijft onder aan deze pagina staan.</translation>
    </message>
    <message>
        <source>Three minutes, with a client who does not exist. None of it is kept.</source>
        <translation>Drie minuten, met een cliënt die niet bestaat. Er wordt niets van bewaard.</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Oefenen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
</context>
<context>
    <name>PreferencesView</name>
    <message>
        <source>1 setting</source>
        <translation>1 instelling</translation>
    </message>
    <message>
        <source>%1 settings</source>
        <translation>%1 instellingen</translation>
    </message>
    <message>
        <source>All settings except the language are back to their defaults. Those of the records were not changed.</source>
        <translation>Alle instellingen staan weer op de standaard, behalve de taal. Die van de dossiers zijn niet veranderd.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Your settings are back.</source>
        <translation>Uw instellingen zijn terug.</translation>
    </message>
    <message>
        <source>Recent searches have been erased.</source>
        <translation>De recente zoekopdrachten zijn gewist.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>What you choose takes effect at once, and stays on this computer.</source>
        <translation>Wat u kiest, geldt meteen en blijft op deze computer.</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Zoek een instelling</translation>
    </message>
    <message>
        <source>Clear the field</source>
        <translation>Het veld leegmaken</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles herstellen</translation>
    </message>
    <message>
        <source>Erase recent searches now</source>
        <translation>Recente zoekopdrachten nu wissen</translation>
    </message>
    <message>
        <source>No setting with these words</source>
        <translation>Geen instelling met deze woorden</translation>
    </message>
    <message>
        <source>Try another word, or a shorter one.</source>
        <translation>Probeer een ander woord, of een korter.</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>Alle instellingen tonen</translation>
    </message>
    <message>
        <source>The file with the settings of your organisation has mistakes; see below, at the end of this page.</source>
        <translation>In het bestand met instellingen van uw organisatie staan fouten; zie onder aan deze pagina.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Save as PDF</source>
        <translation>Opslaan als PDF</translation>
    </message>
</context>
<context>
    <name>PrivacyScreen</name>
    <message>
        <source>What is known about reaching and motivating adults.</source>
        <translation>Wat bekend is over het bereiken en motiveren van volwassenen.</translation>
    </message>
    <message>
        <source>The nine recommendations</source>
        <translation>De negen aanbevelingen</translation>
    </message>
    <message>
        <source>F9 goes back to where you were.</source>
        <translation>Met F9 gaat u terug naar waar u was.</translation>
    </message>
    <message>
        <source>Everything is hidden. F9 goes back to where you were.</source>
        <translation>Alles is verborgen. Met F9 gaat u terug naar waar u was.</translation>
    </message>
</context>
<context>
    <name>ProofPanel</name>
    <message>
        <source>proof-of-erasing</source>
        <translation>bewijs-van-wissen</translation>
    </message>
    <message>
        <source>Making a new backup, and removing those that hold the record…</source>
        <translation>Er wordt een nieuwe reservekopie gemaakt, en de kopieën met het dossier worden verwijderd…</translation>
    </message>
    <message>
        <source>Make a new backup and remove those that still hold it</source>
        <translation>Een nieuwe reservekopie maken en de kopieën met dit dossier verwijderen</translation>
    </message>
    <message>
        <source>Proof of erasing</source>
        <translation>Bewijs van wissen</translation>
    </message>
    <message>
        <source>A new backup was made, and those that held the record were removed. No backup holds it any more.</source>
        <translation>Er is een nieuwe reservekopie gemaakt, en de kopieën met het dossier zijn verwijderd. Het staat in geen enkele kopie meer.</translation>
    </message>
    <message>
        <source>Erased from your records. It is still in 1 backup.</source>
        <translation>Gewist uit uw dossiers. Het staat nog in 1 reservekopie.</translation>
    </message>
    <message>
        <source>Erased from your records. It is still in {count} backups.</source>
        <translation>Gewist uit uw dossiers. Het staat nog in {count} reservekopieën.</translation>
    </message>
    <message>
        <source>Erased. A search of everything of ours found nothing any more.</source>
        <translation>Gewist. In alle bestanden van het programma is niets meer gevonden.</translation>
    </message>
    <message>
        <source>Erased, but a search still found something, or could not read something: see below.</source>
        <translation>Gewist, maar er is nog iets gevonden, of iets kon niet worden gelezen: zie hieronder.</translation>
    </message>
</context>
<context>
    <name>QueryChipRow</name>
    <message>
        <source>Do not search for “%1” as well</source>
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
    <name>QueryChips</name>
    <message>
        <source>any of</source>
        <translation>een van</translation>
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
    <name>QuerySummary</name>
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
        <source>Go to %1</source>
        <translation>Naar %1</translation>
    </message>
    <message>
        <source>Go to %1, row %2</source>
        <translation>Naar %1, rij %2</translation>
    </message>
    <message>
        <source>No text has all of these words. These texts have some of them.</source>
        <translation>Geen tekst heeft al deze woorden. Deze teksten hebben een deel ervan.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Bedoelde u “%1”?</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>Once reopened, the conversation can be changed. When and why is kept with it. Why are you reopening it?</source>
        <translation>Als u het gesprek heropent, kunt u het wijzigen. Wanneer en waarom blijft erbij staan. Waarom heropent u het?</translation>
    </message>
    <message>
        <source>Reason (may be left empty)</source>
        <translation>Reden (mag leeg blijven)</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Heropenen</translation>
    </message>
    <message>
        <source>The latest part of the conversation is not saved yet. Saving is tried once more now; if that fails, the conversation stays a draft.</source>
        <translation>Het laatste van het gesprek is nog niet opgeslagen. Het wordt nu nog een keer geprobeerd; lukt dat niet, dan blijft het gesprek een concept.</translation>
    </message>
    <message>
        <source>Save and finish</source>
        <translation>Opslaan en afronden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>what you noted at 1 question</source>
        <translation>wat u bij 1 vraag noteerde</translation>
    </message>
    <message>
        <source>what you noted at {count} questions</source>
        <translation>wat u bij {count} vragen noteerde</translation>
    </message>
    <message>
        <source>what was agreed</source>
        <translation>wat er is afgesproken</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} en {other}</translation>
    </message>
    <message>
        <source>This conversation is not saved. If you close the program, you lose {what}.</source>
        <translation>Dit gesprek is niet bewaard. Sluit u het programma, dan bent u dit kwijt: {what}.</translation>
    </message>
    <message>
        <source>This conversation is not saved. If you go on, you lose {what}.</source>
        <translation>Dit gesprek is niet bewaard. Gaat u door, dan bent u dit kwijt: {what}.</translation>
    </message>
    <message>
        <source>The records are locked: once they are open, you can save it with a client.</source>
        <translation>De dossiers zijn op slot. Zijn ze open, dan kunt u het bij een cliënt bewaren.</translation>
    </message>
    <message>
        <source>Open the records…</source>
        <translation>Dossiers openen…</translation>
    </message>
    <message>
        <source>To save it you need records. You can also print it first, or save it as PDF.</source>
        <translation>Om het te bewaren zijn dossiers nodig. U kunt het ook eerst afdrukken of als PDF opslaan.</translation>
    </message>
    <message>
        <source>Make records…</source>
        <translation>Dossiers aanmaken…</translation>
    </message>
    <message>
        <source>Save with a client…</source>
        <translation>Bij een cliënt bewaren…</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Sluiten zonder bewaren</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
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
        <source>Records</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbanden</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Copied with its source</source>
        <translation>Gekopieerd met bron</translation>
    </message>
    <message>
        <source>The selection is copied with its source</source>
        <translation>De selectie is gekopieerd met bron</translation>
    </message>
    <message>
        <source>What you choose is read here.</source>
        <translation>Wat u kiest, leest u hier.</translation>
    </message>
    <message>
        <source>Reading pane</source>
        <translation>Leesvenster</translation>
    </message>
</context>
<context>
    <name>RecordFinder</name>
    <message>
        <source>Searches notes, notes with answers, steps, follow-ups and remarks. What you search for is not kept.</source>
        <translation>Zoekt in notities, notities bij antwoorden, stappen, nazorg en opmerkingen. Wat u zoekt, wordt niet bewaard.</translation>
    </message>
    <message>
        <source>The best {count}</source>
        <translation>De beste {count}</translation>
    </message>
    <message>
        <source>Found nothing with all these words</source>
        <translation>Niets gevonden met al deze woorden</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Gevonden: {count}</translation>
    </message>
    <message>
        <source>Search in notes</source>
        <translation>Zoeken in notities</translation>
    </message>
    <message>
        <source>Only of the client shown</source>
        <translation>Alleen van deze cliënt</translation>
    </message>
    <message>
        <source>Texts found</source>
        <translation>Gevonden teksten</translation>
    </message>
</context>
<context>
    <name>RecordFormatter</name>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <source>no day agreed</source>
        <translation>geen dag afgesproken</translation>
    </message>
    <message>
        <source>was for {day}</source>
        <translation>was voor {day}</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>uiterlijk {day}</translation>
    </message>
    <message>
        <source>last conversation {day}</source>
        <translation>laatste gesprek {day}</translation>
    </message>
    <message>
        <source>no conversation yet</source>
        <translation>nog geen gesprek</translation>
    </message>
    <message>
        <source>1 open step</source>
        <translation>1 open stap</translation>
    </message>
    <message>
        <source>{count} open steps</source>
        <translation>{count} open stappen</translation>
    </message>
    <message>
        <source>the client arrived: {day}</source>
        <translation>de cliënt is aangekomen: {day}</translation>
    </message>
    <message>
        <source>done: {day}</source>
        <translation>gedaan: {day}</translation>
    </message>
    <message>
        <source>given up on {day}</source>
        <translation>vervallen op {day}</translation>
    </message>
    <message>
        <source>warm hand-over</source>
        <translation>warme overdracht</translation>
    </message>
    <message>
        <source>Did the client arrive?</source>
        <translation>Is de cliënt aangekomen?</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>per telefoon</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>ergens anders</translation>
    </message>
    <message>
        <source>Called: {result}</source>
        <translation>Gebeld: {result}</translation>
    </message>
    <message>
        <source>Recommendation {number}</source>
        <translation>Aanbeveling {number}</translation>
    </message>
    <message>
        <source>To build on</source>
        <translation>Om op voort te bouwen</translation>
    </message>
    <message>
        <source>To discuss</source>
        <translation>Om te bespreken</translation>
    </message>
    <message>
        <source>Nothing about health, debts or the law is kept.</source>
        <translation>Er wordt niets bewaard over gezondheid, schulden of recht.</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Nog niet gevraagd</translation>
    </message>
    <message>
        <source>Withdrawn, {day}</source>
        <translation>Ingetrokken, {day}</translation>
    </message>
    <message>
        <source>Yes, {day}</source>
        <translation>Ja, {day}</translation>
    </message>
    <message>
        <source>Withdrawing removes all about health, debts and the law: answers, notes, signals and steps. It can be undone today.</source>
        <translation>Intrekken wist alles over gezondheid, schulden en recht: antwoorden, notities, signalen en stappen. Vandaag kan dat nog ongedaan worden gemaakt.</translation>
    </message>
    <message>
        <source>No, {day}</source>
        <translation>Nee, {day}</translation>
    </message>
    <message>
        <source>Ask later, {day}</source>
        <translation>Later vragen, {day}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Stayed</source>
        <translation>Gebleven</translation>
    </message>
    <message>
        <source>No longer an issue</source>
        <translation>Speelt niet meer</translation>
    </message>
    <message>
        <source>Not discussed this time</source>
        <translation>Deze keer niet besproken</translation>
    </message>
</context>
<context>
    <name>RecordHeader</name>
    <message>
        <source>Take the guidance up again</source>
        <translation>Begeleiding hervatten</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Uit het archief halen</translation>
    </message>
    <message>
        <source>Put in the archive</source>
        <translation>In het archief zetten</translation>
    </message>
    <message>
        <source>Close the guidance…</source>
        <translation>Begeleiding afsluiten…</translation>
    </message>
    <message>
        <source>Change the code…</source>
        <translation>Code wijzigen…</translation>
    </message>
    <message>
        <source>Back to the list of clients</source>
        <translation>Terug naar de lijst met cliënten</translation>
    </message>
    <message>
        <source>Continue the conversation</source>
        <translation>Verder met het gesprek</translation>
    </message>
    <message>
        <source>Start a conversation</source>
        <translation>Gesprek beginnen</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Bellen</translation>
    </message>
    <message>
        <source>What came of a call, with four questions to ask (Ctrl+T)</source>
        <translation>Wat een telefoontje opleverde, met vier vragen om te stellen (Ctrl+T)</translation>
    </message>
    <message>
        <source>To a calendar</source>
        <translation>Naar een agenda</translation>
    </message>
    <message>
        <source>A file (.ics) with the planned days. It holds the code and nothing else.</source>
        <translation>Een bestand (.ics) met de geplande dagen. Alleen de code staat erin.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Ongedaan maken: {what}</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Ongedaan maken (Ctrl+Z)</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>sinds {day}</translation>
    </message>
    <message>
        <source>1 conversation</source>
        <translation>1 gesprek</translation>
    </message>
    <message>
        <source>{count} conversations</source>
        <translation>{count} gesprekken</translation>
    </message>
    <message>
        <source>no conversation yet</source>
        <translation>nog geen gesprek</translation>
    </message>
    <message>
        <source>closed on {day}</source>
        <translation>afgesloten op {day}</translation>
    </message>
    <message>
        <source>kept until {day}</source>
        <translation>bewaard tot en met {day}</translation>
    </message>
    <message>
        <source>in the archive</source>
        <translation>in het archief</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Choose a client on the left, or make a new record.</source>
        <translation>Kies links een cliënt, of maak een nieuw dossier.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Nazorg</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
</context>
<context>
    <name>RecordsRoom</name>
    <message>
        <source>Records</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>Beheer</translation>
    </message>
    <message>
        <source>The recovery key was never checked against its paper. Make a new one, so that you can get in if you forget the passphrase.</source>
        <translation>De herstelsleutel is nooit van het papier overgetypt. Maak een nieuwe, zodat u erin kunt als u de wachtzin vergeet.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Maak een nieuwe sleutel</translation>
    </message>
    <message>
        <source>This program is portable: the records stand beside it and travel with the folder. Keep it safe, and make a backup in another place.</source>
        <translation>Dit programma is draagbaar: de dossiers staan ernaast en reizen mee met de map. Bewaar de map veilig en maak een reservekopie op een andere plek.</translation>
    </message>
    <message>
        <source>Lock now	Ctrl+L</source>
        <translation>Nu op slot	Ctrl+L</translation>
    </message>
    <message>
        <source>Lock automatically</source>
        <translation>Vanzelf op slot</translation>
    </message>
    <message>
        <source>after 1 minute</source>
        <translation>na 1 minuut</translation>
    </message>
    <message>
        <source>after %1 minutes</source>
        <translation>na %1 minuten</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Wachtzin wijzigen…</translation>
    </message>
    <message>
        <source>A new recovery key…</source>
        <translation>Nieuwe herstelsleutel…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Reservekopieën…</translation>
    </message>
    <message>
        <source>Records past their retention period…</source>
        <translation>Dossiers voorbij hun termijn…</translation>
    </message>
    <message>
        <source>Take over from a colleague…</source>
        <translation>Overnemen van een collega…</translation>
    </message>
    <message>
        <source>Privacy texts…</source>
        <translation>Privacyteksten…</translation>
    </message>
</context>
<context>
    <name>RecordsRows</name>
    <message>
        <source>These are kept in the records themselves, encrypted. Open the records to see and change them.</source>
        <translation>Deze staan in de dossiers zelf, versleuteld. Open de dossiers om ze te zien en te wijzigen.</translation>
    </message>
    <message>
        <source>These belong to the records, and there are none yet on this computer.</source>
        <translation>Deze horen bij de dossiers, en die zijn er nog niet op deze computer.</translation>
    </message>
    <message>
        <source>Open the records</source>
        <translation>De dossiers openen</translation>
    </message>
    <message>
        <source>To the records</source>
        <translation>Naar de dossiers</translation>
    </message>
</context>
<context>
    <name>RecordsView</name>
    <message>
        <source>Clients</source>
        <translation>Cliënten</translation>
    </message>
    <message>
        <source>Search in notes</source>
        <translation>Zoeken in notities</translation>
    </message>
    <message>
        <source>Search in notes (Ctrl+Shift+F)</source>
        <translation>Zoeken in notities (Ctrl+Shift+F)</translation>
    </message>
</context>
<context>
    <name>RecoveryBanner</name>
    <message>
        <source>Continue with it</source>
        <translation>Ga ermee verder</translation>
    </message>
    <message>
        <source>Leave it as a draft</source>
        <translation>Laat het als concept staan</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Gooi het weg</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>The draft was thrown away.</source>
        <translation>Het concept is weggegooid.</translation>
    </message>
    <message>
        <source>The conversation with {code} was kept as a draft when the records locked.</source>
        <translation>Het gesprek met {code} is als concept bewaard toen de dossiers op slot gingen.</translation>
    </message>
    <message>
        <source>The conversation with {code} was cut off. Nothing that was saved is lost.</source>
        <translation>Het gesprek met {code} is afgebroken. Niets van wat opgeslagen was, is verloren.</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>één antwoord</translation>
    </message>
    <message>
        <source>{count} answers</source>
        <translation>{count} antwoorden</translation>
    </message>
    <message>
        <source>Last saved {when}; {answers}</source>
        <translation>Laatst opgeslagen op {when}; {answers}</translation>
    </message>
    <message>
        <source>; the last was “{item}”</source>
        <translation>; het laatste was “{item}”</translation>
    </message>
    <message>
        <source> · {more} more after this</source>
        <translation> · hierna nog {more}</translation>
    </message>
</context>
<context>
    <name>RecoveryKey</name>
    <message>
        <source>recovery-key.pdf</source>
        <translation>herstelsleutel.pdf</translation>
    </message>
    <message>
        <source>That is right.</source>
        <translation>Dat klopt.</translation>
    </message>
    <message>
        <source>Not right yet: look at the paper.</source>
        <translation>Klopt nog niet: kijk op het papier.</translation>
    </message>
    <message>
        <source>This key opens your records when you have forgotten the passphrase. It is shown this once and kept nowhere. Put it on paper and keep that locked away, not near this computer.</source>
        <translation>Met deze sleutel opent u uw dossiers als u de wachtzin vergeten bent. U ziet hem alleen nu; hij wordt nergens bewaard. Zet hem op papier en bewaar dat achter slot, niet bij deze computer.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Afdrukken…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als PDF…</translation>
    </message>
    <message>
        <source>The PDF is saved.</source>
        <translation>De PDF is opgeslagen.</translation>
    </message>
    <message>
        <source>A PDF on this computer is a key left beside the lock: move it elsewhere and remove it here. Writing the key down works too.</source>
        <translation>Een PDF op deze computer is een sleutel naast het slot: zet hem ergens anders en verwijder hem hier. Overschrijven met de hand kan ook.</translation>
    </message>
    <message>
        <source>Take the paper, and type in two groups from it. Then you know for certain that it is right.</source>
        <translation>Pak het papier en typ er twee groepen van over. Dan is zeker dat het klopt.</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Groep %1</translation>
    </message>
    <message>
        <source>Show the key once more</source>
        <translation>Toon de sleutel nog een keer</translation>
    </message>
</context>
<context>
    <name>RecoveryView</name>
    <message>
        <source>Opening…</source>
        <translation>Gaat open…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Open with the recovery key</source>
        <translation>Openen met de herstelsleutel</translation>
    </message>
    <message>
        <source>Type in the seven groups from the paper and choose a new passphrase. The recovery key stays as it is. Without the passphrase and the recovery key nobody can open the records, and neither can we.</source>
        <translation>Typ de zeven groepen over van het papier en kies een nieuwe wachtzin. De herstelsleutel blijft dezelfde. Zonder wachtzin en herstelsleutel kan niemand de dossiers openen, ook wij niet.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Herstelsleutel</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>Remark</name>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>What helps to recognise the record, without a name</source>
        <translation>Wat helpt om het dossier te herkennen, zonder naam</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Restore a backup…</source>
        <translation>Reservekopie terugzetten…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>De map openen</translation>
    </message>
    <message>
        <source>Set aside and start afresh…</source>
        <translation>Apart zetten en opnieuw beginnen…</translation>
    </message>
    <message>
        <source>The files go to a folder of their own, “damaged-…”, beside the others. Nothing is removed, and a later repair stays possible. After that there are no records here, and you can create empty ones.</source>
        <translation>De bestanden gaan naar een eigen map, “damaged-…”, naast de andere. Er wordt niets verwijderd, en herstel blijft later mogelijk. Daarna zijn er hier geen dossiers meer en kunt u lege aanmaken.</translation>
    </message>
    <message>
        <source>I understand that I then begin without my records</source>
        <translation>Ik begrijp dat ik dan begin zonder mijn dossiers</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apart zetten</translation>
    </message>
</context>
<context>
    <name>ReplacingRecoveryKey</name>
    <message>
        <source>Make a new key</source>
        <translation>Maak een nieuwe sleutel</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>It is on paper</source>
        <translation>Hij staat op papier</translation>
    </message>
    <message>
        <source>A new recovery key</source>
        <translation>Een nieuwe herstelsleutel</translation>
    </message>
    <message>
        <source>The new key replaces the one on the paper you have: that one opens nothing here any more. A backup made before today still opens with the key of its day.</source>
        <translation>De nieuwe sleutel komt in de plaats van die op uw papier; met de oude opent u hier niets meer. Een reservekopie van vóór vandaag opent u nog met de sleutel van die dag.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
</context>
<context>
    <name>ReplyTab</name>
    <message>
        <source>What the referrer hears</source>
        <translation>Wat de verwijzer hoort</translation>
    </message>
    <message>
        <source>Go through it with the client, and tick what the client allows.</source>
        <translation>Neem het door met de cliënt, en vink aan wat van de cliënt mag.</translation>
    </message>
    <message>
        <source>No signal, no note and no code ever stands in it. Write by hand to whom it goes and whom it is about.</source>
        <translation>Er staat nooit een signaal, een notitie of een code in. Schrijf met de hand aan wie het gaat en over wie.</translation>
    </message>
</context>
<context>
    <name>ReportButton</name>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <source>Copy technical report</source>
        <translation>Technisch rapport kopiëren</translation>
    </message>
</context>
<context>
    <name>RestoringView</name>
    <message>
        <source>The folder with the backup</source>
        <translation>De map met de reservekopie</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Teruggezet</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Een reservekopie terugzetten</translation>
    </message>
    <message>
        <source>You type the passphrase of that day or the current one, and see what would change before anything does. What is here now is kept.</source>
        <translation>U typt de wachtzin van die dag of de huidige, en ziet wat er zou veranderen voordat er iets verandert. Wat hier nu staat, wordt bewaard.</translation>
    </message>
    <message>
        <source>Which backup</source>
        <translation>Welke reservekopie</translation>
    </message>
    <message>
        <source>A backup in another folder…</source>
        <translation>Een reservekopie in een andere map…</translation>
    </message>
    <message>
        <source>Do not restore</source>
        <translation>Niet terugzetten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>See what would change</source>
        <translation>Bekijk wat er zou veranderen</translation>
    </message>
    <message>
        <source>To the records</source>
        <translation>Naar de dossiers</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Deze reservekopie terugzetten</translation>
    </message>
    <message>
        <source>Opening the backup, reading and comparing it…</source>
        <translation>De reservekopie wordt geopend, gelezen en vergeleken…</translation>
    </message>
    <message>
        <source>Restoring. Please wait…</source>
        <translation>De kopie wordt teruggezet. Een ogenblik…</translation>
    </message>
    <message>
        <source>The newest good one</source>
        <translation>De nieuwste goede</translation>
    </message>
</context>
<context>
    <name>ResultDelegate</name>
    <message>
        <source>Show all</source>
        <translation>Toon alles</translation>
    </message>
    <message>
        <source>{state} (key {number})</source>
        <translation>{state} (toets {number})</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>Ours: </source>
        <translation>Van ons: </translation>
    </message>
    <message>
        <source>Items for this conversation</source>
        <translation>Vragen voor dit gesprek</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gevonden</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>De eerste %1 van %2</translation>
    </message>
    <message>
        <source>found in the Dutch text</source>
        <translation>gevonden in de Nederlandse tekst</translation>
    </message>
    <message>
        <source>found in the English text</source>
        <translation>gevonden in de Engelse tekst</translation>
    </message>
    <message>
        <source>from the pack %1</source>
        <translation>uit het pakket %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Toon alles</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>Gemarkeerd: %1</translation>
    </message>
</context>
<context>
    <name>RetentionPanel</name>
    <message>
        <source>Keep longer…</source>
        <translation>Langer bewaren…</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Voorgoed wissen…</translation>
    </message>
    <message>
        <source>View the record</source>
        <translation>Dossier bekijken</translation>
    </message>
    <message>
        <source>To be kept until {day}</source>
        <translation>Te bewaren tot en met {day}</translation>
    </message>
    <message>
        <source>guidance ended on {day}</source>
        <translation>begeleiding geëindigd op {day}</translation>
    </message>
    <message>
        <source>Kept longer before: {reason}</source>
        <translation>Eerder langer bewaard: {reason}</translation>
    </message>
    <message>
        <source>1 step is still open</source>
        <translation>1 stap staat nog open</translation>
    </message>
    <message>
        <source>{count} steps are still open</source>
        <translation>{count} stappen staan nog open</translation>
    </message>
    <message>
        <source>{code} · last on {day}</source>
        <translation>{code} · laatst op {day}</translation>
    </message>
    <message>
        <source>How long records are kept</source>
        <translation>Hoe lang dossiers worden bewaard</translation>
    </message>
    <message>
        <source>A record is kept for some time after the guidance has ended. When that period is over it is listed here, and you decide: keep it longer with a reason, or erase it. The program never erases anything by itself.</source>
        <translation>Een dossier wordt na het einde van de begeleiding nog een tijd bewaard. Is die voorbij, dan staat het hier en beslist u: langer bewaren met een reden, of wissen. Het programma wist nooit iets vanzelf.</translation>
    </message>
    <message>
        <source>Keep records after the guidance ended:</source>
        <translation>Dossiers bewaren na het einde van de begeleiding:</translation>
    </message>
    <message>
        <source>Today’s date is right</source>
        <translation>De datum van vandaag klopt</translation>
    </message>
    <message>
        <source>Past their retention period</source>
        <translation>Voorbij hun termijn</translation>
    </message>
    <message>
        <source>No record is past its retention period.</source>
        <translation>Geen enkel dossier is voorbij zijn termijn.</translation>
    </message>
    <message>
        <source>Nothing happens any more</source>
        <translation>Waar niets meer gebeurt</translation>
    </message>
    <message>
        <source>These records are open, but nothing has happened for a whole retention period. Can the guidance be closed?</source>
        <translation>Deze dossiers staan open, maar er is al een hele bewaartermijn niets mee gebeurd. Kan de begeleiding worden afgesloten?</translation>
    </message>
</context>
<context>
    <name>RulesView</name>
    <message>
        <source>This conversation was finished on {day}, with checklist {version}. Its signals follow the rules of that day.</source>
        <translation>Dit gesprek is afgerond op {day}, met checklist {version}. Voor de signalen gelden de regels van die dag.</translation>
    </message>
    <message>
        <source>Checklist {version}: which answers raise which signal. There is no sum and no score; it is an aid to memory, not a validated test.</source>
        <translation>Checklist {version}: welke antwoorden welk signaal geven. Er is geen optelsom en geen score; de lijst is een geheugensteun, geen gevalideerde test.</translation>
    </message>
    <message>
        <source>guidance-kb-rules.pdf</source>
        <translation>guidance-kb-regels.pdf</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>Alle regels</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Right and Left go from link to link; Enter follows one</source>
        <translation>Pijl naar rechts en links gaan van verwijzing naar verwijzing; Enter volgt er een</translation>
    </message>
    <message>
        <source>Show today’s rules</source>
        <translation>Regels van nu</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Afdrukken…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als PDF…</translation>
    </message>
</context>
<context>
    <name>RulesWriter</name>
    <message>
        <source>What holds for every rule</source>
        <translation>Wat voor elke regel geldt</translation>
    </message>
    <message>
        <source>No rule matches. Remove a word, or choose another kind.</source>
        <translation>Geen regel past hierbij. Haal een woord weg of kies een andere soort.</translation>
    </message>
    <message>
        <source>shows now: {level}</source>
        <translation>staat er nu: {level}</translation>
    </message>
</context>
<context>
    <name>RunningConversation</name>
    <message>
        <source>Practice conversation</source>
        <translation>Oefengesprek</translation>
    </message>
    <message>
        <source>Conversation with %1</source>
        <translation>Gesprek met %1</translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation>Dit gesprek</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Afdrukken…</translation>
    </message>
    <message>
        <source>Back to our text</source>
        <translation>Terug naar onze tekst</translation>
    </message>
</context>
<context>
    <name>SaveStatusBar</name>
    <message>
        <source>Choose a client</source>
        <translation>Kies een cliënt</translation>
    </message>
    <message>
        <source>Another client</source>
        <translation>Andere cliënt</translation>
    </message>
    <message>
        <source>Chosen by mistake? What was said goes to the client that you choose.</source>
        <translation>Per ongeluk gekozen? Wat gezegd is, gaat naar de cliënt die u kiest.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Afronden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Undo finishing</source>
        <translation>Afronden ongedaan maken</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Heropenen</translation>
    </message>
    <message>
        <source>Open the record of {code}</source>
        <translation>Open het dossier van {code}</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Samenvatting</translation>
    </message>
    <message>
        <source>finished {when}</source>
        <translation>afgerond {when}</translation>
    </message>
    <message>
        <source>Not saved (no records)</source>
        <translation>Niet opgeslagen (geen dossiers)</translation>
    </message>
    <message>
        <source>Not saved: the records are locked</source>
        <translation>Niet opgeslagen: de dossiers zijn op slot</translation>
    </message>
    <message>
        <source>Not saved: choose a client</source>
        <translation>Niet opgeslagen: kies een cliënt</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Gaat open…</translation>
    </message>
    <message>
        <source>nothing to save yet</source>
        <translation>nog niets om op te slaan</translation>
    </message>
    <message>
        <source>the latest part is not saved</source>
        <translation>het laatste is niet opgeslagen</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>wordt opgeslagen…</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>opgeslagen {time}</translation>
    </message>
    <message>
        <source> · begun with checklist {version}</source>
        <translation> · begonnen met checklist {version}</translation>
    </message>
    <message>
        <source>{discussed} of {all} core questions discussed</source>
        <translation>{discussed} van {all} kernvragen besproken</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Time of the conversation, without pauses</source>
        <translation>Gesprekstijd, zonder pauzes</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>Resume the time</source>
        <translation>Laat de tijd verder lopen</translation>
    </message>
    <message>
        <source>Pause the time of this conversation</source>
        <translation>Pauzeer de tijd van dit gesprek</translation>
    </message>
    <message>
        <source>Practice: nothing is kept</source>
        <translation>Oefengesprek: er wordt niets bewaard</translation>
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
    <message>
        <source>one kind of text</source>
        <translation>één soort tekst</translation>
    </message>
    <message>
        <source>about one country</source>
        <translation>over één land</translation>
    </message>
    <message>
        <source>about one theme</source>
        <translation>over één thema</translation>
    </message>
    <message>
        <source>about one barrier</source>
        <translation>over één belemmering</translation>
    </message>
    <message>
        <source>about one kind of barrier</source>
        <translation>over één soort belemmering</translation>
    </message>
    <message>
        <source>about one drive</source>
        <translation>over één drijfveer</translation>
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
    <name>SecretField</name>
    <message>
        <source>Recovery key</source>
        <translation>Herstelsleutel</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>Use the passphrase instead</source>
        <translation>Toch de wachtzin gebruiken</translation>
    </message>
    <message>
        <source>Use the recovery key instead</source>
        <translation>De herstelsleutel gebruiken</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Herstellen</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>New: {name}</source>
        <translation>Nieuw: {name}</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Nog open</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Kennis</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>Alle regels</translation>
    </message>
    <message>
        <source>What raises which signal, in words</source>
        <translation>Wat welk signaal geeft, in woorden</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Waarom niet?</translation>
    </message>
</context>
<context>
    <name>SidePanelHost</name>
    <message>
        <source>The client is watching</source>
        <translation>De cliënt kijkt mee</translation>
    </message>
    <message>
        <source>Press Shift+H to show this side again.</source>
        <translation>Met Shift+H ziet u deze kant weer.</translation>
    </message>
</context>
<context>
    <name>SignalCard</name>
    <message>
        <source>Back again: something new was said after you set it aside.</source>
        <translation>Weer terug: er is iets bijgekomen sinds u dit opzijzette.</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>uitgeklapt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>ingeklapt</translation>
    </message>
    <message>
        <source>, set aside</source>
        <translation>, opzijgezet</translation>
    </message>
</context>
<context>
    <name>SignalList</name>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>What motivates this person</source>
        <translation>Wat deze persoon beweegt</translation>
    </message>
    <message>
        <source>What motivates this person: nothing named yet</source>
        <translation>Wat deze persoon beweegt: nog niets genoemd</translation>
    </message>
    <message>
        <source>What may be in the way</source>
        <translation>Wat misschien in de weg staat</translation>
    </message>
    <message>
        <source>What may be in the way: nothing named</source>
        <translation>Wat misschien in de weg staat: niets genoemd</translation>
    </message>
    <message>
        <source>Is something missing here? See why it does not show.</source>
        <translation>Mist u hier iets? Kijk waarom het er niet staat.</translation>
    </message>
</context>
<context>
    <name>SmallForm</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
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
        <source>Practice conversation</source>
        <translation>Oefengesprek</translation>
    </message>
    <message>
        <source>All knowledge comes from one report, told in our own words: %1. What we add ourselves is marked as ours.</source>
        <translation>Alle kennis komt uit één rapport, verteld in onze eigen woorden: %1. Wat we zelf toevoegen, is gemarkeerd als “van ons”.</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>Begin with a proposal</source>
        <translation>Begin met een voorstel</translation>
    </message>
    <message>
        <source>A step</source>
        <translation>Een stap</translation>
    </message>
    <message>
        <source>What is agreed</source>
        <translation>Wat er is afgesproken</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Wie het doet</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Wanneer het klaar is</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Waar het over gaat</translation>
    </message>
    <message>
        <source>The recommendation it follows</source>
        <translation>De aanbeveling waar het bij hoort</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>geen signaal</translation>
    </message>
    <message>
        <source>Warm hand-over to someone else</source>
        <translation>Warme overdracht aan iemand anders</translation>
    </message>
    <message>
        <source>A hand-over stays open until you know that the client has arrived there.</source>
        <translation>Een overdracht blijft open tot u weet dat de cliënt daar is aangekomen.</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Afspreken</translation>
    </message>
</context>
<context>
    <name>StepsTab</name>
    <message>
        <source>Agree a step</source>
        <translation>Een stap afspreken</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>No step is open.</source>
        <translation>Er staat geen stap open.</translation>
    </message>
    <message>
        <source>Done and given up</source>
        <translation>Gedaan en vervallen</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Weer openzetten</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Eerder</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Aangekomen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Laten vervallen</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>What to know now</source>
        <translation>Wat u nu moet weten</translation>
    </message>
    <message>
        <source>What the client wants</source>
        <translation>Wat de cliënt wil</translation>
    </message>
    <message>
        <source>Continue the conversation that is not finished</source>
        <translation>Verder met het gesprek dat niet is afgerond</translation>
    </message>
    <message>
        <source>begun {day}</source>
        <translation>begonnen {day}</translation>
    </message>
    <message>
        <source>Last conversation</source>
        <translation>Laatste gesprek</translation>
    </message>
    <message>
        <source>There has been no conversation yet.</source>
        <translation>Er was nog geen gesprek.</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Toestemming</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>Open steps</source>
        <translation>Open stappen</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Aangekomen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>No step is open.</source>
        <translation>Er staat geen stap open.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>nog {count}</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Nazorg</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Bellen</translation>
    </message>
    <message>
        <source>Nothing is planned.</source>
        <translation>Er is niets gepland.</translation>
    </message>
    <message>
        <source>Plan the first three weeks</source>
        <translation>De eerste drie weken plannen</translation>
    </message>
    <message>
        <source>Last conversation, {day}</source>
        <translation>Laatste gesprek, {day}</translation>
    </message>
    <message>
        <source>Nothing that was said points anywhere yet.</source>
        <translation>Wat er is gezegd, wijst nog nergens op.</translation>
    </message>
    <message>
        <source>Compared with the conversation before</source>
        <translation>Vergeleken met het gesprek ervoor</translation>
    </message>
    <message>
        <source>What was not discussed may still be there.</source>
        <translation>Wat niet is besproken, kan er nog steeds zijn.</translation>
    </message>
</context>
<context>
    <name>SummaryHeader</name>
    <message>
        <source>Finished {when}. The pages can still be printed.</source>
        <translation>Afgerond op {when}. U kunt de bladen nog afdrukken.</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>wordt opgeslagen…</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>opgeslagen {time}</translation>
    </message>
    <message>
        <source>This conversation is not kept. What you print or save is all that remains of it.</source>
        <translation>Dit gesprek wordt niet bewaard. Alleen wat u afdrukt of opslaat, blijft over.</translation>
    </message>
    <message>
        <source>The records are locked: this conversation is not kept for now.</source>
        <translation>De dossiers zijn op slot: dit gesprek wordt nu niet bewaard.</translation>
    </message>
    <message>
        <source>This conversation is not kept yet: say whose it is, or print what you need.</source>
        <translation>Dit gesprek wordt nog niet bewaard: kies van wie het is, of druk af wat u nodig heeft.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Gaat open…</translation>
    </message>
    <message>
        <source>Nothing has been said yet.</source>
        <translation>Er is nog niets gezegd.</translation>
    </message>
    <message>
        <source>The latest part is not saved.</source>
        <translation>Het laatste is niet opgeslagen.</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 stap</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} stappen</translation>
    </message>
    <message>
        <source>1 appointment</source>
        <translation>1 afspraak</translation>
    </message>
    <message>
        <source>{count} appointments</source>
        <translation>{count} afspraken</translation>
    </message>
    <message>
        <source>Saves the conversation with its steps and appointments; from then on it is read-only</source>
        <translation>Bewaart het gesprek met de stappen en afspraken; daarna is het alleen te lezen</translation>
    </message>
    <message>
        <source>finishing puts in the record: {what}</source>
        <translation>bij afronden komt in het dossier: {what}</translation>
    </message>
    <message>
        <source>To the conversation</source>
        <translation>Naar het gesprek</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Samenvatting</translation>
    </message>
    <message>
        <source>Choose a client</source>
        <translation>Kies een cliënt</translation>
    </message>
    <message>
        <source>To the record</source>
        <translation>Naar het dossier</translation>
    </message>
    <message>
        <source>Undo finishing</source>
        <translation>Afronden ongedaan maken</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Afronden</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>client-page</source>
        <translation>blad-client</translation>
    </message>
    <message>
        <source>counselor-page</source>
        <translation>blad-begeleider</translation>
    </message>
    <message>
        <source>reply-to-referrer</source>
        <translation>bericht-aan-verwijzer</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>Blad opslaan</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>Client&apos;s page</source>
        <translation>Blad van de cliënt</translation>
    </message>
    <message>
        <source>Your page</source>
        <translation>Uw blad</translation>
    </message>
    <message>
        <source>Referrer</source>
        <translation>Verwijzer</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Samenvatting</translation>
    </message>
</context>
<context>
    <name>TakeAlong</name>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Afdrukken…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als PDF…</translation>
    </message>
    <message>
        <source>Save as a web page…</source>
        <translation>Opslaan als webpagina…</translation>
    </message>
    <message>
        <source>Save as data (JSON)…</source>
        <translation>Opslaan als gegevens (JSON)…</translation>
    </message>
    <message>
        <source>For another program to read</source>
        <translation>Om in een ander programma te gebruiken</translation>
    </message>
</context>
<context>
    <name>TakeInPanel</name>
    <message>
        <source>The file from your colleague</source>
        <translation>Het bestand van uw collega</translation>
    </message>
    <message>
        <source>Opening the file…</source>
        <translation>Het bestand wordt geopend…</translation>
    </message>
    <message>
        <source>Stopped. Nothing has changed.</source>
        <translation>Gestopt. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Making a backup, then taking over the record…</source>
        <translation>Er wordt een reservekopie gemaakt, en dan wordt het dossier overgenomen…</translation>
    </message>
    <message>
        <source>Take over from a colleague</source>
        <translation>Overnemen van een collega</translation>
    </message>
    <message>
        <source>Choose the file that your colleague made, and type the code that you heard. You first see what is in it; taking over the same file twice does no harm.</source>
        <translation>Kies het bestand dat uw collega heeft gemaakt, en typ de code die u heeft gehoord. U ziet eerst wat erin staat; hetzelfde bestand twee keer overnemen kan geen kwaad.</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Bestand kiezen…</translation>
    </message>
    <message>
        <source>no file chosen</source>
        <translation>geen bestand gekozen</translation>
    </message>
    <message>
        <source>The code that you heard</source>
        <translation>De code die u heeft gehoord</translation>
    </message>
    <message>
        <source>See what is in it</source>
        <translation>Bekijk wat erin staat</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>View the record</source>
        <translation>Dossier bekijken</translation>
    </message>
    <message>
        <source>Taken over as {code}. Remove the file now: it is no longer needed.</source>
        <translation>Overgenomen als {code}. Verwijder het bestand nu: het is niet meer nodig.</translation>
    </message>
</context>
<context>
    <name>TakingAlong</name>
    <message>
        <source>Copied with its source</source>
        <translation>Gekopieerd met bron</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>bookmarks</source>
        <translation>bladwijzers</translation>
    </message>
</context>
<context>
    <name>TestForm</name>
    <message>
        <source>Opening, reading and comparing…</source>
        <translation>Openen, lezen en vergelijken…</translation>
    </message>
    <message>
        <source>Test the backup of {moment}</source>
        <translation>De reservekopie van {moment} testen</translation>
    </message>
    <message>
        <source>It is put in a temporary place, opened with what you type, read to its last row and compared with the current records. Nothing changes, and no trace of it stays.</source>
        <translation>De kopie wordt op een tijdelijke plek gezet, geopend met wat u typt, tot de laatste regel gelezen en vergeleken met de huidige dossiers. Er verandert niets en er blijft niets van achter.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>This backup is good. It opens with what you typed, and everything in it can be read: {contents}.</source>
        <translation>Deze reservekopie is goed. Ze gaat open met wat u typte, en alles erin is te lezen: {contents}.</translation>
    </message>
    <message>
        <source>It holds the same as the current records.</source>
        <translation>Er staat hetzelfde in als in de huidige dossiers.</translation>
    </message>
    <message>
        <source>The records have changed since then. If it were restored:</source>
        <translation>Sindsdien zijn de dossiers veranderd. Zou u deze kopie terugzetten, dan:</translation>
    </message>
</context>
<context>
    <name>TextsPanel</name>
    <message>
        <source>record-of-processing</source>
        <translation>register-van-verwerkingen</translation>
    </message>
    <message>
        <source>Privacy texts</source>
        <translation>Privacyteksten</translation>
    </message>
    <message>
        <source>Examples of what you tell, ask and promise a client. What you change here is a copy: take it with you by the clipboard or on paper, it is kept nowhere.</source>
        <translation>Voorbeelden van wat u een cliënt vertelt, vraagt en belooft. Wat u hier wijzigt is een kopie: neem die mee via het klembord of op papier, ze wordt nergens bewaard.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Record of processing (AVG, article 30)</source>
        <translation>Register van verwerkingen (AVG, artikel 30)</translation>
    </message>
</context>
<context>
    <name>ThemeChooser</name>
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
    <name>TimeChoice</name>
    <message>
        <source>no time yet</source>
        <translation>nog geen tijd</translation>
    </message>
    <message>
        <source>at a time</source>
        <translation>om een vaste tijd</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Eerder</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Record created</source>
        <translation>Dossier aangemaakt</translation>
    </message>
    <message>
        <source>Guidance ended</source>
        <translation>Begeleiding geëindigd</translation>
    </message>
    <message>
        <source>Next: {when}</source>
        <translation>Hierna: {when}</translation>
    </message>
    <message>
        <source>Conversation, not finished</source>
        <translation>Gesprek, niet afgerond</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>Agreed: {what}</source>
        <translation>Afgesproken: {what}</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Gedaan: {what}</translation>
    </message>
    <message>
        <source>The client arrived: {what}</source>
        <translation>De cliënt kwam aan: {what}</translation>
    </message>
    <message>
        <source>Given up: {what}</source>
        <translation>Vervallen: {what}</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>%1 more</source>
        <translation>Nog %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>en nog %1</translation>
    </message>
</context>
<context>
    <name>Toggle</name>
    <message>
        <source>Off</source>
        <translation>Uit</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Aan</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search in everyday words, for example: no babysitter (Ctrl+K)</source>
        <translation>Zoek in gewone woorden, bijvoorbeeld: geen oppas (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search in everyday words (Ctrl+K)</source>
        <translation>Zoek in gewone woorden (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search (Ctrl+K)</source>
        <translation>Zoeken (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Zoekvak leegmaken</translation>
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
        <source>Lock the records (Ctrl+L)</source>
        <translation>De dossiers op slot doen (Ctrl+L)</translation>
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
        <source>High contrast</source>
        <translation>Hoog contrast</translation>
    </message>
    <message>
        <source>All settings…</source>
        <translation>Alle instellingen…</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Bladwijzers</translation>
    </message>
    <message>
        <source>Knowledge packs…</source>
        <translation>Kennispakketten…</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>The records are locked.</source>
        <translation>De dossiers zijn op slot.</translation>
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
        <source>Text %1%</source>
        <translation>Tekst %1%</translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>Opening…</source>
        <translation>Gaat open…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Your records are locked</source>
        <translation>Uw dossiers zijn op slot</translation>
    </message>
    <message>
        <source>Searching, countries and help need no passphrase; only what is kept about clients does.</source>
        <translation>Zoeken, landen en hulp hebben geen wachtzin nodig; alleen wat er over cliënten is bewaard.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>Forgotten the passphrase: use the recovery key</source>
        <translation>Wachtzin vergeten: gebruik de herstelsleutel</translation>
    </message>
</context>
<context>
    <name>UnreadableView</name>
    <message>
        <source>This cannot be shown now</source>
        <translation>Dit kan nu niet worden getoond</translation>
    </message>
</context>
<context>
    <name>UnsavedNote</name>
    <message>
        <source>One text is not saved yet, and only in memory.</source>
        <translation>Eén tekst is nog niet opgeslagen en staat alleen in het geheugen.</translation>
    </message>
    <message>
        <source>{count} texts are not saved yet, and only in memory.</source>
        <translation>{count} teksten zijn nog niet opgeslagen en staan alleen in het geheugen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Weggooien</translation>
    </message>
</context>
<context>
    <name>VerdictLine</name>
    <message>
        <source>Take up</source>
        <translation>Oppakken</translation>
    </message>
    <message>
        <source>You go into this, now or later</source>
        <translation>U gaat hierop in, nu of later</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Opzijzetten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Without a reason</source>
        <translation>Zonder reden</translation>
    </message>
</context>
<context>
    <name>Warned</name>
    <message>
        <source>a name</source>
        <translation>een naam</translation>
    </message>
    <message>
        <source>a citizen service number (BSN)</source>
        <translation>een burgerservicenummer (BSN)</translation>
    </message>
    <message>
        <source>a date of birth</source>
        <translation>een geboortedatum</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>een e-mailadres</translation>
    </message>
    <message>
        <source>a phone number</source>
        <translation>een telefoonnummer</translation>
    </message>
    <message>
        <source>and</source>
        <translation>en</translation>
    </message>
    <message>
        <source>This looks like {what}. Better leave out anything that shows who it is.</source>
        <translation>Dit lijkt op {what}. Laat liever weg wat verraadt om wie het gaat.</translation>
    </message>
</context>
<context>
    <name>WhyLine</name>
    <message>
        <source>said</source>
        <translation>gezegd</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>zelf gezien</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>Why not</source>
        <translation>Waarom niet</translation>
    </message>
    <message>
        <source>Find a barrier or a drive</source>
        <translation>Zoek een belemmering of drijfveer</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Zoek</translation>
    </message>
    <message>
        <source>“Discuss now”: the client said exactly that, or two answers hint at it. “For information”: one hint, or you saw it and the client did not say it. The rest is under “All rules”.</source>
        <translation>“Nu bespreken”: de cliënt zei precies dit, of twee antwoorden wijzen erop. “Ter informatie”: één aanwijzing, of u zag het en de cliënt zei het niet. De rest staat bij “Alle regels”.</translation>
    </message>
    <message>
        <source>Nothing here has that name. Try another word, or clear the field to see everything.</source>
        <translation>Er is hier niets met die naam. Probeer een ander woord, of maak het veld leeg om alles te zien.</translation>
    </message>
    <message>
        <source>What may be in the way</source>
        <translation>Wat misschien in de weg staat</translation>
    </message>
    <message>
        <source>What motivates someone</source>
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
        <source>Does not show · not discussed yet: {open} of {all}</source>
        <translation>Staat er niet · nog niet besproken: {open} van {all}</translation>
    </message>
    <message>
        <source>says exactly that</source>
        <translation>zegt precies dat</translation>
    </message>
    <message>
        <source>only hints at it</source>
        <translation>wijst er alleen op</translation>
    </message>
    <message>
        <source>Would count when “{wanted}” ({says}); now: {now}</source>
        <translation>Telt mee bij “{wanted}” ({says}); nu: {now}</translation>
    </message>
</context>
<context>
    <name>_Page</name>
    <message>
        <source>Records</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
</TS>
