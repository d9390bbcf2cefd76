"""What people type in; a file a noun."""
