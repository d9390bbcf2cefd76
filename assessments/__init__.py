"""The app: what is asked, what it means, what is said about it, and the thin shell of Django around that."""
