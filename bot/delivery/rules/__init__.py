"""Pure decisions of delivery: a delivery's states, what an outcome asks for, how often the bot may write."""
