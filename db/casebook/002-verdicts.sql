-- A verdict keeps the evidence on which it was given, so that new evidence brings a signal back that was set aside; and verdicts are taken
-- back in one order with the answers, also after a restart.

ALTER TABLE verdict ADD COLUMN evidence TEXT; -- JSON: items that pointed to the target, “item!” where firm; null if it came from an older version
UPDATE verdict SET evidence = (
    SELECT json_group_array(piece.value ->> 0 || iif(piece.value ->> 3, '!', ''))
    FROM signal, json_each(signal.reasons) piece WHERE signal.session = verdict.session AND signal.target = verdict.target
);

ALTER TABLE answer_change ADD COLUMN about TEXT NOT NULL DEFAULT 'answer' CHECK (about IN ('answer', 'verdict'));
-- Of a verdict `item` is the target of the signal, and before and after are its verdict, reason and evidence, or null.

DELETE FROM action WHERE kind = 'signal_judged';
