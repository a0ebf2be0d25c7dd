"""Measurements beside the figures of the design: `python -m tests.benchmarks` (`make bench`). They print and assert nothing."""
