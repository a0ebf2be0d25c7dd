"""Looking on: the client's own plan, large, on a screen of its own. No signal, no other client."""
