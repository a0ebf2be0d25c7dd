"""The list of clients, and the record of one client: overview, steps, follow-ups and notes."""
