"""All rules: what raises which signal, in words."""
