"""The session behind a conversation: its client, saving, and recovery after an interruption."""
