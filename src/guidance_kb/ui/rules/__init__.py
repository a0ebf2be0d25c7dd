"""The rules view: which answers raise which signal, in words."""
