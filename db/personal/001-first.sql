-- What a reader keeps of their own: bookmarks in the knowledge, each with a note. Plain SQLite in the folder of the user's data; a released
-- file is never edited, a change is another file. Nothing of a client belongs here, and the window says so beside the note.

CREATE TABLE bookmark (
    id TEXT PRIMARY KEY,                  -- of an entry, barrier, drive, need or item, or the name of a section
    kind TEXT NOT NULL,                   -- what it was when it was marked: finding, barrier, section …
    title_nl TEXT NOT NULL,               -- what it was called then: shown when it is not in the content any more
    title_en TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',        -- the reader's own words
    added TEXT NOT NULL,                  -- UTC: 2026-11-25T13:02:31.123456+00:00
    changed TEXT NOT NULL                 -- when the note was last changed
) STRICT, WITHOUT ROWID;
