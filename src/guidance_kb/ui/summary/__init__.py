"""The end of a conversation: what was agreed, and the two pages that are made of it."""
