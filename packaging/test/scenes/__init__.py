"""What is done with the program in the tests of the packages, by keys."""
