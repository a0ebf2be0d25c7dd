"""Client records: the vault, the clients in it, and the care of them. `room.RecordsRoom` shows one of the three."""
