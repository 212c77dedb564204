"""A pupil who is afraid is heard: in a flood of messages, and beyond the quota of requests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.workflows.rules.pace import Pace
from tests.handlers.conftest import Typed, command
from tests.handlers.test_strangers import lines
from tests.world import World

FEAR = "on me frappe, j'ai peur"


async def write(typed: Typed, *texts: str) -> None:
    """The pupil sends these messages one after the other."""
    for text in texts:
        await typed.receive(message=command("eleve", text) | {"message_id": typed.updates + 100, "entities": []})


async def tell_school(typed: Typed, world: World) -> list[str]:
    """The pupil says that the school may know; returns the words of the call for help."""
    typed.house.desk.pace = Pace(10, 1.0)
    await write(typed, "oui")
    [call] = [row for row in await world.rows("requests") if row["category"] == "danger"]
    return [message.text for message in await world.exchange(call["number"])]


@pytest.mark.parametrize("at", [2, 30, 31, 35, 39])
async def test_fear_is_heard_among_forty_messages_at_once(typed: Typed, sqlite_world: World, at: int) -> None:
    typed.limit(30)
    texts = [f"message {number}" for number in range(40)]
    texts[at] = FEAR

    await write(typed, *texts)

    assert await lines(typed, sqlite_world) == 1
    assert FEAR in await tell_school(typed, sqlite_world)


async def test_an_edit_that_shows_fear_is_heard_in_a_flood(typed: Typed, sqlite_world: World) -> None:
    typed.limit(1)
    await write(typed, "Bonjour", "Allo")

    await typed.receive(edited_message=command("eleve", FEAR) | {"edit_date": 2, "message_id": 900, "entities": []})

    assert await lines(typed, sqlite_world) == 1


async def test_a_flood_without_fear_is_refused_as_before(typed: Typed, sqlite_world: World) -> None:
    typed.limit(1)
    await write(typed, "Bonjour", "Allo", FEAR, "Allo", "Allo")

    assert len([text for text in typed.said() if text.startswith("C’est trop rapide")]) <= 1
    assert await lines(typed, sqlite_world) == 1


async def test_the_request_held_back_by_the_quota_is_no_part_of_the_call_for_help(
    typed: Typed, sqlite_world: World
) -> None:
    typed.limit(100)
    quotas = typed.house.desk.policy.quotas
    few = replace(quotas, pupils=replace(quotas.pupils, requests=2))
    typed.house.desk.policy = replace(typed.house.desk.policy, quotas=few)
    for number in range(4):
        said = command("eleve", f"/assistance connexion Probleme numero {number}")
        await typed.receive(message=said | {"message_id": number + 1})

    await write(typed, FEAR)

    assert await tell_school(typed, sqlite_world) == [FEAR]
    [draft] = await sqlite_world.rows("drafts")
    assert "Probleme numero 2" in str(draft["data"])
