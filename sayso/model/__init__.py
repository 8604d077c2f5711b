"""The nouns of sayso: records that every room speaks in. Standard library only."""
