"""Guided conversations: `shape` says what one is made of, `course` runs whichever is under way."""
