-- The search index: added to the knowledge database by `guidance_kb.search.index` after the entries are written.
-- One FTS5 table a language. The rowid is document.number; each column holds the words of the document, folded, and their stems, in
-- order, with a space between. They are folded and stemmed in Python, so the tokenizer only has to split at spaces: `ascii` leaves
-- every character above 127 as it is. The columns are stored, because the ranking reads them back.

CREATE VIRTUAL TABLE search_nl USING fts5 (
    title, keywords, body, phrasings, title_stems, keywords_stems, body_stems, phrasings_stems, tokenize = 'ascii', prefix = '2 3'
);

CREATE VIRTUAL TABLE search_en USING fts5 (
    title, keywords, body, phrasings, title_stems, keywords_stems, body_stems, phrasings_stems, tokenize = 'ascii', prefix = '2 3'
);

-- The words of the content and of the thesaurus, for what is misspelled and for what is compounded. `letters` has bit 0 for an a to
-- bit 25 for a z: two words with very different letters are never a typing error apart.

CREATE TABLE word (
    lang TEXT NOT NULL,
    word TEXT NOT NULL,
    stem TEXT NOT NULL,
    documents INTEGER NOT NULL,
    letters INTEGER NOT NULL,
    PRIMARY KEY (lang, word)
) WITHOUT ROWID;

CREATE INDEX word_stem ON word (lang, stem);

-- The Dutch compounds of the content by the stem of each of their parts: opvang → kinderopvang.

CREATE TABLE compound (
    part TEXT NOT NULL,
    stem TEXT NOT NULL,
    word TEXT NOT NULL,
    documents INTEGER NOT NULL,
    PRIMARY KEY (part, stem)
) WITHOUT ROWID;
