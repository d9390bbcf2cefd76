"""What it means: scores and steps from answers, without Django."""
