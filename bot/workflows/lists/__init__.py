"""USE-CASES of lists of accounts (guide, chapter 3.B): begun, narrowed, leafed through."""
