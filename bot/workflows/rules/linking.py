"""Links: what an operator decides about them, who gets none, and which earlier ones a new one makes void. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.terms import Account, Person, Refusal, Way
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed

_LONGEST = timedelta(days=365)
_UNITS = ("days", "hours", "minutes")
#: the ways that leave the others alone: a paper at home still opens the door after a message, and the other way round
_APART = frozenset({Way.SHEET, Way.MESSAGE, Way.SIGN_IN})


@dataclass(frozen=True, slots=True)
class Linking:
    """What an operator decides about links."""

    life: Mapping[Way, timedelta] = field(default_factory=lambda: dict.fromkeys(Way, timedelta(days=30)))
    visible_minutes: int = 60  #: after them, the message that shows a link to an agent is deleted
    per_agent_an_hour: int = 60  #: links that one agent may have shown in any hour
    again: timedelta = timedelta(days=7)  #: nobody is invited again before
    a_minute: int = 60  #: invitations sent in any minute, for all schools together


def check(me: Person, account: Account) -> None:
    """Raises the `Refusal` that says why that person makes neither a link nor a sheet for the account.

    None is made for an account that cannot log in: whoever opened it would read only that it is blocked. One that was
    linked before it was blocked may still ask why.
    """
    administration.check(Deed.LINK, me, account)
    if account.barred:
        raise Refusal("link-blocked" if account.barred == "blocked" else "link-deleted", name=account.name)


def voided_by(way: Way) -> frozenset[Way]:
    """The ways whose earlier links of an account are void once it gets a new one by that way.

    A link that an agent hands over in person makes all earlier ones void; any other only those of its own way.
    """
    return frozenset({way}) if way in _APART else frozenset(Way)


def replaces_unasked(way: Way) -> bool:
    """Whether the link moves an account from the phone where it is linked without that phone being asked.

    An agent who gives a link to one person knows whom they replace; a paper or a message may be found by anybody.
    """
    return way in (Way.OPERATOR, Way.GIVEN)


def read_linking(table: Mapping[str, Any]) -> Linking:
    """What `linking.toml` says; raises `ValueError` naming a way that is missing or unknown, or a wrong value."""
    lives = table["life"]
    if wrong := sorted(set(lives) ^ {way.value for way in Way}):
        raise ValueError(f"linking.toml, [life] must name each of {', '.join(Way)}, and nothing else: {wrong}")
    return Linking(
        {Way(name): _life(name, given) for name, given in lives.items()},
        _whole(table, "given", "visible_minutes", 24 * 60),
        _whole(table, "given", "per_agent_an_hour", 10_000),
        timedelta(days=_whole(table, "invitations", "again_days", 365)),
        _whole(table, "invitations", "a_minute", 10_000),
    )


def _whole(table: Mapping[str, Any], part: str, name: str, most: int) -> int:
    number = table.get(part, {}).get(name)
    if isinstance(number, bool) or not isinstance(number, int) or not 0 < number <= most:
        raise ValueError(f"linking.toml, [{part}] {name}: {number!r} must be a whole number from 1 to {most}")
    return number


def _life(name: str, given: Any) -> timedelta:
    words = f"linking.toml, [life] {name}: {given!r} must be one of days, hours or minutes, above 0 and within a year"
    if not isinstance(given, Mapping) or len(given) != 1 or next(iter(given)) not in _UNITS:
        raise ValueError(words)
    [(unit, number)] = given.items()
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 < number <= 525_600:
        raise ValueError(words)
    life = timedelta(**{unit: number})
    if life > _LONGEST:
        raise ValueError(words)
    return life
