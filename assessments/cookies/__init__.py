"""What a browser remembers for its reader: signed where it lets somebody in."""
