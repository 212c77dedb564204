"""Reads the first-degree export files of schools, as they really come, into the records of `bot.terms.feed`."""
