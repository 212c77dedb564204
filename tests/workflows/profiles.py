"""Whole profiles in tests: asked for and confirmed, run to their end, and an ENT that fails where it is told to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.ent.directory import Directory, Found, Query
from bot.storage import people
from bot.terms import Button, Declined, Notice, Profile
from bot.workflows.blocks import campaigns, traces, whole
from bot.workflows.desk import Desk
from tests.world import World

SCHOOL = "jean-moulin"
SUMMER = "élèves 10/07/2027 28/08/2027"
BEGINS, ENDS = datetime(2027, 7, 10, 5, tzinfo=UTC), datetime(2027, 8, 28, 5, tzinfo=UTC)  # seven in the morning here
BEFORE = {"mathys.leroy"}  #: the pupil of the school whom the demo shows blocked


class Failing:
    """The ENT, but for the accounts and the calls that it fails; it keeps whom it was asked to block."""

    def __init__(self, ent: Directory) -> None:
        self._ent = ent
        self.failing: dict[str, Exception] = {}  #: by account
        self.down = False
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ent, name)

    async def search(self, query: Query, within: Sequence[str], limit: int, after: str = "") -> Found:
        """A page, unless it is down."""
        if self.down:
            raise Declined("unreachable")
        return await self._ent.search(query, within, limit, after)

    async def block(self, account_id: str, blocked: bool) -> None:
        """Blocks, unless it is told to fail."""
        self.asked.append(account_id)
        if self.down:
            raise Declined("unreachable")
        if account_id in self.failing:
            raise self.failing[account_id]
        await self._ent.block(account_id, blocked)


async def ask(world: World, key: str = "directeur", typed: str = "élèves", blocked: bool = True) -> Notice:
    """What that persona reads after `/blocage` or `/deblocage`."""
    said = await whole.ask(world.desk, world.cause(), world.caller(key), typed, blocked)
    assert said is not None
    return said


async def choose(world: World, action: str, value: str = "", key: str = "directeur") -> Notice:
    """What that persona reads after a button of the conversation."""
    said = await world.press(key, action, value)
    assert said is not None
    return said


async def confirmed(world: World, typed: str = "élèves", blocked: bool = True, key: str = "directeur") -> int:
    """The number of a campaign asked for and confirmed."""
    await ask(world, key, typed, blocked)
    assert await world.say(key, typed.split()[0]) is None
    planned_too = len(typed.split()) > 2
    return int((await world.rows("campaigns"))[-1 - planned_too]["id"])


async def run(desk: Desk) -> None:
    """Takes every campaign to its end, or to where it waits."""
    while await campaigns.advance(desk):
        pass


async def row(world: World, number: int) -> dict[str, Any]:
    """The campaign as it is kept."""
    (found,) = await world.rows("campaigns", id=number)
    return found


async def blocked_of(world: World, profile: Profile = Profile.STUDENT, school: str = SCHOOL) -> set[str]:
    """The accounts of the profile that are blocked in the school."""
    found = await world.desk.directory.search(Query(profiles=frozenset({profile})), [school], 500)
    return {account.id for account in found.accounts if account.blocked}


async def all_of(world: World, profile: Profile = Profile.STUDENT, school: str = SCHOOL) -> set[str]:
    """The accounts of the profile in the school."""
    found = await world.desk.directory.search(Query(profiles=frozenset({profile})), [school], 500)
    return {account.id for account in found.accounts}


async def shown(world: World, number: int, key: str = "directeur") -> Notice:
    """The message that follows the campaign, as that persona sees it now."""
    person = await world.person(key)
    return await world.desk.look(traces.screen, world.desk.policy, person, number)


async def appoint(world: World, key: str, *functions: tuple[str, str]) -> None:
    """Gives an account these functions and no others, and has the desk look it up in the ENT again."""
    await world.appoint(key, *functions)
    account = await world.desk.directory.account(key)
    assert account is not None
    await world.desk.put(people.know, account)


def actions(notice: Notice) -> list[str]:
    """What the buttons under a message do."""
    return [button.action for line in notice.buttons for button in line]


async def history(world: World, key: str = "directeur", page: str = "") -> Notice:
    """What that persona reads after `/historique`."""
    return await traces.history(world.desk, world.caller(key), page)


def lines(notice: Notice) -> list[tuple[str, bool]]:
    """What became of each entry of a history, and whether it blocked."""
    return [(entry["stage"], entry["blocked"]) for entry in notice.facts["entries"]]


def buttons(notice: Notice) -> list[Button]:
    """The buttons under a message."""
    return [button for line in notice.buttons for button in line]
