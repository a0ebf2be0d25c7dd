"""Search: from a few typed words to the entries that fit, with what was searched and why each was found.

`searcher.Searcher` answers a request: `query` plans it, `index` finds, `ranking` orders and `results` describes; `language` knows the
words. `index.index.add_index` is the step of the build that makes the index.
"""
