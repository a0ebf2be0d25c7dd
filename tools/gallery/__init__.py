"""Every widget of the program in every state, for whoever works on the looks. It knows no client and no entry."""
