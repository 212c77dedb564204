"""The versions of the embedded ENT's tables, oldest first by number."""
