"""Measures what one update costs, as a ratio to a minimal hand-written program in the same run."""
