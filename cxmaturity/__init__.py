"""The project: wiring, not one word of the domain."""
