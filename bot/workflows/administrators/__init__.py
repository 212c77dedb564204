"""The use-cases about who administers a school beside its head."""
