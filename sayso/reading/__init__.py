"""Article -> Mention, Role, When, Claim, Event."""
