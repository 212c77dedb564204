"""Who may write to whom: pure decisions."""
