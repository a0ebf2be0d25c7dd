"""The start of the program, and the window that offers a way out when it cannot start."""
