"""The checklist of a conversation: its items, their answers and the keys for both."""
