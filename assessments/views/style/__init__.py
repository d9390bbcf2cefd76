"""The look of a workspace’s documents."""
