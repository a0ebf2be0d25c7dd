-- The knowledge database: what the report says, in Dutch and English, as plain tables for any SQLite tool.
-- Built by `guidance-kb build` from resources/ (never edited by hand), opened read-only. Documented in docs/knowledge-database.md.
-- Columns named `ours` are 1 where a link or a text is ours and not the report's.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,                 -- schema, content, checklist, report
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE pack (                       -- knowledge that an organisation added; empty in the database that we ship
    id TEXT PRIMARY KEY,                  -- pack-voorbeeldstad: what the ids of all it brings begin with
    position INTEGER NOT NULL UNIQUE,
    version TEXT NOT NULL,
    publisher TEXT NOT NULL,
    contact TEXT NOT NULL,
    date TEXT NOT NULL,                   -- YYYY-MM-DD
    licence TEXT NOT NULL,
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    description_nl TEXT NOT NULL,
    description_en TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE section (
    name TEXT PRIMARY KEY,                -- locator of the report: 2.1.3, 3.4/8; of a pack: a part of its own source
    position INTEGER NOT NULL UNIQUE,     -- order in the report, from 1; those of packs follow
    title_nl TEXT NOT NULL,
    title_en TEXT NOT NULL,
    pack TEXT REFERENCES pack,            -- the pack that brings it, here and elsewhere; NULL is ours
    summary INTEGER NOT NULL DEFAULT 0 CHECK (summary IN (0, 1)) -- 1: sums up other sections; its entries rank below theirs
) WITHOUT ROWID;

CREATE TABLE country (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    interviewed INTEGER NOT NULL CHECK (interviewed IN (0, 1)),
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    note_nl TEXT,
    note_en TEXT
) WITHOUT ROWID;

CREATE TABLE theme (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    question TEXT NOT NULL,               -- number in the interview guide: 4a
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    ask_nl TEXT NOT NULL,
    ask_en TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE answer (                     -- every theme x interviewed country
    theme TEXT NOT NULL REFERENCES theme,
    country TEXT NOT NULL REFERENCES country,
    state TEXT NOT NULL CHECK (state IN ('answered', 'unknown', 'not_asked')),
    section TEXT REFERENCES section,
    PRIMARY KEY (theme, country)
) WITHOUT ROWID;

CREATE TABLE work (
    id TEXT PRIMARY KEY,
    authors TEXT NOT NULL,
    year INTEGER,
    title TEXT,
    report_spelling TEXT NOT NULL,        -- JSON list
    note_nl TEXT,
    note_en TEXT,
    pack TEXT REFERENCES pack
) WITHOUT ROWID;

CREATE TABLE work_through (               -- "Parsons & Bynner 2006, in Carpentieri 2014"
    work TEXT NOT NULL REFERENCES work,
    through TEXT NOT NULL REFERENCES work,
    PRIMARY KEY (work, through)
) WITHOUT ROWID;

CREATE TABLE entry (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,     -- report order
    kind TEXT NOT NULL CHECK (kind IN ('finding', 'practice', 'recommendation', 'persona', 'method', 'address')),
    section TEXT NOT NULL REFERENCES section,
    country TEXT REFERENCES country,
    number INTEGER,                       -- of a recommendation
    original_name TEXT,
    as_of TEXT,                           -- YYYY or YYYY-MM: when a dated fact was true
    pack TEXT REFERENCES pack
) WITHOUT ROWID;

CREATE TABLE address (                    -- where the desk is that an entry of the kind `address` tells of; plain text
    entry TEXT PRIMARY KEY REFERENCES entry,
    place TEXT,
    phone TEXT,
    email TEXT,
    web TEXT,
    hours_nl TEXT,
    hours_en TEXT
) WITHOUT ROWID;

CREATE TABLE entry_text (
    entry TEXT NOT NULL REFERENCES entry,
    lang TEXT NOT NULL CHECK (lang IN ('nl', 'en')),
    title TEXT NOT NULL,
    body TEXT NOT NULL,                   -- Markdown
    html TEXT NOT NULL,                   -- the body rendered; tags p ul ol li em strong br only
    ours TEXT,
    dated TEXT,
    note TEXT,
    keywords TEXT NOT NULL,               -- JSON list
    PRIMARY KEY (entry, lang)
) WITHOUT ROWID;

CREATE TABLE entry_work (
    entry TEXT NOT NULL REFERENCES entry,
    work TEXT NOT NULL REFERENCES work,
    position INTEGER NOT NULL,
    PRIMARY KEY (entry, work)
) WITHOUT ROWID;

CREATE TABLE entry_theme (
    entry TEXT NOT NULL REFERENCES entry,
    theme TEXT NOT NULL REFERENCES theme,
    position INTEGER NOT NULL,
    PRIMARY KEY (entry, theme)
) WITHOUT ROWID;

CREATE TABLE barrier (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    category TEXT NOT NULL CHECK (category IN ('dispositional', 'situational', 'institutional')),
    staying INTEGER NOT NULL CHECK (staying IN (0, 1))
) WITHOUT ROWID;

CREATE TABLE barrier_text (
    barrier TEXT NOT NULL REFERENCES barrier,
    lang TEXT NOT NULL CHECK (lang IN ('nl', 'en')),
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    signal TEXT NOT NULL,
    also TEXT NOT NULL,
    ask TEXT NOT NULL,
    step_client TEXT NOT NULL,
    step_counselor TEXT NOT NULL,
    step_service TEXT NOT NULL,
    keywords TEXT NOT NULL,
    PRIMARY KEY (barrier, lang)
) WITHOUT ROWID;

CREATE TABLE drive (                      -- drives and basic needs
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('drive', 'need'))
) WITHOUT ROWID;

CREATE TABLE drive_text (
    drive TEXT NOT NULL REFERENCES drive,
    lang TEXT NOT NULL CHECK (lang IN ('nl', 'en')),
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    signal TEXT NOT NULL,
    ask TEXT NOT NULL,
    build_on TEXT NOT NULL,
    step_client TEXT NOT NULL,
    step_counselor TEXT NOT NULL,
    keywords TEXT NOT NULL,
    PRIMARY KEY (drive, lang)
) WITHOUT ROWID;

CREATE TABLE step_variant (               -- a step that replaces the general one of a barrier or drive, by what was named
    target TEXT NOT NULL,                 -- a barrier, drive or need
    position INTEGER NOT NULL,            -- of those that fit, the first counts
    who TEXT NOT NULL CHECK (who IN ('client', 'counselor', 'service')),
    when_named TEXT NOT NULL,             -- list of items that must all be named
    unless_named TEXT NOT NULL,           -- list of items of which none may be named
    step_nl TEXT NOT NULL,                -- as on the card
    step_en TEXT NOT NULL,
    said_nl TEXT NOT NULL,                -- as the client reads it
    said_en TEXT NOT NULL,
    PRIMARY KEY (target, position)
) WITHOUT ROWID;

CREATE TABLE source (                     -- the sections a barrier, drive or item rests on
    id TEXT NOT NULL,
    section TEXT NOT NULL REFERENCES section,
    position INTEGER NOT NULL,
    PRIMARY KEY (id, section)
) WITHOUT ROWID;

CREATE TABLE link (                       -- typed links; read them in both directions
    source TEXT NOT NULL,                 -- an entry or a barrier
    target TEXT NOT NULL,                 -- a barrier, drive, need or entry
    type TEXT NOT NULL CHECK (type IN ('barrier', 'drive', 'related', 'may_carry')),
    ours INTEGER NOT NULL CHECK (ours IN (0, 1)),
    position INTEGER NOT NULL,
    PRIMARY KEY (source, target, type)
) WITHOUT ROWID;
CREATE INDEX link_target ON link (target, type);

CREATE TABLE item_theme (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE item (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    theme TEXT NOT NULL REFERENCES item_theme,
    core INTEGER NOT NULL CHECK (core IN (0, 1)),
    sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1))
) WITHOUT ROWID;

