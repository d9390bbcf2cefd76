"""What templates say often."""
