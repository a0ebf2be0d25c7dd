"""The start of the program, and the safe window, which is shown when it cannot start."""
