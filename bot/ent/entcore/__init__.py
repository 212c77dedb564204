"""A real ENT ONE server, asked over HTTP as its own console asks it."""
