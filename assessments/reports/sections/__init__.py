"""What the report says, a file a section: each turns numbers into finished sentences by rules, claiming no more than they do."""
