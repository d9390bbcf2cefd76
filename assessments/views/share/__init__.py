"""Reports shared by a link."""
