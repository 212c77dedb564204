"""RECORDS: the bot's own tables, the unit of work, and every query on them; one file per noun."""
