"""The user interface of the vault: creation, unlocking, locking when idle, passphrases and recovery keys."""
