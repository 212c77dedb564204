"""What becomes of somebody's account and contents when they leave, or when the year changes (guide, chapter 11)."""

from __future__ import annotations

from datetime import timedelta

from bot.terms import Button, Declined, Level, Notice, Person, Profile
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules.calendar import today

_JULY = 7  #: the month whose checklist says what a director does for those who leave
_DELAY = timedelta(days=90)  #: between the steps by which an account goes; an ENT may have other ones
_WHOSE = {Profile.STUDENT: "student", Profile.RELATIVE: "relative"}


async def start(desk: Desk, caller: Caller) -> Notice:
    """`/depart`: what is kept, what is lost, what to do before; with the person's own dates where they leave."""
    me = await desk.see(caller, _me)
    facts = {"whose": _WHOSE.get(me.profile, "staff"), "until": "", "ends": ""} | await _dates(desk, me)
    article = "pupil-documents" if me.profile is Profile.STUDENT else "year-change"
    rows = [(Button("article", article, me.id),)]
    if any(role.level is Level.SCHOOL for role in me.roles):
        rows.append((Button("year", f"{_JULY}:", me.id),))
    return Notice("departure", facts, tuple(rows), me.tongue)


def _me(turn: Turn) -> Person:
    return turn.me


async def _dates(desk: Desk, me: Person) -> dict[str, str]:
    """Until when the account goes on, and when it is deleted; empty where it does not leave, or the ENT is silent."""
    try:
        account = await desk.directory.account(me.account)
    except Declined:
        return {}
    if account is None or account.missing_since is None or account.deleted_at is not None:
        return {}
    until = today(account.missing_since) + _DELAY
    return {"until": until.isoformat(), "ends": (until + _DELAY).isoformat()}
