"""What customers say, as numbers: metrics with their intervals, computed from counts. Pure."""
