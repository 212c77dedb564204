"""RULES of connection sheets."""
