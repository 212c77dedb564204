"""Steps with campaigns: asks for one, confirms it, runs it; and an ENT that fails where a test wants it to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.ent.directory import Directory, Found, Query
from bot.storage import people
from bot.terms import Account, Button, Declined, Notice, Profile
from bot.workflows.blocks import campaigns, traces, whole
from bot.workflows.desk import Desk
from tests.world import World

SCHOOL = "jean-moulin"
SUMMER = "élèves 10/07/2027 28/08/2027"
BEGINS, ENDS = datetime(2027, 7, 10, 5, tzinfo=UTC), datetime(2027, 8, 28, 5, tzinfo=UTC)  # at seven in Paris
BEFORE = {"mathys.leroy"}  #: the pupils of the school whose accounts are blocked in the demo


class Failing:
    """An ENT that fails for some accounts or calls, and keeps a list of the accounts it was asked to block."""

    def __init__(self, ent: Directory) -> None:
        self._ent = ent
        self.failing: dict[str, Exception] = {}  #: by account, the error to raise
        self.down = False
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ent, name)

    async def account(self, account_id: str, places: Sequence[str] = (), **how: bool) -> Account | None:
        """The account; raises if the ENT is down."""
        if self.down:
            raise Declined("unreachable")
        return await self._ent.account(account_id, places, **how)

    async def search(self, query: Query, within: Sequence[str], limit: int, after: str = "") -> Found:
        """A page of accounts; raises if the ENT is down."""
        if self.down:
            raise Declined("unreachable")
        return await self._ent.search(query, within, limit, after)

    async def block(self, account_id: str, blocked: bool) -> None:
        """Blocks the account; raises where the test wants it to."""
        self.asked.append(account_id)
        if self.down:
            raise Declined("unreachable")
        if account_id in self.failing:
            raise self.failing[account_id]
        await self._ent.block(account_id, blocked)


async def ask(world: World, key: str = "directeur", typed: str = "élèves", blocked: bool = True) -> Notice:
    """That persona types `/blocage` or `/deblocage`; returns the answer."""
    said = await whole.ask(world.desk, world.cause(), world.caller(key), typed, blocked)
    assert said is not None
    return said


async def choose(world: World, action: str, value: str = "", key: str = "directeur") -> Notice:
    """That persona presses a button of the conversation; returns the answer."""
    said = await world.press(key, action, value)
    assert said is not None
    return said


async def confirmed(world: World, typed: str = "élèves", blocked: bool = True, key: str = "directeur") -> int:
    """That persona asks for a campaign and confirms it; returns its number."""
    await ask(world, key, typed, blocked)
    assert await world.say(key, typed.split()[0]) is None
    planned_too = len(typed.split()) > 2
    return int((await world.rows("campaigns"))[-1 - planned_too]["id"])


async def run(desk: Desk) -> None:
    """Runs every campaign until it ends or waits."""
    while await campaigns.advance(desk):
        pass


async def row(world: World, number: int) -> dict[str, Any]:
    """The campaign as the records have it."""
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
    """Gives an account these functions in the ENT and no others, and has the desk ask for them again."""
    await world.appoint(key, *functions)
    account = await world.desk.directory.account(key)
    assert account is not None
    await world.desk.put(people.know, account)


def actions(notice: Notice) -> list[str]:
    """The actions of the buttons under a message."""
    return [button.action for line in notice.buttons for button in line]


async def history(world: World, key: str = "directeur", page: str = "") -> Notice:
    """That persona types `/historique`, or presses the button for a page; returns the answer."""
    return await traces.history(world.desk, world.caller(key), page)


def lines(notice: Notice) -> list[tuple[str, bool]]:
    """For each entry of a history, what became of it, and whether it blocked."""
    return [(entry["stage"], entry["blocked"]) for entry in notice.facts["entries"]]


def buttons(notice: Notice) -> list[Button]:
    """The buttons under a message."""
    return [button for line in notice.buttons for button in line]
