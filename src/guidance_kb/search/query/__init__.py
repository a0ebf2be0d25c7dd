"""From typed words to a plan: tokens, parser, synonyms and filters."""
