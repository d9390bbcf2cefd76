"""What the deck is made of: the house template or a consultancy's own, native charts, tables and shapes, notes."""
