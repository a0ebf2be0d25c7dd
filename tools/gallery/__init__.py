"""The gallery: every widget of the program in every state, for work on the looks. It contains no client data and no entry."""
