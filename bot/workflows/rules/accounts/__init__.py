"""RULES of accounts: who may do what to whose account."""
