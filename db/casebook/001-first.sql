-- The casebook, first version: clients by code, their conversations, and what was agreed. Encrypted as a whole by SQLCipher.
--
-- Moments are UTC, ISO 8601 with seconds (2026-11-24T14:02:31Z); days are local dates (2026-11-24). Every table that is a client's has
-- `id` and a path to client by its foreign keys: the access export, the erasing and the undo find what belongs to a client by following
-- them. AUTOINCREMENT, because an id is never given twice: a window that still holds the id of something erased finds nothing, and what is
-- put back by undo finds its place free.

CREATE TABLE client (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,             -- random, 128 bit as hex; also in tombstones and transfers
    code TEXT NOT NULL UNIQUE COLLATE NOCASE, -- never a name
    remark TEXT NOT NULL DEFAULT '',
    opened TEXT NOT NULL,                 -- moment
    closed TEXT,                          -- day on which the guidance ended
    keep_until TEXT,                      -- day of the end of the retention term; null while open
    keep_reason TEXT NOT NULL DEFAULT '', -- why the term was extended, the last time
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
);
CREATE INDEX client_keep ON client (keep_until) WHERE keep_until IS NOT NULL;

CREATE TABLE rules (                      -- every checklist used, with its rules, so that an old session shows those of its day
    digest TEXT PRIMARY KEY,              -- SHA-256 of the document as hex: the same everywhere, so that a transfer needs no translation
    document TEXT NOT NULL                -- JSON, as `guidance-kb checklist --json` prints it
) WITHOUT ROWID;

CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
    checklist TEXT NOT NULL,              -- version of the checklist, as people name it
    rules TEXT NOT NULL REFERENCES rules, -- the document of that version
    state TEXT NOT NULL CHECK (state IN ('draft', 'finished')),
    in_hand INTEGER NOT NULL DEFAULT 0 CHECK (in_hand IN (0, 1)), -- taken up and not put down: after a crash it still is
    started TEXT NOT NULL,                -- moment
    changed TEXT NOT NULL,                -- moment of the last change
    finished TEXT,                        -- moment
    seconds INTEGER NOT NULL DEFAULT 0,   -- time in hand, pauses left out
    place TEXT NOT NULL DEFAULT '{}',     -- JSON: item in hand, list shown, open panels
    CHECK ((state = 'finished') = (finished IS NOT NULL)),
    CHECK (state = 'draft' OR in_hand = 0)
);
CREATE INDEX session_client ON session (client, started);
CREATE INDEX session_draft ON session (client, changed) WHERE state = 'draft';

CREATE TABLE reopening (                  -- the trace of a finished session that was opened again
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    at TEXT NOT NULL,                     -- moment
    finished TEXT NOT NULL,               -- moment at which it had been finished
    reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX reopening_session ON reopening (session);

CREATE TABLE answer (                     -- as they stand now; a gap has no row
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    item TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('named', 'not_an_issue', 'not_discussed', 'declined')),
    said_by TEXT NOT NULL CHECK (said_by IN ('client', 'observed')),
    note TEXT NOT NULL DEFAULT '',
    changed TEXT NOT NULL,                -- moment
    UNIQUE (session, item)
);

CREATE TABLE answer_change (              -- every change; words typed in one go are one change
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    at TEXT NOT NULL,                     -- moment
    item TEXT NOT NULL,
    before TEXT NOT NULL,                 -- JSON: state, by, note
    after TEXT NOT NULL,
    undone TEXT                           -- moment at which it was taken back; those that were not are what undo can take back
);
CREATE INDEX answer_change_session ON answer_change (session, id);

CREATE TABLE signal (                     -- as they were: rewritten with every answer of a draft, kept when it is finished
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    target TEXT NOT NULL,                 -- barrier, drive or need
    level TEXT NOT NULL CHECK (level IN ('discuss_now', 'for_information')),
    reasons TEXT NOT NULL,                -- JSON: item, state, by, firm
    position INTEGER NOT NULL,
    UNIQUE (session, target)
);

