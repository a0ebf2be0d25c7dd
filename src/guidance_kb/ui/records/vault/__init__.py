"""The encrypted vault as the user meets it: create, unlock, lock when idle, passphrases and recovery keys."""
