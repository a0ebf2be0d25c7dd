"""Administration of the records: backups and restoring, retention, erasure, access copies, and transfers to and from colleagues."""