CREATE TABLE verdict (                    -- what the counselor did with a signal; without a row it was left alone
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    target TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'dismissed')),
    reason TEXT NOT NULL DEFAULT '' CHECK (reason IN ('', 'already_discussed', 'does_not_fit', 'client_does_not_want', 'other')),
    at TEXT NOT NULL,                     -- moment
    UNIQUE (session, target)
);

CREATE TABLE note (                       -- the counselor's own words, with a session or by themselves
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
    session INTEGER REFERENCES session ON DELETE CASCADE,
    written TEXT NOT NULL,                -- moment
    changed TEXT NOT NULL,                -- moment
    text TEXT NOT NULL
);
CREATE INDEX note_client ON note (client, written);
CREATE INDEX note_session ON note (session) WHERE session IS NOT NULL;

CREATE TABLE step (                       -- something agreed: open until it is done or dropped
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
    session INTEGER REFERENCES session ON DELETE SET NULL,
    what TEXT NOT NULL,
    who TEXT NOT NULL CHECK (who IN ('client', 'counselor', 'service')),
    due TEXT,                             -- day
    target TEXT,                          -- barrier, drive or need that it is about
    recommendation TEXT,                  -- entry that it follows
    handover INTEGER NOT NULL DEFAULT 0 CHECK (handover IN (0, 1)), -- warm hand-over: done when the client has arrived there
    agreed TEXT NOT NULL,                 -- moment
    done TEXT,                            -- day; of a hand-over the day on which the client arrived
    dropped TEXT,                         -- day on which it was given up
    CHECK (done IS NULL OR dropped IS NULL)
);
CREATE INDEX step_client ON step (client, agreed);
CREATE INDEX step_session ON step (session) WHERE session IS NOT NULL;
CREATE INDEX step_open ON step (due) WHERE done IS NULL AND dropped IS NULL;
CREATE INDEX step_open_client ON step (client, due) WHERE done IS NULL AND dropped IS NULL;

CREATE TABLE follow_up (                  -- critical moments: first three weeks, placement
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('first_week', 'second_week', 'third_week', 'placement', 'other')),
    due TEXT NOT NULL,                    -- day
    remark TEXT NOT NULL DEFAULT '',
    done TEXT,                            -- day
    outcome TEXT NOT NULL DEFAULT ''
);
CREATE INDEX follow_up_client ON follow_up (client, due);
CREATE INDEX follow_up_open ON follow_up (due) WHERE done IS NULL;
CREATE INDEX follow_up_open_client ON follow_up (client, due) WHERE done IS NULL;

-- Clients never mix: what hangs on a conversation is of the same client.

CREATE TRIGGER note_whose BEFORE INSERT ON note WHEN new.client <> (SELECT client FROM session WHERE id = new.session)
BEGIN SELECT raise(ABORT, 'of another client'); END;
CREATE TRIGGER note_whose_now BEFORE UPDATE OF client, session ON note
WHEN new.client <> (SELECT client FROM session WHERE id = new.session)
BEGIN SELECT raise(ABORT, 'of another client'); END;
CREATE TRIGGER step_whose BEFORE INSERT ON step WHEN new.client <> (SELECT client FROM session WHERE id = new.session)
BEGIN SELECT raise(ABORT, 'of another client'); END;
CREATE TRIGGER step_whose_now BEFORE UPDATE OF client, session ON step
WHEN new.client <> (SELECT client FROM session WHERE id = new.session)
BEGIN SELECT raise(ABORT, 'of another client'); END;

CREATE TABLE action (                     -- what can be taken back, also after a restart; cleared at the first start on another day
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
    at TEXT NOT NULL,                     -- moment
    kind TEXT NOT NULL,                   -- what was done, for "undo …" on screen
    inverse TEXT NOT NULL                 -- JSON: rows to put back as they were, the last first
);
CREATE INDEX action_client ON action (client, id);

CREATE TABLE tombstone (                  -- erased: a restored backup erases again
    uid TEXT PRIMARY KEY,
    erased TEXT NOT NULL                  -- moment
) WITHOUT ROWID;

