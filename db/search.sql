-- The search index: added to the knowledge database by `guidance_kb.search.index` after the entries are written.
-- One FTS5 table a language. The rowid is document.number; each column holds the words of the document, folded, and their stems, in
-- order, with a space between. They are folded and stemmed in Python, so the tokenizer only has to split at spaces: `ascii` leaves
-- every character above 127 as it is. The columns are stored, because the ranking reads them back.

CREATE VIRTUAL TABLE search_nl USING fts5 (
    title, keywords, body, title_stems, keywords_stems, body_stems, tokenize = 'ascii', prefix = '2 3'
);

CREATE VIRTUAL TABLE search_en USING fts5 (
    title, keywords, body, title_stems, keywords_stems, body_stems, tokenize = 'ascii', prefix = '2 3'
);
