"""A tour of the program that takes a picture of each step. Packages contain it as their own test; see decision 24."""
