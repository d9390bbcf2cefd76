"""The e-mail that we owe: what it says, how it is rendered, when it is sent, and what came back."""
