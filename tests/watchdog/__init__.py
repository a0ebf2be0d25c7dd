"""A watchdog on the GUI thread: a recorded session of ten minutes in the real window, and who held it up (`make watchdog`)."""
