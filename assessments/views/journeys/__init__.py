"""Journey maps: read and edited."""
