"""A tour of the program that takes a picture of each step. The packages carry it as their own test; see decision 24."""
