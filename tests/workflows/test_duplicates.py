"""Duplicates, and what their followers learn."""

from __future__ import annotations

import json

from bot.terms import Part, Status
from bot.workflows.requests import verbs
from tests.workflows.steps import merged
from tests.world import PHOTO, World


async def test_merging_closes_the_duplicate_and_tells_its_requester(world: World) -> None:
    mine, other = await world.file("eleve"), await world.file("parent")
    mark = await world.mark()

    await world.act("directeur", verbs.merge, mine, other)

    request = await world.request(mine)
    assert (request.status, request.merged_into) == (Status.CLOSED, other)
    assert await world.everybody_told(mark) == {"eleve": ["merged"]}


async def test_a_follower_sees_the_status_and_nothing_of_the_exchange(world: World) -> None:
    _, other = await merged(world)

    card = await world.card("eleve", other)

    assert (card.kind, card.buttons) == ("card_followed", ())
    assert "exchange" not in card.facts
    assert "code de la famille" not in json.dumps(dict(card.facts))


async def test_followers_are_told_of_the_solution_but_not_what_was_said(world: World) -> None:
    _, other = await merged(world)
    mark = await world.mark()

    await world.act("directeur", verbs.speak, other, world.saying("directeur", "Secret d'une autre famille"))
    await world.act("directeur", verbs.resolve, other, world.saying("directeur", "Secret remis en mains", PHOTO))

    assert await world.told("eleve", mark) == ["resolved_elsewhere"]
    assert "Secret" not in json.dumps([row["payload"] for row in await world.letters("eleve", mark)])


async def test_a_follower_does_nothing_to_the_request_they_follow(world: World) -> None:
    _, other = await merged(world)

    refusal = await world.refused("eleve", verbs.speak, other, world.saying("eleve", "Et moi ?"))

    assert refusal.reason == "follower-only"


async def test_a_merged_request_does_not_reopen(world: World) -> None:
    mine, _ = await merged(world)

    assert (await world.refused("eleve", verbs.reopen, mine)).reason == "guard-reopen"


async def test_a_request_is_not_merged_into_itself_nor_into_a_closed_one(world: World) -> None:
    mine, other = await merged(world)

    assert (await world.refused("directeur", verbs.merge, other, other)).reason == "same-request"
    assert (await world.refused("directeur", verbs.merge, other, mine)).reason == "merge-into-closed"


async def test_a_request_of_another_school_cannot_be_merged_and_looks_unknown(world: World) -> None:
    mine, theirs = await world.file("eleve"), await world.file("parent2")

    assert (await world.refused("directeur", verbs.merge, mine, theirs)).reason == "unknown-request"


async def test_followers_of_a_duplicate_follow_on(world: World) -> None:
    _, second = await merged(world)
    third = await world.file("parent")
    await world.act("directeur", verbs.merge, second, third)

    followers = {row["person"] for row in await world.rows("parties", request=third, part=Part.FOLLOWER)}

    assert followers == {(await world.person("eleve")).id, (await world.person("parent")).id}
