"""How the conversation that makes an account is begun."""

from __future__ import annotations

from bot.ent.creation import Newcomer
from bot.terms import Notice, Profile
from bot.workflows.creation import asking, editing, removing
from tests.workflows.openers import Opener
from tests.world import World


async def _create(world: World) -> Notice | None:
    return await asking.ask(world.desk, world.cause(), world.caller("directeur"), "")


async def _edit(world: World) -> Notice | None:
    return await editing.start(world.desk, world.cause(), world.caller("directeur"), await _by_hand(world))


async def _remove(world: World) -> Notice | None:
    account = await _by_hand(world)
    return await removing.start(world.desk, world.cause(), world.caller("directeur"), account, False)


async def _by_hand(world: World) -> str:
    """An account that was made by hand."""
    made = Newcomer(first_name="Nils", last_name="Aubert", profile=Profile.GUEST, school="jean-moulin")
    return await world.desk.directory.create(made)


OPENERS = {
    "create": Opener("directeur", _create),
    "edit": Opener("directeur", _edit),
    "removal": Opener("directeur", _remove),
}
