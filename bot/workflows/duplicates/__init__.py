"""Settling duplicates: which there are, merging two accounts, telling two people apart, asking for advice."""
