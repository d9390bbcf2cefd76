"""The plan of a company."""
