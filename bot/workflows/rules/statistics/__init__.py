"""RULES of statistics (guide, chapters 3.A.1 and 5): the period they are about, and what is told of small numbers."""
