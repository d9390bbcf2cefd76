"""What we say: the report as a value, its sections, its charts and its renderings."""
