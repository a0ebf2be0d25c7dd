"""The reading pane: one page for anything that can be opened, with its source, its links and the hits marked."""
