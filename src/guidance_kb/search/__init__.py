"""Search: from a query to matching documents, with the interpretation of the query and the reason for each hit.

`searcher.Searcher` handles a request: `query` plans it, `index` finds documents, `ranking` orders them and `results` describes them;
`language` has stemming, compounds and spelling. `index.index.add_index` is the build step that creates the index.
"""
