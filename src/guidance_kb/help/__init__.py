"""What the program says about itself: help articles, keys, what is new, and whether a downloaded package is sound."""
