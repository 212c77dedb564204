"""Who may read what, said anew from the pages that decide it, and not by the code that is tried.

From what the ENT has now and what the request is now: the requester and whoever filed it, the agents of each desk it
has been at, the administrators of its school (decision 8); of a note, also its author, whose own words they are;
of an account, those who administer one of its places.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from bot.ent.embedded.tables import ENT
from bot.storage.tables import DESK
from bot.terms import STAFF, Request
from tests.access.stage import Stage

_LEVELS = {"director": 0, "adml": 0, "erun": 1, "danei": 2, "plateforme": 3, "vendor": 4}
_ACCOUNTS, _FUNCTIONS = ENT.tables["ent_accounts"], ENT.tables["ent_functions"]
_PEOPLE = DESK.tables["people"]


async def leaks(
    stage: Stage, said: Sequence[tuple[int, str]], *, exported: bool = False, sought: bool = False
) -> list[str]:
    """The marks that were said in a chat in which nobody may read them; each `said` is a chat and words.

    Where all that is kept about a person is `exported`, whoever cannot log in may read what they wrote, too. Where
    staff to attach is `sought`, whoever answers for more than a school reads the names of all staff (guide, 2.A).
    """
    found = {(chat, mark) for chat, words in said for mark in stage.marks if mark in words}
    return [
        f"{mark} is read in {_whose(stage, chat)}"
        for chat, mark in sorted(found)
        if not await _may(stage, chat, mark, exported) and not (sought and await _may_seek(stage, chat, mark))
    ]


def others(stage: Stage, key: str, words: Sequence[str]) -> frozenset[str]:
    """The marks in these words of what is not that caller's own: what nobody reads without a line of the audit."""
    mine = {key, *(login for login, phone in stage.world.telegram.items() if phone == stage.world.telegram[key])}
    marks = [mark for mark in stage.marks if any(mark in one for one in words)]
    return frozenset(mark for mark in marks if stage.owners.get(mark) not in mine)


def _whose(stage: Stage, chat: int) -> str:
    return next((f"the chat of {key}" for key, phone in stage.world.telegram.items() if phone == chat), str(chat))


async def _may_seek(stage: Stage, chat: int, mark: str) -> bool:
    """Whether the mark is the name of a member of staff, and somebody of the chat answers for more than a school."""
    here = select(_PEOPLE.c.account).where(_PEOPLE.c.telegram_id == chat)
    held = await stage.sql(select(_FUNCTIONS.c.function).where(_FUNCTIONS.c.account.in_(here)))
    staff = select(_ACCOUNTS.c.id).where(_ACCOUNTS.c.profile.in_([one.value for one in STAFF]))
    known = {str(one) for (one,) in await stage.sql(staff)}
    return stage.names.get(mark) in known and any(_LEVELS[function] for (function,) in held)


async def _may(stage: Stage, chat: int, mark: str, exported: bool) -> bool:
    rows = await stage.sql(select(_PEOPLE.c.id, _PEOPLE.c.account).where(_PEOPLE.c.telegram_id == chat))
    for number, account in rows:
        if await _may_one(stage, int(number), str(account), mark, exported):
            return True
    return False


async def _may_one(stage: Stage, number: int, account: str, mark: str, exported: bool) -> bool:
    known = await stage.sql(select(_ACCOUNTS.c.blocked, _ACCOUNTS.c.deleted_at).where(_ACCOUNTS.c.id == account))
    if known and (known[0][0] or known[0][1] is not None):
        # whoever cannot log in reads nothing of before, but for what they wrote, when they ask for all that is kept
        return exported and await _own(stage, number, account, mark)
    held = await stage.sql(
        select(_FUNCTIONS.c.function, _FUNCTIONS.c.structure).where(_FUNCTIONS.c.account == account)
    )
    roles = {(_LEVELS[function], str(place)) for function, place in held}
    places = {place for _, place in roles}
    if mark in stage.walls:
        return (0, stage.walls[mark]) in roles
    if mark in stage.names:
        return await _may_name(stage, number, account, places, stage.names[mark])
    request = await stage.world.request(stage.texts.get(mark) or stage.notes[mark])
    if mark in stage.notes:
        above = await stage.above(stage.homes[mark])
        if stage.authors[mark] == account:
            return True
        own = number in (request.requester, request.filer)
        return not own and bool(places & above) and await _reads(stage, roles, request)
    return number in (request.requester, request.filer) or await _reads(stage, roles, request)


async def _own(stage: Stage, number: int, account: str, mark: str) -> bool:
    """Whether the mark is their own name, or words of theirs: of a note, its author; of a request, who made it."""
    if mark in stage.walls or mark in stage.names:
        return stage.names.get(mark) == account
    if mark in stage.notes:
        return stage.authors[mark] == account
    request = await stage.world.request(stage.texts[mark])
    return number in (request.requester, request.filer)


async def _may_name(stage: Stage, number: int, account: str, places: set[str], whose: str) -> bool:
    if account == whose or places & await stage.above(whose):
        return True
    person = await stage.sql(select(_PEOPLE.c.id).where(_PEOPLE.c.account == whose))
    return False if not person else number == person[0][0]


async def _reads(stage: Stage, roles: set[tuple[int, str]], request: Request) -> bool:
    """Whether an agent with these roles reads the request, or the one that it was merged into."""
    seen: set[int] = set()
    while request.number not in seen:
        seen.add(request.number)
        if roles & {(0, request.place.id), *((int(role.level), role.structure) for role in request.visited)}:
            return True
        if request.merged_into is None:
            return False
        request = await stage.world.request(request.merged_into)
    return False
