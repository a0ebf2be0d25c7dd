"""What five countries answered to the same questions, side by side."""
