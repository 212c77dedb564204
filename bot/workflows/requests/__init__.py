"""USE-CASES of requests: filing, showing and changing them, and telling people."""
