"""Reads a file of structures, as a spreadsheet or a person writes it, into the records of `bot.terms.tree`."""

from __future__ import annotations

from bot.feed.structures.reading import read as read
