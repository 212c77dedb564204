"""An agent files for somebody who cannot log in."""

from __future__ import annotations

import pytest

from bot.terms import Level, Notice, Part, Refusal, Role, Saying
from bot.workflows.requests import filing
from tests.workflows.steps import chosen
from tests.world import World


async def whom(world: World, key: str, words: str) -> Notice | None:
    """That agent types words to find somebody; returns the choice of accounts."""
    await world.act(key, filing.start, "", Saying())
    await world.press(key, "someone", "")
    return await world.say(key, words)


async def test_an_agent_files_for_somebody_who_cannot_log_in(world: World) -> None:
    found = await whom(world, "directeur", "martin lea")
    await world.press("directeur", "whom", chosen(found, "Léa Martin"))
    await world.press("directeur", "category", "connexion")
    await world.say("directeur", "Elle ne se connecte plus")
    await world.press("directeur", "send")

    request = await world.request(1)
    lea, marc = await world.person("lea.martin"), await world.person("directeur")
    assert (request.requester, request.filer, request.at) == (lea.id, marc.id, Role(Level.SCHOOL, "jean-moulin"))
    parts = {(row["person"], row["part"]) for row in await world.rows("parties")}
    assert parts == {(lea.id, Part.REQUESTER), (marc.id, Part.FILER)}


async def test_an_agent_finds_nobody_outside_their_structures(world: World) -> None:
    found = await whom(world, "directeur", "ferreira")

    assert found is not None
    assert found.kind == "nobody_found"


async def test_an_account_outside_the_agents_structures_is_refused_as_if_unknown(world: World) -> None:
    await whom(world, "directeur", "martin")

    for account in ("tiago.ferreira", "nobody.at-all"):
        with pytest.raises(Refusal, match="no-account"):
            await world.press("directeur", "whom", account)


async def test_who_is_no_agent_files_for_nobody_else(world: World) -> None:
    await world.act("eleve", filing.start, "", Saying())

    with pytest.raises(Refusal, match="old-button"):
        await world.press("eleve", "someone")
    with pytest.raises(Refusal, match="no-account"):
        await world.press("eleve", "whom", "lea.martin")
