"""Settings: their table, an organisation's defaults, and the rows of the settings page as the search finds them. Without Qt."""
