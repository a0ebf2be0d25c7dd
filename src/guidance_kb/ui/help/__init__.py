"""The help: keys, how to search, the purpose and limits of the checklist, and acknowledgements."""
