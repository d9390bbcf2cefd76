"""Pages; a folder or a file a noun."""
