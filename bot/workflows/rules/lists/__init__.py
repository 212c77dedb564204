"""RULES of lists of accounts."""
