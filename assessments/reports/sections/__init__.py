"""What the report says, a file a section: numbers become sentences by rules, none claiming more than they do."""
