"""What Palier can look up of the tasks of a school year: how much of each is left in a school."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.ent.lists import Query
from bot.storage import adoption
from bot.terms import Declined, Structure
from bot.workflows.desk import Desk
from bot.workflows.rules import adoption as counts
from bot.workflows.rules.accounts import administration

_MOST = 5000  #: accounts of one school that are read
_ALONE = 1  #: colleague who administers beside the director, as the guide advises


async def left(desk: Desk, check: str, school: Structure) -> int | None:
    """How much of that check is left in the school: 0 where nothing is, None where the ENT does not say."""
    try:
        return await _CHECKS[check](desk, school)
    except Declined:
        return None


async def _teachers(desk: Desk, school: Structure) -> int:
    return sum(not placed for _, placed in await desk.directory.teachers(school.id))


async def _activations(desk: Desk, school: Structure) -> int:
    found = await desk.directory.search(Query(activated=False), [school.id], _MOST)
    return len(counts.counted(found.accounts))


async def _links(desk: Desk, school: Structure) -> int:
    found = await desk.directory.search(Query(), [school.id], _MOST)
    accounts = [one.id for one in counts.counted(found.accounts)]
    return len(accounts) - len(await desk.look(adoption.linked, accounts))


async def _administrators(desk: Desk, school: Structure) -> int:
    """How many administer the school beyond the director and one colleague."""
    found = await desk.directory.search(Query(administrators=True), [school.id], _MOST)
    beside = [one for one in found.accounts if administration.function_at(one, school) != "director"]
    return max(len(beside) - _ALONE, 0)


async def _duplicates(desk: Desk, school: Structure) -> int:
    return len(await desk.directory.duplicates([school.id]))


async def _reports(desk: Desk, school: Structure) -> int:
    return len(await desk.directory.reports(school.id, treated=False))


_CHECKS: Mapping[str, Callable[[Desk, Structure], Awaitable[int]]] = {
    "teachers": _teachers,
    "activations": _activations,
    "links": _links,
    "administrators": _administrators,
    "duplicates": _duplicates,
    "reports": _reports,
}
