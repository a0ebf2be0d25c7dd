"""The knowledge packs of the user in the window: what is installed; looking at one, adding it, removing it."""
