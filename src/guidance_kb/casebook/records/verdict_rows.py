"""Rows of the verdicts of a session. Used by `sessions`, within its transactions."""

import json

from guidance_kb.casebook.records import answer_rows, changes
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason, evidence_of


def put_verdict(rows: Rows, session: int, target: str, judged: Judged | None, now: str) -> None:
    """Store a verdict; None removes it."""
    rows.run("DELETE FROM verdict WHERE session = ? AND target = ?", session, target)
    if judged is not None:
        evidence = json.dumps(sorted(judged.evidence))
        rows.insert(
            "verdict",
            {"session": session, "target": target, "verdict": judged.verdict.value, "reason": judged.reason.value,
             "evidence": evidence, "at": now},
        )  # fmt: skip


def verdicts(rows: Rows, session: int) -> dict[str, Judged]:
    """Return the verdicts of a session by target, in the order in which they were given.

    A verdict from an older version of the program, without evidence, gets the current evidence of its target.
    """
    signals = {signal.target: signal for signal in answer_rows.signals(rows, session)}
    sql = "SELECT target, verdict, reason, evidence FROM verdict WHERE session = ? ORDER BY id"
    return {
        target: Judged(
            Verdict(verdict),
            VerdictReason(reason),
            evidence_of(signals.get(target)) if evidence is None else changes.evidence(json.loads(evidence)),
        )
        for target, verdict, reason, evidence in rows.all(sql, session)
    }
