"""A company among others, and figures from elsewhere."""
