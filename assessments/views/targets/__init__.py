"""What a company aims at, and the cheapest way there."""
