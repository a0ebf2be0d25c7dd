"""The session behind a conversation: whose it is, how it is saved, and recovery after an interruption."""
