"""The search view: results grouped by kind on the left, the reading pane on the right."""
