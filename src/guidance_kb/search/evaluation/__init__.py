"""Evaluation of the ranking on judged queries, and an ablation of its mechanisms.

`judgements` reads the queries, `ours` runs our search, `ablation` runs it without each mechanism, `measures` scores the answers, `tables`
and `failures` present them. Other engines on the same documents: `tools/rivals.py`. The method is in docs/search.md.
"""
