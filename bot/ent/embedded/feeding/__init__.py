"""What the feed changes in the embedded ENT: records compared with accounts by identity, and written."""
