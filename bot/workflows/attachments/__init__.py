"""USE-CASES of attaching staff to schools and detaching it (guide, chapters 2.A and 2.D): directors ask, ERUN do."""
