"""USE-CASES of passwords (guide, chapter 3.B.2): codes, mailed links, and handing a code to its owner or a parent."""
