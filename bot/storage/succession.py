"""Succession: what the records have of one person becomes another one's, after their two accounts were merged."""

from __future__ import annotations

from sqlalchemy import Table, delete, or_, select, update

from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Person

_PEOPLE = DESK.tables["people"]
_REQUESTS = DESK.tables["requests"]
#: the columns that name a person and pass to whoever they are from then on
PASSED = (
    *(("requests", "requester"), ("requests", "filer"), ("requests", "holder"), ("parties", "person")),
    *(("messages", "author"), ("consents", "child"), ("consents", "giver"), ("handouts", "person")),
    *(("interventions", "person"), ("campaigns", "person"), ("mailings", "person"), ("printings", "person")),
    *(("announcements", "person"), ("reminders", "person")),
)
#: those of messages in a chat, which pass where the chat does
IN_CHAT = (("cards", "person"), ("screens", "person"), ("outbox", "person"), ("announcement_copies", "person"))
#: those that do not: desks follow the rights that the ENT tells, lists and pointers are made anew, what was done by
#: the former account stays so in the audit, and an erasure goes on for whom it was begun
LEFT = (
    *(("roles", "person"), ("searches", "person"), ("pointers", "person")),
    *(("events", "person"), ("audit", "person"), ("erasures", "person")),
)
_OF_ACCOUNT = ("holds", "invitations", "pointers")  #: tables that say something of an account that is gone


def swap_accounts(work: Work, one: Person, other: Person) -> None:
    """Gives each of two people the other one's account."""
    accounts = one.account, other.account
    for person, account in ((one, f"{accounts[0]}:parting"), (other, accounts[0]), (one, accounts[1])):
        work.execute(update(_PEOPLE).where(_PEOPLE.c.id == person.id).values(account=account))
    one.account, other.account = accounts[1], accounts[0]


def rename(work: Work, person: Person, account: str) -> None:
    """Has the person be that account from now on."""
    work.execute(update(_PEOPLE).where(_PEOPLE.c.id == person.id).values(account=account))
    person.account = account


def requests_of(work: Work, person_id: int) -> list[int]:
    """The numbers of the requests that the person asked for, filed or holds."""
    theirs = (column == person_id for column in (_REQUESTS.c.requester, _REQUESTS.c.filer, _REQUESTS.c.holder))
    return sorted(work.execute(select(_REQUESTS.c.number).where(or_(*theirs))).scalars())


def hand_on(work: Work, former: int, heir: int, chat: bool) -> None:
    """Has all that names the former person name the heir; where both stand in one place, the heir's stays.

    With `chat`, what stands in the former person's chat is the heir's, too: both are linked to the same one.
    """
    for number in requests_of(work, former):
        work.execute(update(_REQUESTS).where(_REQUESTS.c.number == number).values(version=_REQUESTS.c.version + 1))
    for name, column in PASSED + (IN_CHAT if chat else ()):
        _pass(work, DESK.tables[name], column, former, heir)


def _pass(work: Work, table: Table, column: str, former: int, heir: int) -> None:
    theirs = table.c[column] == former
    if column in table.primary_key.columns:
        beside = [one for one in table.primary_key.columns if one.name != column]
        for row in work.execute(select(table).where(theirs)).mappings().all():
            same = [one == row[one.name] for one in beside]
            if work.execute(select(table.c[column]).where(table.c[column] == heir, *same)).first() is not None:
                work.execute(delete(table).where(theirs, *same))
    work.execute(update(table).where(theirs).values({column: heir}))


def forget_account(work: Work, gone: str, kept: str) -> None:
    """Deletes what is known of an account that is gone; reports of what it published name the one that is kept."""
    for name in _OF_ACCOUNT:
        table = DESK.tables[name]
        work.execute(delete(table).where(table.c.account == gone))
    reports = DESK.tables["reports"]
    work.execute(update(reports).where(reports.c.creator == gone).values(creator=kept))
