"""The scenes of the package tests: what the user does with the program, by keyboard."""
