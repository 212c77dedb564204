"""The versions of the desk's tables, numbered from the oldest on."""
