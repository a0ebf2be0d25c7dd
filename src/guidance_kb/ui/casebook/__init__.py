"""The casebook in the window: creating, unlocking, locking, and the desk at which the views ask and write."""
