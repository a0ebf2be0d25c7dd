"""Transfer of a client to a colleague in a sealed file."""
