"""Client records, encrypted. Empty until the vault is built; until then a conversation lives in memory only."""
