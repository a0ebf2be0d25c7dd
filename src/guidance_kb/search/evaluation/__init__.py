"""How good the ranking is, measured on judged queries: ours, its rivals on the same documents, and what each mechanism adds.

`judged` reads the queries, `ours` asks our search, `rivals` asks other engines (the package leaves it out), `ablation` takes our mechanisms
away one at a time, `measures` scores the answers, `tables` and `failing` show them. How measuring is done: docs/search.md.
"""
