"""Care of the records: backups and restoring, retention, erasure, export, import and hand-over to a colleague."""
