"""RULES of lists of accounts: their filters."""
