"""RULES of reports: who may treat them, what is shown of a publication, what becomes of it."""
