"""Retention, erasure with its traces, ownership, and personal data in free text."""
