"""USE-CASES of lists of accounts (guide, chapter 3.B): their pages and their filters."""
