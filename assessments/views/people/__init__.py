"""Pages of people: members, invitations, respondents, and everyone’s right to their own data."""
