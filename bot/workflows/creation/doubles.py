"""Accounts of the school that may be the newcomer's already, so that nobody is given two."""

from __future__ import annotations

from bot.ent.directory import Query
from bot.terms import Account, Person, Profile
from bot.workflows import looks
from bot.workflows.creation.entry import Entry
from bot.workflows.desk import Desk
from bot.workflows.rules import naming
from bot.workflows.rules.creation.likeness import Likeness, likeness, may_be

_PAGE = 500  #: accounts asked for in one go
MOST = 5  #: shown
_CARDS = 20  #: pupils whose birth date is asked for one by one, where the ENT's list does not tell it
_ORDER = list(Likeness)
#: among whom somebody is looked for: a member of staff may be known by another profile
_AMONG = {
    Profile.STUDENT: frozenset({Profile.STUDENT}),
    Profile.RELATIVE: frozenset({Profile.RELATIVE}),
}
_ADULTS = frozenset({Profile.TEACHER, Profile.PERSONNEL, Profile.GUEST})


async def find(desk: Desk, me: Person, entry: Entry) -> list[dict[str, str]]:
    """The accounts of the school that are alike, the most alike first, as the question shows them."""
    everybody = await _everybody(desk, entry)
    if entry.born is not None:
        everybody = await _dated(desk, entry, everybody)
    like = {one.id: likeness(entry.first_name, entry.last_name, entry.born, one) for one in everybody}
    found = [(how, one) for one in everybody if (how := like[one.id]) is not None]
    found.sort(key=lambda pair: (_ORDER.index(pair[0]), pair[1].last_name, pair[1].first_name, pair[1].id))
    shown = [one for _, one in found[:MOST]]
    if shown:
        await desk.look(looks.at_accounts, desk.policy, me, ["alike"], shown, entry.school)
    shown = naming.ours(me, shown)
    lines = zip(found[:MOST], shown, naming.labels(shown), strict=True)
    return [_shown(how, one, label) for (how, _), one, label in lines]


async def _everybody(desk: Desk, entry: Entry) -> list[Account]:
    query, after = Query(profiles=_AMONG.get(entry.of, _ADULTS)), ""
    everybody: list[Account] = []
    while True:
        found = await desk.directory.search(query, [entry.school], _PAGE, after)
        everybody += found.accounts
        if not (after := found.after):
            return everybody


async def _dated(desk: Desk, entry: Entry, everybody: list[Account]) -> list[Account]:
    """The same accounts, with the birth dates that only their cards tell, of those with a name that is alike."""
    wanted = [one for one in everybody if one.birth_date is None and may_be(entry.first_name, entry.last_name, one)]
    if not wanted:
        return everybody
    cards = {one.id: one for one in await desk.directory.accounts([one.id for one in wanted[:_CARDS]])}
    return [cards.get(one.id, one) for one in everybody]


def _shown(how: Likeness, account: Account, label: str) -> dict[str, str]:
    born = account.birth_date.isoformat() if account.birth_date else ""
    return {
        "id": account.id,
        "how": how.value,
        "label": label,
        "name": account.name,
        "where": naming.where(account),
        "born": born,
        "function": account.profile.value,
    }
