"""USE-CASES of blocking (guide, chapter 3.A.3): one account, or a whole profile of a school."""
