"""The end of a conversation: the agreements, and the two pages made from it."""
