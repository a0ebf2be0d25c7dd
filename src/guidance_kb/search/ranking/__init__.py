"""Ranking of the hits: relevance, weights, facets and linked entries."""
