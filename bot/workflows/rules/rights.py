"""How long what the ENT said of somebody's rights counts. A moment that lies in the future never does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta

from bot.terms import Account, Person, Profile

_FAMILIES = (Profile.STUDENT, Profile.RELATIVE)

#: reasons for which somebody without a role is refused: where the ENT does not confirm theirs, they read so instead
NEED_A_ROLE = frozenset(
    {
        *("agents-only", "agents-only-queue", "administrators-only", "school-administrators-only", "not-your-school"),
        *("unknown-request", "no-longer-yours", "requester-only", "follower-only", "holder-only", "elsewhere"),
        *("no-such-school", "unknown-report", "no-account", "not-your-child"),
    }
)
#: those for which somebody without any role at all is refused: whoever had one reads that it is gone
NEED_ANY_ROLE = frozenset({"administrators-only", "agents-only-queue"})


@dataclass(frozen=True, slots=True)
class Rights:
    """How long the ENT's word counts, as `config/rights.toml` says."""

    fresh: timedelta = timedelta(minutes=2)  #: whatever is done, the rights to do it are at most this old
    wait: timedelta = timedelta(seconds=2)  #: how long an update waits for the ENT
    again: timedelta = timedelta(minutes=1)  #: an ENT that gave no answer about an account is left alone for so long
    believed: timedelta = timedelta(hours=1)  #: where the ENT does not answer, roles count for so long
    agents: timedelta = timedelta(minutes=10)  #: an agent who does nothing is looked up after this
    others: timedelta = timedelta(hours=6)  #: anybody else is
    gone: timedelta = timedelta(minutes=10)  #: between the two looks that must not find an account
    hidden: timedelta = timedelta(days=2)  #: roles end where the ENT answers, but not about the account, for so long


def read_rights(table: Mapping[str, float]) -> Rights:
    """The rights that the operator's table describes; raises `ValueError` where a number is missing or wrong."""
    found: dict[str, timedelta] = {}
    for name, number in table.items():
        key, _, unit = name.partition("_")
        if key not in {one.name for one in fields(Rights)} or number <= 0:
            raise ValueError(f"rights: {name} = {number!r}")
        found[key] = timedelta(**{unit: number})
    rights = Rights(**found)
    if not rights.fresh <= rights.believed <= rights.hidden:
        raise ValueError("rights: fresh must not be longer than believed, nor believed longer than hidden")
    return rights


def within(moment: datetime | None, now: datetime, length: timedelta) -> bool:
    """Whether the moment is at most so long ago; False for None, and for a moment in the future."""
    return moment is not None and timedelta(0) <= now - moment <= length


def due(person: Person, now: datetime, rights: Rights) -> bool:
    """Whether the ENT is to be asked about the person before anything is done for them."""
    if within(person.seen_at, now, rights.fresh):
        return False
    return not within(person.tried_at, now, rights.again) or person.tried_at == person.seen_at


def believed(person: Person, now: datetime, rights: Rights) -> bool:
    """Whether the person's roles count now: the ENT confirmed them lately, and has not lost the account since."""
    return person.gone_at is None and within(person.seen_at, now, rights.believed)


def unconfirmed(person: Person, now: datetime, rights: Rights) -> bool:
    """Whether the person has roles that do not count now, because the ENT does not confirm them."""
    return bool(person.roles) and not believed(person, now, rights)


def as_believed(person: Person, now: datetime, rights: Rights) -> Person:
    """The person; without roles where the ENT does not confirm them."""
    return replace(person, roles=()) if unconfirmed(person, now, rights) else person


def may_ask(account: Account | Person) -> bool:
    """Whether a barred account may still ask why: a pupil's or a relative's that is blocked. False for any other."""
    return account.barred == "blocked" and account.profile in _FAMILIES


def since_barred(person: Person, moment: datetime) -> bool:
    """Whether something of that moment is open to the person: all is where they can log in.

    Where they are blocked and may ask why, what is younger than that is; nothing is open to any other barred account.
    """
    if not person.barred:
        return True
    return may_ask(person) and person.barred_at is not None and moment >= person.barred_at
