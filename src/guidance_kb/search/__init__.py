"""Search: from a few typed words to the entries that fit, with what was searched and why each was found.

`searcher.Searcher` is the door; `index.add_index` is the step of the build that makes the index.
"""
