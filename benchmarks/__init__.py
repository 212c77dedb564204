"""What one update costs, measured beside a floor that is written by hand, as ratios of the same run."""
