"""Delivery and its rules, as one process does it and as several share it."""
