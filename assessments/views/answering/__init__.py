"""Pages on which answers are given: with an account, by a link, from a file, in the 10-minute check."""
