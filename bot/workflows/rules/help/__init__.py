"""The pure decisions about help: which articles there are, and which of them words ask for."""
