"""Help: keys, how to search, what the checklist is and is not, and whose work this rests on."""
