"""Pages of rounds: side by side, the next one, what was kept of them, a newer framework."""
