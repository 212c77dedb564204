"""USE-CASES of accounts of the ENT (guide, chapter 3.B): found by name, shown on a card."""
