"""USE-CASES of statistics (guide, chapters 3.A.1 and 5): shown as charts and words, and exported as a spreadsheet."""
