"""Every widget of our own in every state, for whoever works on the looks: `guidance-kb --gallery`. It knows no client and no entry."""
