"""The signals beside the checklist: which barriers are likely, why, and what to do."""
