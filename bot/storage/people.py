"""People, and the desks they answer at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, case, delete, false, func, or_, select, update

from bot.storage.prepared import Prepared, insert_once
from bot.storage.purging.sweeping import settle
from bot.storage.tables import DESK
from bot.storage.tables.requests import STANDING
from bot.storage.work import Work
from bot.terms import ERASED_ACCOUNT, Account, Person, Profile, Role, Says

_PEOPLE = DESK.tables["people"]
_ROLES = DESK.tables["roles"]
_CONSENTS = DESK.tables["consents"]
_REQUESTER = DESK.tables["requests"].c.requester

_BY_ID = Prepared(select(_PEOPLE).where(_PEOPLE.c.id == bindparam("key")))
_NAMED = select(_PEOPLE).where(_PEOPLE.c.id.in_(bindparam("keys", expanding=True)))
_BY_ACCOUNT = select(_PEOPLE).where(_PEOPLE.c.account == bindparam("key"))
_OF_ACCOUNTS = select(_PEOPLE).where(_PEOPLE.c.account.in_(bindparam("keys", expanding=True))).order_by(_PEOPLE.c.id)
_OF_TELEGRAM = select(_PEOPLE).where(_PEOPLE.c.telegram_id == bindparam("key")).order_by(_PEOPLE.c.id)
_SPEAKING = Prepared(_OF_TELEGRAM.where(_PEOPLE.c.speaking))
_AT_DESK = Prepared(
    select(_PEOPLE)
    .join(_ROLES, _ROLES.c.person == _PEOPLE.c.id)
    .where(_ROLES.c.level == bindparam("level"), _ROLES.c.structure == bindparam("structure"))
    .order_by(_PEOPLE.c.id)
)
_INSERT = insert_once(_PEOPLE)
_CHANGE = update(_PEOPLE).where(_PEOPLE.c.id == bindparam("key"))
_ADD_ROLE = insert_once(_ROLES)
_FIELDS = tuple(field.name for field in fields(Person))
_NEW = {
    "language": "fr",
    "charter": 0,
    "reachable": True,
    "speaking": False,
    "bot": 0,
    "waits": False,
}  # of an account met just now


def of_telegram(work: Work, telegram_id: int) -> list[Person]:
    """Every person linked to that Telegram account, by `id`."""
    return [_met(work, row) for row in work.execute(_OF_TELEGRAM, {"key": telegram_id})]


def speaking(work: Work, telegram_id: int) -> Person | None:
    """The person who speaks through that Telegram account, or None."""
    row = work.run(_SPEAKING, {"key": telegram_id}).first()
    return None if row is None else _met(work, row)


def by_id(work: Work, person_id: int) -> Person | None:
    """The person with that `id`, or None."""
    if person_id in work.people:
        return work.people[person_id]
    row = work.run(_BY_ID, {"key": person_id}).first()
    return None if row is None else _met(work, row)


def by_account(work: Work, account_id: str) -> Person | None:
    """The person of that ENT account, or None where the desk does not know it."""
    row = work.execute(_BY_ACCOUNT, {"key": account_id}).first()
    return None if row is None else _met(work, row)


def named(work: Work, ids: set[int]) -> dict[int, Person]:
    """The people with these ids, by `id`; an id that does not exist is left out."""
    unmet = ids - work.people.keys()
    if len(unmet) == 1:
        by_id(work, *unmet)
    elif unmet:
        for row in work.execute(_NAMED, {"keys": sorted(unmet)}):
            _met(work, row)
    return {key: work.people[key] for key in ids if key in work.people}


def of_accounts(work: Work, accounts: Sequence[str]) -> list[Person]:
    """The people of these ENT accounts that the desk knows, by `id`."""
    found = work.execute(_OF_ACCOUNTS, {"keys": list(accounts)}).all() if accounts else ()
    return [_met(work, row) for row in found]


def at_desk(work: Work, role: Role) -> list[Person]:
    """The linked agents of that desk, by `id`."""
    rows = work.run(_AT_DESK, {"level": int(role.level), "structure": role.structure})
    return [_met(work, row) for row in rows]


def stale(work: Work, agents: timedelta, others: timedelta, gone: timedelta, limit: int) -> list[Person]:
    """People about whom the ENT is to be asked, those asked about longest ago first, whether it answered or not.

    Linked people, and those for whom somebody filed a request that is treated now: agents after so long, others after
    so long, and those whom the ENT did not know when it was last asked after `gone`.
    """
    concerned = or_(_PEOPLE.c.telegram_id.is_not(None), _PEOPLE.c.id.in_(select(_REQUESTER).where(STANDING)))
    tried = func.coalesce(_PEOPLE.c.tried_at, _PEOPLE.c.seen_at)
    due = or_(
        tried < work.now - others,
        and_(tried < work.now - agents, _PEOPLE.c.id.in_(select(_ROLES.c.person))),
        and_(tried < work.now - gone, _PEOPLE.c.gone_at.is_not(None)),
        tried > work.now,  # the clock was ahead: that moment says nothing
    )
    known = ~_PEOPLE.c.account.startswith(ERASED_ACCOUNT)
    statement = select(_PEOPLE).where(concerned, due, known).order_by(tried, _PEOPLE.c.id)
    return [_met(work, row) for row in work.execute(statement.limit(limit))]


def know(work: Work, account: Account) -> Person:
    """The person of that account, inserted or updated with what the ENT says now.

    An account that cannot log in has no roles.
    """
    values: dict[str, Any] = {
        "login": account.login,
        "name": account.name,
        "profile": account.profile.value,
        "function": account.function,
        "places": account.places,
        "roles": () if account.barred else account.roles,
        "seen_at": work.now,
        "barred": account.barred,
        "tried_at": work.now,
        "gone_at": None,
    }
    new = {"account": account.id, **_NEW, **values}
    if work.run(_INSERT, new | {"barred_at": work.now if account.barred else None}).rowcount:
        settle(work, "people", work.execute(select(_PEOPLE.c.id).where(_PEOPLE.c.account == account.id)).scalar_one())
    before = case(
        (and_(_PEOPLE.c.barred != "", _PEOPLE.c.barred_at <= work.now), _PEOPLE.c.barred_at), else_=work.now
    )
    values["barred_at"] = before if account.barred else None
    work.execute(update(_PEOPLE).where(_PEOPLE.c.account == account.id).values(**values))
    work.people.clear()  # people read before are out of date
    person = by_account(work, account.id)
    assert person is not None
    _set_roles(work, person)
    return person


def change(work: Work, person: Person, **values: Any) -> None:
    """Updates the named columns of that person, and sets the same values on the object."""
    work.execute(_CHANGE.values(**values), {"key": person.id})
    for name, value in values.items():
        setattr(person, name, value)


def unanswered(work: Work, person_id: int) -> None:
    """Records that the ENT was asked about the person now, and gave no answer."""
    work.execute(update(_PEOPLE).where(_PEOPLE.c.id == person_id).values(tried_at=work.now))


def lose(work: Work, person: Person, *, met: bool = True) -> bool:
    """Marks the person as unreachable; False where that was known already. Of several replicas, one reads True.

    `met` is False where they have not written to this bot yet, and stay so.
    """
    since = func.coalesce(_PEOPLE.c.missed_since, work.now)
    mine = update(_PEOPLE).where(_PEOPLE.c.id == person.id, _PEOPLE.c.reachable)
    now = {"reachable": False, "missed_since": since, "lost_at": work.now}
    now |= {"bot": work.bot} if met and work.bot else {}
    lost = work.execute(mine.values(**now)).rowcount == 1
    person.reachable = False
    person.lost_at = work.now
    person.missed_since = person.missed_since or work.now
    return lost


def regain(work: Work, telegram_id: int) -> bool:
    """Marks every person of that Telegram account as reachable, and as met by this bot; False where they all were."""
    since = func.coalesce(_PEOPLE.c.missed_since, work.now)
    away = or_(~_PEOPLE.c.reachable, _unmet(work.bot))
    now = {"reachable": True, "missed_since": since, "heard_at": work.now, "bot": work.bot or _PEOPLE.c.bot}
    lost = update(_PEOPLE).where(_PEOPLE.c.telegram_id == telegram_id, away)
    found = work.execute(lost.values(**now)).rowcount > 0
    work.people.clear()  # people read before are out of date
    return found


def moved(work: Work, telegram_id: int, at: datetime) -> bool:
    """Notes that the owner of that Telegram account blocked or unblocked the bot at that moment, on Telegram's clock.

    False, and nothing is noted, where a later change is known.
    """
    earlier = or_(_PEOPLE.c.moved_at.is_(None), _PEOPLE.c.moved_at <= at)
    mine = update(_PEOPLE).where(_PEOPLE.c.telegram_id == telegram_id, earlier)
    return work.execute(mine.values(moved_at=at)).rowcount > 0


def heard(work: Work, telegram_id: int) -> None:
    """Notes that the people of that Telegram account were heard of now: attempts begun before say nothing of them."""
    work.execute(update(_PEOPLE).where(_PEOPLE.c.telegram_id == telegram_id).values(heard_at=work.now))


def heard_since(work: Work, telegram_id: int, moment: datetime) -> bool:
    """Whether somebody of that Telegram account was found to be back after that moment."""
    back = (_PEOPLE.c.telegram_id == telegram_id, _PEOPLE.c.heard_at > moment, _PEOPLE.c.heard_at <= work.now)
    return work.execute(select(_PEOPLE.c.id).where(*back).limit(1)).first() is not None


def missed(work: Work, person: Person, since: datetime) -> None:
    """Notes that the person was not told something that was queued at that moment.

    What they missed before stays noted.
    """
    mine = (_PEOPLE.c.id == person.id, or_(_PEOPLE.c.missed_since.is_(None), _PEOPLE.c.missed_since > since))
    work.execute(update(_PEOPLE).where(*mine).values(missed_since=since))
    person.missed_since = min(person.missed_since or since, since)


def unmet(work: Work, bot: int) -> int:
    """How many Telegram accounts with a linked account have not written to that bot yet."""
    theirs = select(func.count(_PEOPLE.c.telegram_id.distinct())).where(_unmet(bot))
    return int(work.execute(theirs).scalar_one())


def unmet_agents(work: Work, limit: int) -> list[Person]:
    """Linked agents who are thought to be reachable, and have not written to this bot yet, by `id`."""
    agents = select(_PEOPLE).where(_PEOPLE.c.id.in_(select(_ROLES.c.person)), _unmet(work.bot))
    able = agents.where(_PEOPLE.c.reachable, _PEOPLE.c.telegram_id.is_not(None))
    return [_met(work, row) for row in work.execute(able.order_by(_PEOPLE.c.id).limit(limit))]


def _unmet(bot: int) -> ColumnElement[bool]:
    return and_(_PEOPLE.c.bot != 0, _PEOPLE.c.bot != bot) if bot else false()


def caught_up(work: Work, person: Person, since: datetime) -> bool:
    """Records that the person was told what waits for them; False where they were lost or told meanwhile."""
    mine = (_PEOPLE.c.id == person.id, _PEOPLE.c.missed_since == since, _PEOPLE.c.reachable)
    person.missed_since = None
    return work.execute(update(_PEOPLE).where(*mine).values(missed_since=None)).rowcount == 1


def returned(work: Work, limit: int) -> list[Person]:
    """Reachable people who can log in, are back since they may have missed messages, and were not told of it yet.

    Not pupils for whom nobody said yes.
    """
    can = (_PEOPLE.c.reachable, _PEOPLE.c.barred == "", ~_PEOPLE.c.waits)
    back = select(_PEOPLE).where(_PEOPLE.c.missed_since.is_not(None), *can)
    back = (
        back.where(
            _PEOPLE.c.telegram_id.is_not(None), ~_unmet(work.bot), _PEOPLE.c.heard_at >= _PEOPLE.c.missed_since
        )
        .order_by(_PEOPLE.c.missed_since)
        .limit(limit)
    )
    return [_met(work, row) for row in work.execute(back)]


def forget(work: Work, person: Person) -> None:
    """Unlinks the person: no Telegram account, no role at any desk, and nobody's yes; a no stays."""
    work.execute(delete(_ROLES).where(_ROLES.c.person == person.id))
    work.execute(delete(_CONSENTS).where(_CONSENTS.c.child == person.id, _CONSENTS.c.says != Says.NO.value))
    change(work, person, telegram_id=None, charter=0, roles=(), missed_since=None, waits=False)
    work.people.clear()  # another account of that Telegram account may speak now


def speak(work: Work, person: Person, **values: Any) -> None:
    """Makes that account the one that speaks in its chat, and updates the named columns with it.

    The database silences the others (version d0008 of the schema).
    """
    change(work, person, speaking=True, **values)
    work.people.clear()  # who spoke before is out of date
    work.people[person.id] = person


def _set_roles(work: Work, person: Person) -> None:
    work.execute(delete(_ROLES).where(_ROLES.c.person == person.id))
    if person.telegram_id is not None and person.roles:
        rows = [{"level": int(r.level), "structure": r.structure, "person": person.id} for r in set(person.roles)]
        work.run(_ADD_ROLE, rows)


def join_desks(work: Work, person: Person) -> None:
    """Puts a linked person on the desks of their roles."""
    _set_roles(work, person)


def _met(work: Work, row: Row[Any]) -> Person:
    """The person of that row: within a transaction always the same object, so that everybody sees a change."""
    if row.id not in work.people:
        work.people[row.id] = _person(row)
    return work.people[row.id]


def _person(row: Row[Any]) -> Person:
    return Person(**{name: getattr(row, name) for name in _FIELDS} | {"profile": Profile(row.profile)})
