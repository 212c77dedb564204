"""RULES of blocking a whole profile."""
