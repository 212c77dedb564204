"""DRAWING: pictures of bars, as PNG. Knows how a chart looks, and nothing of what it is about."""
