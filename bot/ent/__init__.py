"""DIRECTORY: the ENT, asked through one port; the embedded one is the default."""
