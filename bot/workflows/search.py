"""Searches people by a typed name, as people write one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ent.lists import Lists, Query
from bot.terms import Account
from bot.workflows.rules import spelling

_READ = 50  #: accounts read of a name that is written otherwise, of which some are somebody else's


async def called(directory: Lists, typed: str, within: Sequence[str], most: int) -> list[Account]:
    """The accounts of these structures whose names the typed words begin, at most so many.

    A title in front is no part of a name. Where nobody is called so, those who are if words are written together or
    apart: « legoff » for Le Goff. Raises the ENT's `Declined`.
    """
    name = spelling.untitled(typed)
    if found := (await directory.search(Query(words=name), within, most)).accounts:
        return list(found)
    for other in spelling.otherwise(name):
        page = await directory.search(Query(words=other.words), within, _READ)
        if fits := [one for one in page.accounts if other.fits(one.name)]:
            return fits[:most]
    return []
