"""How often, and how much from one network: guessing and flooding fail, people get through."""
