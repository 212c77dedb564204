"""TOWNS: asking for a town's space, in which its staff administers its schools (guide, chapter 6.C)."""
