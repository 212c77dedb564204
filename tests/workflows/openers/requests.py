"""How the conversations of requests are begun."""

from __future__ import annotations

from bot.terms import Notice, Saying
from bot.workflows.requests import filing, prompts
from tests.workflows.openers import Opener
from tests.workflows.steps import escalated
from tests.world import World


async def _filing(world: World) -> Notice | None:
    return await world.asked("directeur", filing.start, "", Saying())


async def _offer(world: World) -> Notice | None:
    return await world.say("directeur", "Plus rien ne marche")


def _prompting(action: str, key: str = "directeur") -> Opener:
    async def begin(world: World) -> Notice | None:
        number = await world.file("eleve")
        if key == "erun":
            await escalated(world, number, 1)
        return await world.asked(key, prompts.prompt, action, number)

    return Opener(key, begin)


OPENERS = {
    "filing": Opener("directeur", _filing),
    "offer": Opener("directeur", _offer),
    "say:send_back": _prompting("send_back", "erun"),
    **{f"say:{action}": _prompting(action) for action in ("answer", "ask", "note", "escalate")},
}
