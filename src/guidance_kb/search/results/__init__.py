"""Results of a search: hits with excerpts and highlights, explanations and completions."""