CREATE TABLE opens_after (                -- a deeper item becomes worthwhile once another one was named
    item TEXT NOT NULL REFERENCES item,
    after TEXT NOT NULL REFERENCES item,
    position INTEGER NOT NULL,
    PRIMARY KEY (item, after)
) WITHOUT ROWID;

CREATE TABLE item_text (
    item TEXT NOT NULL REFERENCES item,
    lang TEXT NOT NULL CHECK (lang IN ('nl', 'en')),
    label TEXT NOT NULL,                  -- what is ticked: a claim
    topic TEXT NOT NULL,                  -- what it is about, claiming nothing
    open TEXT NOT NULL,
    softer TEXT NOT NULL,
    follow_up TEXT NOT NULL,
    observe TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (item, lang)
) WITHOUT ROWID;

CREATE TABLE evidence (                   -- the rules: an answer to an item points to a barrier, drive or need
    item TEXT NOT NULL REFERENCES item,
    target TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('named', 'not_an_issue')),
    strength TEXT NOT NULL CHECK (strength IN ('firm', 'weak')),
    position INTEGER NOT NULL,
    PRIMARY KEY (item, target, state)
) WITHOUT ROWID;

CREATE TABLE spoken (                     -- what clients say, ours; counts in the search for items only
    item TEXT NOT NULL REFERENCES item,
    lang TEXT NOT NULL CHECK (lang IN ('nl', 'en')),
    position INTEGER NOT NULL,
    phrase TEXT NOT NULL,
    PRIMARY KEY (lang, position)
) WITHOUT ROWID;

CREATE TABLE concept (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    scheme TEXT CHECK (scheme IN ('ESCO', 'Cedefop')),  -- the established vocabulary that has it
    term TEXT,                            -- its English term in that vocabulary
    pack TEXT REFERENCES pack,
    CHECK ((scheme IS NULL) = (term IS NULL))
) WITHOUT ROWID;

CREATE TABLE concept_label (
    concept TEXT NOT NULL REFERENCES concept,
    lang TEXT NOT NULL CHECK (lang IN ('nl', 'en')),
    position INTEGER NOT NULL,            -- 0 is the preferred label
    label TEXT NOT NULL,
    PRIMARY KEY (concept, lang, position)
) WITHOUT ROWID;

CREATE TABLE concept_link (
    concept TEXT NOT NULL REFERENCES concept,
    type TEXT NOT NULL CHECK (type IN ('broader', 'related', 'barrier', 'drive', 'theme')),
    target TEXT NOT NULL,
    PRIMARY KEY (concept, type, target)
) WITHOUT ROWID;

CREATE TABLE document (                   -- all that can be searched and opened, one row a language; plain text
    number INTEGER PRIMARY KEY,           -- rowid of the FTS5 indexes
    id TEXT NOT NULL,
    lang TEXT NOT NULL CHECK (lang IN ('nl', 'en')),
    kind TEXT NOT NULL,                   -- finding practice recommendation persona method address barrier drive need item
    section TEXT NOT NULL REFERENCES section,
    country TEXT REFERENCES country,
    title TEXT NOT NULL,
    keywords TEXT NOT NULL,               -- separated by newlines
    body TEXT NOT NULL,
    retold INTEGER,                       -- lines of the body, the first ones, that retell the report; the others are ours
    phrasings TEXT NOT NULL DEFAULT '',   -- how people say it who look for it, ours, separated by newlines; searched, not shown
    pack TEXT REFERENCES pack,
    UNIQUE (id, lang)
);
