"""Reads: rows to values; a file a noun."""
