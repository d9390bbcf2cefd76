"""What a browser shows, and what people do in it."""
