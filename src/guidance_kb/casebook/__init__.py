"""Client records, encrypted as a whole.

`vault` opens the `storage`; `records` are what it holds; `backup`, `privacy` and `transfer` take care of them.
"""
