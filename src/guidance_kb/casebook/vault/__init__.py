"""The vault: keys, passphrases, recovery, and the lock on its folder."""
