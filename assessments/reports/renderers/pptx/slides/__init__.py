"""The slides, a file a section. Each draws what its section says, and says in the notes why."""
