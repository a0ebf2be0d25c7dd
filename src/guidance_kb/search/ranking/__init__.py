"""The order of the hits: relevance, weights, facets and neighbouring entries."""
