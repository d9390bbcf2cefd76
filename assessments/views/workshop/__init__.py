"""A workshop: the projector’s page, and those of the phones."""
