"""What comes from outside and is meant to stall or break the process; `shape` says how an entrance is fed."""
