"""What customers say: numbers, comments, imports, and each customer’s rights."""
