"""What we ask: the frameworks, as data, without Django."""
