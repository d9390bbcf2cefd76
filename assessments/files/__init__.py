"""Answers in files: read from JSON, CSV and XLSX, checked whole, and written to them (docs/formats.md)."""
