"""Client records in an encrypted database.

`vault` opens the `storage`; `records` has the data; `backup`, `privacy` and `transfer` protect and move them.
"""
