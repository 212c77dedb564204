"""RULES of reports: who may treat them, and what is shown of a publication."""
