"""The list of clients, and the record of one client: summary, sessions, steps, follow-ups and notes."""
