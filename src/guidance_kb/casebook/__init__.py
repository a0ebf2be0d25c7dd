"""Client records, encrypted as a whole: the vault with its keys, the store, backups, erasing and transfer."""
