"""Guidance KB: what is known about reaching and motivating adults, at hand during a guidance conversation."""

__version__ = "0.1.0"
