"""The page with all settings."""
