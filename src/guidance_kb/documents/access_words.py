"""Display names of tables, columns and values of a record, for the client. A test fails for a column without a name."""

from collections.abc import Mapping
from typing import Final

from guidance_kb.casebook.records.followups import CALL_RESULTS, MOMENTS, FollowUpKind
from guidance_kb.casebook.records.steps import STEP_RESULTS, TAKERS
from guidance_kb.casebook.records.undo import SAID
from guidance_kb.documents.names import LEVELS, REASONS, SPEAKERS, STATES, VERDICTS
from guidance_kb.language import Text

TITLE: Final = Text("Alles wat wij over u bewaren: {}", "Everything we keep about you: {}")
INTRODUCTION: Final = Text(
    "Dit is alles wat uw begeleider over u bewaart, op {}. Uw naam staat er niet in: u heeft hier een code. "
    "Wat de begeleider schreef, staat hier in dezelfde woorden.",
    "This is everything that your counselor keeps about you, on {}. Your name is not in it: you have a code here. "
    "What the counselor wrote is here in the same words.",
)
RIGHTS: Final = Text(
    "U mag vragen om dit te verbeteren, aan te vullen of te wissen. Een streepje betekent: hier staat niets. "
    "Wat u niet besprak, staat er niet in en zegt niets over u. U krijgt nergens een score.",
    "You may ask us to correct this, to add to it or to erase it. A dash means that there is nothing here. "
    "What you did not discuss is not in it, and says nothing about you. You get no score anywhere.",
)
CONVERSATION: Final = Text("Gesprek", "Conversation")
NOTHING: Final = Text("Hier staat niets.", "There is nothing here.")

TABLES: Final[Mapping[str, Text]] = {
    "client": Text("Uw dossier", "Your record"),
    "session": Text("Gesprekken", "Conversations"),
    "reopening": Text("Heropend", "Reopened"),
    "answer": Text("Wat u besprak", "What you discussed"),
    "answer_change": Text(
        "Wat later veranderde: uw antwoorden, en wat de begeleider ermee deed",
        "What changed later: your answers, and what the counselor did with them",
    ),
    "signal": Text("Onderwerpen om over door te praten", "Subjects to talk about further"),
    "verdict": Text("Wat er met die onderwerpen gebeurde", "What came of those subjects"),
    "note": Text("Notities", "Notes"),
    "step": Text("Afgesproken stappen", "Steps agreed"),
    "follow_up": Text("Nazorg", "Follow-up"),
    "consent": Text("Uw toestemming", "What you agreed to"),
    "action": Text("Wat de begeleider vandaag nog kan terugdraaien", "What the counselor can still undo today"),
}

