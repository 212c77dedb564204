"""RULES of accounts: who may do what to whose account, and how an act on the ENT ends."""
