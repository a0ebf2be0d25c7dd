-- Words by which a reader groups bookmarks, one a line. Older files have none.

ALTER TABLE bookmark ADD COLUMN tags TEXT NOT NULL DEFAULT '';
