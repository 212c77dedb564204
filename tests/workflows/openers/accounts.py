"""How a command about an account asks for whom."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.accounts.naming import ACCOUNT, Named
from tests.workflows.openers import Opener
from tests.world import World


def naming(named: Named) -> Opener:
    """The command of that name, typed bare by a director."""

    async def begin(world: World) -> Notice | None:
        return await named(world.desk, world.cause(), world.caller("directeur"), "")

    return Opener("directeur", begin)


OPENERS = {ACCOUNT.talk.name: naming(ACCOUNT)}
