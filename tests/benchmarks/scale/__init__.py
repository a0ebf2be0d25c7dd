"""The search at 1,000 to 100,000 entries, beside raw FTS5, Whoosh, Xapian and tantivy: `python -m tests.benchmarks.scale`."""
