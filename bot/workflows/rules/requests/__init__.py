"""RULES of requests: who may do what, at which level a request enters and goes on, and its lifecycle."""
