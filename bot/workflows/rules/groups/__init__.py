"""RULES of groups."""
