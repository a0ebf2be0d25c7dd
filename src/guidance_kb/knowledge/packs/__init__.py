"""Knowledge packs of organisations: read safely, checked, stored in the user's folder, and built into one database with our content."""
