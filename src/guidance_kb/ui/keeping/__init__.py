"""Backups, giving back, keeping, erasing and moving: what is done with records beside working in them."""
