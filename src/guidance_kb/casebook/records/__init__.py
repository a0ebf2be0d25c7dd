"""What is recorded of a client: sessions, answers, notes, steps and follow-ups."""
