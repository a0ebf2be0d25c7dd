"""The reading pane: one page for each thing that can be opened, with its source, links and highlights."""