CREATE TABLE setting (                    -- choices of this casebook: minutes to idle lock, months of retention
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- The words of all free text, folded, and their Dutch and English stems, as the search takes them, so that one form finds another. Triggers
-- keep them in step with the texts, so that no write can forget it, and no cascade. The two functions are ours (casebook/storage/full_text.py): without
-- them a write of text fails, loudly. FTS5 keeps deleted words in its segments unless it is told not to (secure-delete).

CREATE VIRTUAL TABLE word USING fts5 (words, nl, en, tokenize = 'ascii');
INSERT INTO word (word, rank) VALUES ('secure-delete', 1);

CREATE VIEW passage (place, client, text) AS -- every free text; its place is the rowid of its words: 8 × the id there + which table
SELECT 8 * a.id + 1, s.client, a.note FROM session s JOIN answer a ON a.session = s.id
UNION ALL SELECT 8 * id + 2, client, text FROM note
UNION ALL SELECT 8 * id + 3, client, what FROM step
UNION ALL SELECT 8 * id + 4, client, remark || char(10) || outcome FROM follow_up
UNION ALL SELECT 8 * id + 5, id, remark FROM client;

CREATE TRIGGER passage_written INSTEAD OF INSERT ON passage BEGIN
    DELETE FROM word WHERE rowid = new.place;
    INSERT INTO word (rowid, words, nl, en)
    SELECT new.place, words_of(new.text), stems_of(new.text, 'nl'), stems_of(new.text, 'en') WHERE trim(new.text, char(10)) <> '';
END;

CREATE TRIGGER answer_added AFTER INSERT ON answer BEGIN INSERT INTO passage (place, text) VALUES (8 * new.id + 1, new.note); END;
CREATE TRIGGER answer_changed AFTER UPDATE OF note ON answer WHEN old.note <> new.note
BEGIN INSERT INTO passage (place, text) VALUES (8 * new.id + 1, new.note); END;
CREATE TRIGGER answer_gone AFTER DELETE ON answer BEGIN DELETE FROM word WHERE rowid = 8 * old.id + 1; END;

CREATE TRIGGER note_added AFTER INSERT ON note BEGIN INSERT INTO passage (place, text) VALUES (8 * new.id + 2, new.text); END;
CREATE TRIGGER note_changed AFTER UPDATE OF text ON note WHEN old.text <> new.text
BEGIN INSERT INTO passage (place, text) VALUES (8 * new.id + 2, new.text); END;
CREATE TRIGGER note_gone AFTER DELETE ON note BEGIN DELETE FROM word WHERE rowid = 8 * old.id + 2; END;

CREATE TRIGGER step_added AFTER INSERT ON step BEGIN INSERT INTO passage (place, text) VALUES (8 * new.id + 3, new.what); END;
CREATE TRIGGER step_changed AFTER UPDATE OF what ON step WHEN old.what <> new.what
BEGIN INSERT INTO passage (place, text) VALUES (8 * new.id + 3, new.what); END;
CREATE TRIGGER step_gone AFTER DELETE ON step BEGIN DELETE FROM word WHERE rowid = 8 * old.id + 3; END;

CREATE TRIGGER follow_up_added AFTER INSERT ON follow_up
BEGIN INSERT INTO passage (place, text) VALUES (8 * new.id + 4, new.remark || char(10) || new.outcome); END;
CREATE TRIGGER follow_up_changed AFTER UPDATE OF remark, outcome ON follow_up
BEGIN INSERT INTO passage (place, text) VALUES (8 * new.id + 4, new.remark || char(10) || new.outcome); END;
CREATE TRIGGER follow_up_gone AFTER DELETE ON follow_up BEGIN DELETE FROM word WHERE rowid = 8 * old.id + 4; END;

CREATE TRIGGER client_added AFTER INSERT ON client BEGIN INSERT INTO passage (place, text) VALUES (8 * new.id + 5, new.remark); END;
CREATE TRIGGER client_changed AFTER UPDATE OF remark ON client WHEN old.remark <> new.remark
BEGIN INSERT INTO passage (place, text) VALUES (8 * new.id + 5, new.remark); END;
CREATE TRIGGER client_gone AFTER DELETE ON client BEGIN DELETE FROM word WHERE rowid = 8 * old.id + 5; END;
