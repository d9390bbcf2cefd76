"""All companies of a workspace."""
