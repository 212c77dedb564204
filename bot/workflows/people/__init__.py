"""USE-CASES of people: linking, charters, which account speaks, one's own data, rights that follow the ENT."""
