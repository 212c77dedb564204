"""How the conversations of requests are begun."""

from __future__ import annotations

from bot.terms import Notice, Saying
from bot.workflows.requests import alarm, colleagues, correction, filing, merging, prompts, verbs
from tests.workflows.openers import Opener
from tests.workflows.steps import escalated
from tests.world import World


async def _filing(world: World) -> Notice | None:
    return await world.asked("directeur", filing.start, "", Saying())


async def _offer(world: World) -> Notice | None:
    return await world.say("directeur", "Plus rien ne marche")


async def _correcting(world: World) -> Notice | None:
    return await world.asked("directeur", correction.start, await world.file("eleve"), "")


async def _handing(world: World) -> Notice | None:
    return await world.asked("directeur", colleagues.choose, await world.file("eleve"))


async def _merging(world: World) -> Notice | None:
    here, there = await world.file("eleve"), await world.file("parent2")
    for director, number in (("directeur", here), ("directrice", there)):
        await world.act(director, verbs.escalate, number, world.saying(director, "Essayé ici"))
    return await world.asked("erun", merging.ask, there, here)


async def _afraid(world: World) -> Notice | None:
    return await world.asked("eleve", alarm.lead, world.saying("eleve", "J’ai peur, on me frappe"))


async def _renewing(world: World) -> Notice | None:
    number = await world.file("eleve")
    await world.act("eleve", verbs.withdraw, number)
    world.wait(days=31)
    return await world.asked("eleve", verbs.reopen, number)


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
    "afraid": Opener("eleve", _afraid),
    "say:send_back": _prompting("send_back", "erun"),
    "correcting": Opener("directeur", _correcting),
    "handing": Opener("directeur", _handing),
    "renewing": Opener("eleve", _renewing),
    "merging": Opener("erun", _merging),
    **{f"say:{action}": _prompting(action) for action in ("answer", "ask", "note", "escalate", "conclude")},
}
