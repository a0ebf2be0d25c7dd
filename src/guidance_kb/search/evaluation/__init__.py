"""How good the ranking is, measured on judged queries, and what each mechanism adds.

`judgements` reads the queries, `ours` asks our search, `ablation` takes our mechanisms away one at a time, `measures` scores the answers,
`tables` and `failures` show them. Other engines on the same documents: `tools/rivals.py`. How measuring is done: docs/search.md.
"""
