"""USE-CASES of services: a school’s applications, links, connectors and widgets (guide, chapters 3.D and 6.C)."""
