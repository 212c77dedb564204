"""RULES of towns: what is typed to ask for a town's space, and which structure such a request is about."""
