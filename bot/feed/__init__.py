"""Reads the first-degree export files of schools, as they really come, into the records of `bot.terms.feed`.

`find` lists the files that paths stand for, `placed` gives each its school, `read` reads one school after the other.
"""

from bot.feed.schools import read as read
from bot.feed.sources import Source as Source
from bot.feed.sources import find as find
from bot.feed.sources import placed as placed
