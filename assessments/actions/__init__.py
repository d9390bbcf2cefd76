"""Writes: one keyword-only function per user act, one transaction each; a file a noun."""
