"""What comes from outside and is meant to stall or break the process, for each entrance: `shape` says how it is fed."""
