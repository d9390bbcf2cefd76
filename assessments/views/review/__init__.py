"""The review, in which a team agrees on stages."""
