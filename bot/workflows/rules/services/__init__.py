"""RULES of services: how a link's address and name are read, and which service somebody means."""
