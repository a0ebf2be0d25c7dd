"""Query processing: tokens, parser, synonyms, filters and plan."""
