"""The packs view: inspect, add and remove knowledge packs."""
