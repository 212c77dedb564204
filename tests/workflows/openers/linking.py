"""How the conversations of linking are begun."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.linking import giving, inviting
from tests.workflows.openers import Opener
from tests.workflows.openers.accounts import naming
from tests.world import World


async def _invite(world: World) -> Notice | None:
    return await inviting.ask(world.desk, world.cause(), world.caller("directeur"), "")


OPENERS = {giving.LINK.talk.name: naming(giving.LINK), inviting.INVITE.name: Opener("directeur", _invite)}
