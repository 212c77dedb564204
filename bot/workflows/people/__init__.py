"""USE-CASES of people: linking, charters, which account speaks, own data, and rights that follow the ENT."""
