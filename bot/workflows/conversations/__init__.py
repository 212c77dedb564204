"""Guided conversations: `shape` says what one is made of, `course` runs it."""
