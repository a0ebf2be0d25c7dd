-- What a second conversation and a call need: how a step went, what came of a follow-up, the next appointment with its time and place,
-- the day of a conversation that is entered later, and the client's consent.

ALTER TABLE session ADD COLUMN held TEXT; -- day on which it was held, where that is not the day of `started` (a paper form entered later)

ALTER TABLE step ADD COLUMN result TEXT CHECK (result IN ('succeeded', 'partly', 'not', 'later')); -- how it went, as the client says
ALTER TABLE step ADD COLUMN reviewed TEXT; -- day on which that was asked

CREATE TABLE consent (                    -- what the client said about the record, each time it was asked; the last one counts
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
    at TEXT NOT NULL,                     -- moment
    reply TEXT NOT NULL CHECK (reply IN ('yes', 'no', 'later')),
    withdrawn TEXT                        -- moment
);
CREATE INDEX consent_client ON consent (client, id);

-- A follow-up may be an appointment. SQLite cannot change a CHECK, so the table is made again, with the ids that were given.

DROP VIEW passage;
CREATE TEMP TABLE follow_up_before AS SELECT * FROM follow_up;
CREATE TEMP TABLE follow_up_given AS SELECT seq FROM sqlite_sequence WHERE name = 'follow_up';
DROP TRIGGER follow_up_gone; -- its words stay as they are
DROP TABLE follow_up;

CREATE TABLE follow_up (                  -- critical moments: first three weeks, placement; and the next appointment
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('first_week', 'second_week', 'third_week', 'placement', 'appointment', 'other')),
    due TEXT NOT NULL,                    -- day
    remark TEXT NOT NULL DEFAULT '',
    done TEXT,                            -- day
    outcome TEXT NOT NULL DEFAULT '',
    time TEXT,                            -- local time, 14:30
    means TEXT CHECK (means IN ('here', 'phone', 'elsewhere')),
    location TEXT NOT NULL DEFAULT '',    -- address, or telephone number, in the counselor's words
    result TEXT CHECK (result IN ('spoken', 'not_reached', 'call_back')) -- what came of a call
);
INSERT INTO follow_up (id, client, kind, due, remark, done, outcome)
SELECT id, client, kind, due, remark, done, outcome FROM follow_up_before;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM follow_up_given) WHERE name = 'follow_up' AND EXISTS (SELECT 1 FROM follow_up_given);
INSERT INTO sqlite_sequence (name, seq) SELECT 'follow_up', seq FROM follow_up_given
WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'follow_up');
DROP TABLE follow_up_before;
DROP TABLE follow_up_given;

CREATE INDEX follow_up_client ON follow_up (client, due);
CREATE INDEX follow_up_open ON follow_up (due) WHERE done IS NULL;
CREATE INDEX follow_up_open_client ON follow_up (client, due) WHERE done IS NULL;

CREATE VIEW passage (place, client, text) AS -- every free text; its place is the rowid of its words: 8 × the id there + which table
SELECT 8 * a.id + 1, s.client, a.note FROM session s JOIN answer a ON a.session = s.id
UNION ALL SELECT 8 * id + 2, client, text FROM note
UNION ALL SELECT 8 * id + 3, client, what FROM step
UNION ALL SELECT 8 * id + 4, client, remark || char(10) || outcome || char(10) || location FROM follow_up
UNION ALL SELECT 8 * id + 5, id, remark FROM client;

CREATE TRIGGER passage_written INSTEAD OF INSERT ON passage BEGIN
    DELETE FROM word WHERE rowid = new.place;
    INSERT INTO word (rowid, words, nl, en)
    SELECT new.place, words_of(new.text), stems_of(new.text, 'nl'), stems_of(new.text, 'en') WHERE trim(new.text, char(10)) <> '';
END;

CREATE TRIGGER follow_up_added AFTER INSERT ON follow_up
BEGIN INSERT INTO passage (place, text) VALUES (8 * new.id + 4, new.remark || char(10) || new.outcome || char(10) || new.location); END;
CREATE TRIGGER follow_up_changed AFTER UPDATE OF remark, outcome, location ON follow_up
BEGIN INSERT INTO passage (place, text) VALUES (8 * new.id + 4, new.remark || char(10) || new.outcome || char(10) || new.location); END;
CREATE TRIGGER follow_up_gone AFTER DELETE ON follow_up BEGIN DELETE FROM word WHERE rowid = 8 * old.id + 4; END;
