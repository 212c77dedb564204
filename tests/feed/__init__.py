"""The reading of the first-degree export files."""
