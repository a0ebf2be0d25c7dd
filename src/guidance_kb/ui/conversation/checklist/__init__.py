"""The checklist of a conversation: the items, their answers and the keys for both."""
