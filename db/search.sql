-- The search index: added to the knowledge database by `guidance_kb.search.index.index` after the entries are written.
-- One FTS5 table a language. The rowid is document.number; each column holds the words of the document, folded, and their stems, in
-- order, with a space between. They are folded and stemmed in Python, so the tokenizer only has to split at spaces: `ascii` leaves
-- every character above 127 as it is. The columns are stored, because the ranking reads them back.

CREATE VIRTUAL TABLE search_nl USING fts5 (
    title, keywords, body, phrasings, title_stems, keywords_stems, body_stems, phrasings_stems, tokenize = 'ascii'
);

CREATE VIRTUAL TABLE search_en USING fts5 (
    title, keywords, body, phrasings, title_stems, keywords_stems, body_stems, phrasings_stems, tokenize = 'ascii'
);

-- Each phrasing of a document by itself, to be compared with a query as a whole: its stems, the document, the phrasing as written, and what
-- its stems weigh together. A stem weighs more the fewer phrasings have it.

CREATE VIRTUAL TABLE phrasing_nl USING fts5 (stems, document UNINDEXED, text UNINDEXED, weight UNINDEXED, tokenize = 'ascii');

CREATE VIRTUAL TABLE phrasing_en USING fts5 (stems, document UNINDEXED, text UNINDEXED, weight UNINDEXED, tokenize = 'ascii');

CREATE TABLE phrasing_word (
    lang TEXT NOT NULL,
    stem TEXT NOT NULL,
    weight REAL NOT NULL,
    PRIMARY KEY (lang, stem)
) WITHOUT ROWID;

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

CREATE INDEX word_stem ON word (lang, stem, documents);

-- The Dutch compounds of the content by the stem of each of their parts: opvang → kinderopvang.

CREATE TABLE compound (
    part TEXT NOT NULL,
    stem TEXT NOT NULL,
    word TEXT NOT NULL,
    documents INTEGER NOT NULL,
    PRIMARY KEY (part, stem)
) WITHOUT ROWID;

-- The documents of each stem, of labels of several stems (with a space between; `guidance_kb.search.labels`), and of beginnings of words
-- that many documents hold (`guidance_kb.search.index.postings`): for the size of a result and for what filters it. `named` is 1 where the title or the keywords hold it. A place n stands for the entry whose documents have
-- the numbers 2n + 1 and 2n + 2; a blob is a list of places, 32 bits each, or where `bits` is 1 a bit for each place; lowest byte first.

CREATE TABLE posting (
    lang TEXT NOT NULL,
    named INTEGER NOT NULL,
    stem TEXT NOT NULL,
    bits INTEGER NOT NULL,
    documents BLOB NOT NULL,
    PRIMARY KEY (lang, named, stem)
) WITHOUT ROWID;

CREATE TABLE beginning (
    lang TEXT NOT NULL,
    beginning TEXT NOT NULL,
    documents BLOB NOT NULL,
    named BLOB NOT NULL,
    PRIMARY KEY (lang, beginning)
) WITHOUT ROWID;

-- How strongly a feature of a phrase points to documents (`guidance_kb.search.index.features`): a stem, two stems with a space between, or
-- letters after a #. `rarity` is 1 if every text has it, more the fewer have it. The weights are the places of the documents, four bytes
-- each, and then their weights in hundredths, two bytes each. A place is that of a bit in a set of documents: (number - 1) / 2.

CREATE TABLE feature (
    lang TEXT NOT NULL,
    feature TEXT NOT NULL,
    rarity REAL NOT NULL,
    weights BLOB NOT NULL,
    PRIMARY KEY (lang, feature)
) WITHOUT ROWID;

-- How much was written for a document in a language, relative to the others: a logarithm.

CREATE TABLE feature_size (
    lang TEXT NOT NULL,
    place INTEGER NOT NULL,
    size REAL NOT NULL,
    PRIMARY KEY (lang, place)
) WITHOUT ROWID;