COLUMNS: Final[Mapping[tuple[str, str], Text]] = {
    ("", "id"): Text("Nummer", "Number"),
    ("", "uid"): Text("Nummer zonder betekenis", "Number without meaning"),
    ("", "client"): Text("Dossier", "Record"),
    ("", "session"): Text("Gesprek", "Conversation"),
    ("", "item"): Text("Onderwerp", "Subject"),
    ("", "state"): Text("Hoe ver het is", "How far it is"),
    ("", "at"): Text("Wanneer", "When"),
    ("", "changed"): Text("Laatst veranderd", "Last changed"),
    ("", "target"): Text("Gaat over", "About"),
    ("", "reason"): Text("Reden", "Reason"),
    ("", "remark"): Text("Opmerking", "Remark"),
    ("", "due"): Text("Uiterlijk", "By"),
    ("", "done"): Text("Gedaan op", "Done on"),
    ("", "note"): Text("Notitie", "Note"),
    ("", "kind"): Text("Soort", "Kind"),
    ("client", "code"): Text("Code", "Code"),
    ("client", "opened"): Text("Dossier aangemaakt", "Record created"),
    ("client", "closed"): Text("Begeleiding geëindigd", "Guidance ended"),
    ("client", "keep_until"): Text("Bewaard tot en met", "Kept up to and including"),
    ("client", "keep_reason"): Text("Waarom langer bewaard", "Why kept longer"),
    ("client", "archived"): Text("In het archief", "In the archive"),
    ("session", "checklist"): Text("Versie van de vragenlijst", "Version of the list of questions"),
    ("session", "rules"): Text("Nummer van de regels", "Number of the rules"),
    ("session", "in_hand"): Text("Nog geopend", "Still open"),
    ("session", "started"): Text("Begonnen", "Begun"),
    ("session", "finished"): Text("Afgerond", "Finished"),
    ("session", "seconds"): Text("Duur in seconden", "Length in seconds"),
    ("session", "held"): Text("Gevoerd op", "Held on"),
    ("session", "place"): Text("Waar het gesprek was gebleven", "Where the conversation stopped"),
    ("reopening", "finished"): Text("Eerder afgerond", "Finished before"),
    ("answer", "state"): Text("Antwoord", "Answer"),
    ("answer", "said_by"): Text("Door wie", "By whom"),
    ("answer_change", "before"): Text("Eerst", "Before"),
    ("answer_change", "after"): Text("Daarna", "After"),
    ("answer_change", "undone"): Text("Ongedaan gemaakt", "Undone"),
    ("answer_change", "about"): Text("Verandering van", "Change of"),
    ("signal", "level"): Text("Hoe dringend te bespreken", "How soon to discuss"),
    ("signal", "reasons"): Text("Waarom", "Why"),
    ("signal", "position"): Text("Plaats", "Place"),
    ("verdict", "verdict"): Text("Wat uw begeleider ermee deed", "What your counselor did with it"),
    ("verdict", "evidence"): Text("Door welke antwoorden", "From which answers"),
    ("note", "written"): Text("Geschreven", "Written"),
    ("note", "text"): Text("Tekst", "Text"),
    ("step", "what"): Text("Wat", "What"),
    ("step", "who"): Text("Wie", "Who"),
    ("step", "recommendation"): Text("Volgt op", "Follows"),
    ("step", "handover"): Text("Persoonlijk overgedragen", "Handed over in person"),
    ("step", "agreed"): Text("Afgesproken", "Agreed"),
    ("step", "dropped"): Text("Gestopt op", "Stopped on"),
    ("step", "result"): Text("Hoe het ging", "How it went"),
    ("step", "reviewed"): Text("Besproken op", "Asked on"),
    ("follow_up", "outcome"): Text("Wat eruit kwam", "What came of it"),
    ("follow_up", "time"): Text("Tijd", "Time"),
    ("follow_up", "means"): Text("Hier of telefonisch", "Here or by telephone"),
    ("follow_up", "location"): Text("Plaats of nummer", "Place or number"),
    ("follow_up", "result"): Text("Belpoging", "Call"),
    ("consent", "reply"): Text("Uw antwoord", "Your answer"),
    ("consent", "withdrawn"): Text("Gestopt op", "Stopped on"),
    ("action", "inverse"): Text("Wat er stond", "What was there before"),
}
"""Names by table and column; an empty table stands for all other tables."""

_YES_NO: Final = {"0": Text("nee", "no"), "1": Text("ja", "yes")}

VALUES: Final[Mapping[tuple[str, str], Mapping[str, Text]]] = {
    ("client", "archived"): _YES_NO,
    ("session", "in_hand"): _YES_NO,
    ("step", "handover"): _YES_NO,
    ("session", "state"): {"draft": Text("concept", "draft"), "finished": Text("afgerond", "finished")},
    ("answer", "state"): {state.value: text for state, text in STATES.items()},
    ("answer", "said_by"): {by.value: text for by, text in SPEAKERS.items()},
    ("answer_change", "about"): {
        "answer": Text("antwoord", "answer"),
        "verdict": Text("wat de begeleider deed", "what the counselor did"),
    },
    ("signal", "level"): {level.value: text for level, text in LEVELS.items()},
    ("verdict", "verdict"): {verdict.value: text for verdict, text in VERDICTS.items()},
    ("verdict", "reason"): {
        **{reason.value: text for reason, text in REASONS.items()},
        "does_not_fit": Text("paste niet bij u", "did not fit you"),
        "client_does_not_want": Text("u wilde het niet", "you did not want it"),
        "other": Text("anders", "other"),
    },
    ("step", "who"): {who.value: text for who, text in TAKERS.items()},
    ("follow_up", "kind"): {
        "first_week": Text("eerste week", "first week"),
        "second_week": Text("tweede week", "second week"),
        "third_week": Text("derde week", "third week"),
        "placement": MOMENTS[FollowUpKind.PLACEMENT],
        "appointment": MOMENTS[FollowUpKind.APPOINTMENT],
        "other": Text("anders", "other"),
    },
    ("step", "result"): {result.value: text for result, text in STEP_RESULTS.items()},
    ("follow_up", "means"): {
        "here": Text("hier", "here"),
        "phone": Text("per telefoon", "by telephone"),
        "elsewhere": Text("ergens anders", "somewhere else"),
    },
    ("follow_up", "result"): {result.value: text for result, text in CALL_RESULTS.items()},
    ("consent", "reply"): {"yes": Text("ja", "yes"), "no": Text("nee", "no"), "later": Text("later", "later")},
    ("action", "kind"): {kind.value: text for kind, text in SAID.items()},
}
"""Words for stored values, by table and column."""
