"""The records: the list of clients, and of one client what to know now, what happened, what was agreed and what was written."""
