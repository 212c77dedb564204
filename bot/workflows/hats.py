"""Which account of somebody's does what they ask: the one that speaks if it may, else another one of theirs.

Somebody may have several ENT accounts in one Telegram account, such as a director's and a parent's. One of them
speaks. What another one may do is done as that one, and the answer names it (`Notice.hat`). No account of anybody
else's is ever looked at here, and none acts that has not accepted its charter.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from bot.storage import people
from bot.storage.work import Work
from bot.terms import Level, Notice, Person, Profile, Role
from bot.workflows.declaring import Command
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.policy import Policy
from bot.workflows.rules import rights

#: reasons for which one account is refused, though another one of the same Telegram account may not be
NOT_MINE = frozenset(
    {
        *("administrators-only", "school-administrators-only", "agents-only-queue", "not-your-school"),
        *("no-such-school", "no-such-class", "no-such-group", "unknown-filter"),
        *("unknown-report", "usage-categorie", "usage-ecole"),
    }
)


class Nothing(Exception):
    """A command found nothing for this account: `said` is its answer, unless another account finds something."""

    def __init__(self, said: Notice) -> None:
        super().__init__(said.kind)
        self.said = said


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to run a command: as whom, and the accounts that are offered under its answer to run it as well."""

    caller: Caller
    others: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """As whom a command may be run: the attempts in their order, each made where the one before found nothing."""

    attempts: tuple[Attempt, ...]
    charter: Caller | None = None  #: the only account that may run it, where it must accept its charter first


async def choose(desk: Desk, caller: Caller, command: Command) -> Chosen:
    """The accounts of the caller's that may run the command: the one they speak as first, if it may.

    Where none may, the caller as they are: they are refused as anybody. A caller who chose an account is not given
    another one, unless that account may not run it.
    """
    if command.numbered or not (command.levels or command.each):
        return Chosen((Attempt(caller),))
    return await desk.look(_choose, desk, caller, command)


async def callers(desk: Desk, caller: Caller, levels: Collection[Level]) -> list[Caller]:
    """The caller as each of their accounts that acts at one of these levels, the one that speaks first if it does.

    The caller as they are where none does.
    """
    found = await desk.look(lambda work: _able(desk, _mine(work, desk.policy, caller), levels))
    return [_as(caller, one) for one in found] or [caller]


def able(turn: Turn, levels: Collection[Level]) -> list[Person]:
    """As `callers`, but the accounts themselves, beginning with that of the turn if it acts at these levels."""
    mine = _mine(turn.work, turn.policy, replace(turn.caller, person=turn.me.id))
    return [one for one in mine if _acts(one, levels) and turn.policy.ready(one)]


def own(turn: Turn) -> list[Person]:
    """The accounts of the caller's Telegram account that can log in to the ENT, and that of the turn, by `id`.

    Each has the roles that are believed now.
    """
    return own_accounts(turn.work, turn.policy, turn.caller.telegram_id, turn.me.id)


def own_accounts(
    work: Work, policy: Policy, telegram_id: int, speaker: int = 0, barred: bool = False
) -> list[Person]:
    """As `own`, outside of a turn; `speaker` is the account that is named whether it can log in or not.

    With `barred`, all are.
    """
    mine = [one for one in people.of_telegram(work, telegram_id) if barred or not one.barred or one.id == speaker]
    return [rights.as_believed(one, work.now, policy.rights) for one in mine]


def roles(turn: Turn) -> tuple[Role, ...]:
    """The roles of all accounts of the caller's Telegram account."""
    return roles_of(turn.work, turn.caller.telegram_id)


def profiles(turn: Turn) -> frozenset[Profile]:
    """The profiles of all accounts of the caller's Telegram account."""
    return frozenset(one.profile for one in own(turn))


def roles_of(work: Work, telegram_id: int) -> tuple[Role, ...]:
    """The roles of all accounts of that Telegram account."""
    return tuple(role for one in people.of_telegram(work, telegram_id) for role in one.roles)


def for_reader(work: Work, person: Person) -> dict[str, Any]:
    """The hat above a message for that person: empty where no other account reads in the same chat."""
    alone = person.telegram_id is None or len(people.of_telegram(work, person.telegram_id)) < 2
    return {} if alone else person.hat


def as_person(notice: Notice, person: Person) -> Notice:
    """The notice with the hat of the account that acted, unless that speaks; for one made outside of a turn."""
    return notice if notice.hat is not None else replace(notice, hat={} if person.speaking else person.hat)


def apart(person: Person, others: Collection[Person]) -> dict[str, Any]:
    """The hat of an account, with its login for a place where the hat of one of the others is the same."""
    twin = any(one.hat == person.hat for one in others if one.id != person.id)
    return person.hat | {"place": person.login, "more_places": 0} if twin else person.hat


def words(person: Person, others: Collection[Person] = ()) -> str:
    """The words of a button that names an account among others, as `bot.texts.hats.label` reads them."""
    hat = apart(person, others)
    return "\n".join([hat["function"], " ".join(hat["place"].split()), person.name])


def _choose(work: Work, desk: Desk, caller: Caller, command: Command) -> Chosen:
    mine = _mine(work, desk.policy, caller, command.barred)
    may = [one for one in mine if command.anybody or not command.levels or _acts(one, command.levels)]
    if not may or (caller.person and mine[0].id != caller.person):
        return Chosen((Attempt(caller),))
    ready = [one for one in may if one is mine[0] or desk.policy.ready(one)]  # the desk refuses the first by itself
    if not ready:
        return Chosen((), _as(caller, may[0]))
    tried = ready[:1] if caller.person or not command.levels else ready
    return Chosen(tuple(_attempt(caller, one, mine, may if command.each else []) for one in tried))


def _attempt(caller: Caller, one: Person, mine: list[Person], offered: list[Person]) -> Attempt:
    others = tuple(other for other in offered if other is not one)
    return Attempt(caller if one is mine[0] else _as(caller, one), others)


def _mine(work: Work, policy: Policy, caller: Caller, barred: bool = False) -> list[Person]:
    """The accounts of the caller's that can log in to the ENT: first the one they chose, else the one that speaks.

    With `barred`, those that cannot log in stand behind them.
    """
    found = own_accounts(work, policy, caller.telegram_id, caller.person, barred)
    return sorted(found, key=lambda one: (one.id != caller.person, bool(one.barred), not one.speaking, one.id))


def _able(desk: Desk, mine: list[Person], levels: Collection[Level]) -> list[Person]:
    return [one for one in mine if _acts(one, levels) and desk.policy.ready(one)]


def _acts(person: Person, levels: Collection[Level]) -> bool:
    return any(role.level in levels for role in person.roles)


def _as(caller: Caller, person: Person) -> Caller:
    return replace(caller, person=person.id)
