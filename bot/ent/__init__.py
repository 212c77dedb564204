"""The ENT, asked through one port (`directory.py`); the embedded ENT is the default."""
