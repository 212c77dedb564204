"""RULES: pure decisions. Standard library, `transitions` and `bot.terms` only."""
