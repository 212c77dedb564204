"""Who may do what: every command, button and inline result, by every kind of caller, compared with `matrix.md`."""
