"""RECORDS: the bot's own tables, the unit of work, and every statement on them; one file per noun."""
