"""Who is left out when a whole profile is blocked. Pure."""

from __future__ import annotations

from bot.terms import Account, Level, Role


def spared(account: Account, author: str) -> bool:
    """Whether a campaign leaves the account out: it is an administrator's, or that of the campaign's author.

    It does not matter which school or structure they administer: the ENT refuses to block any administrator.
    """
    return bool(account.roles) or account.id == author


def administered(account: Account, school: str) -> str:
    """The name of the other place that an administrator administers; empty where it is this school.

    Empty too where that place is none of the account's own.
    """
    if Role(Level.SCHOOL, school) in account.roles:
        return ""
    elsewhere = {role.structure for role in account.roles}
    known = (one for place in account.places for one in (place, *place.above))
    return next((place.name for place in known if place.id in elsewhere), "")
