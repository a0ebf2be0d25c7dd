"""The casebook under fire, a module a row: kill -9, damage, a full disk, the search for what leaked (`make soak`, docs/reliability.md)."""
