"""RULES of requests: who may do what, where a request may go, what each act makes of it."""
