"""What better customer experience may be worth: an assumption ledger and ranges from it, without Django."""
