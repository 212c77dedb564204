"""USE-CASES of requests: filed, shown, moved by their verbs, and who is told."""
