"""RULES of the audit: which of its lines an agent may read."""
