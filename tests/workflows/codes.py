"""Steps with codes: a director asks for one, and hands it on."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.passwords import codes, handing
from tests.workflows.steps import pressed
from tests.world import World


async def asked(world: World, key: str, typed: str) -> Notice | None:
    """That persona types `/code` and these words; returns the answer."""
    return await codes.ask(world.desk, world.cause(), world.caller(key), typed)


async def given(world: World, key: str, account: str, request: int | None = None) -> Notice:
    """That persona has a code made; returns the message that shows it."""
    await codes.give_code(world.desk, world.cause(), world.caller(key), account, request)
    return world.whispers[-1][1]


async def handed(world: World, shown: Notice, index: int = 0) -> Notice:
    """The director presses `Transmettre` under that message, the one at `index`; returns the answer."""
    deed, heir = map(int, pressed(shown, "hand", index).split(":"))
    code = next(button.copy for row in shown.buttons for button in row if button.copy)
    where = world.caller("directeur")
    return await handing.hand_over(world.desk, world.cause(), where, deed, heir, code)
