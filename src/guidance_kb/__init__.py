"""Guidance KB: knowledge about reaching and motivating adults, for use during a guidance conversation."""

__version__ = "0.1.0"
