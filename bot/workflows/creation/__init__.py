"""USE-CASES of accounts made by hand (guide, chapters 2.B, 2.C and 3.B.3): for people whom no feed brings."""
