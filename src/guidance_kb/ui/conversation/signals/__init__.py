"""The signals beside the checklist: the barriers and drives that the answers point to, the reasons, and possible steps."""
