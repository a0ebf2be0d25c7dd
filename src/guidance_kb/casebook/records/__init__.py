"""The records of clients: sessions, answers, notes, steps and follow-ups."""
