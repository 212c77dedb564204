"""USE-CASES of linking: how a whole school comes in, each person by a link of their own."""
