"""USE-CASES of groups (guide, chapter 3.C): read, made by hand, filled and emptied, deleted."""
