"""A real ENT ONE server, asked over HTTP with the requests of its own administration console."""
