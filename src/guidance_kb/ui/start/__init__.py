"""The first thing one sees: three doors, and how the program works in a few lines."""
