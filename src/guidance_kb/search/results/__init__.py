"""What a search returns: hits with excerpts and highlights, explanations and completions."""
