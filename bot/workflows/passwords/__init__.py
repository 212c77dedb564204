"""USE-CASES of passwords (guide, chapter 3.B.2): codes, mailed links, and the handing on of a code."""
