"""Documents to hand out, opened again by other programs than those that made them."""
