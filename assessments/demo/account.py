"""How to sign in to the demo workspace. For one’s own machine only: a deployment never loads the demo."""

EMAIL = "demo@example.com"
PASSWORD = "demo-maturity"  # noqa: S105 - printed by `make run`, meant to be known
