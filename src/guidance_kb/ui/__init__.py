"""The window: the only room that knows Qt. One folder a view; background work in `jobs`, looks in `theme`."""
