"""USE-CASES of the ENT's accounts (guide, chapter 3.B): finding them by name, showing the card of one."""
