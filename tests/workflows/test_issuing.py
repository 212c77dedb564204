"""Links handed out together: their tokens, what they void, and how they are revoked."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.storage import handouts, tokens
from bot.storage.work import Work
from bot.terms import Refusal, Way
from bot.workflows.people import issuing
from tests.world import World


async def handed_out(world: World, way: Way, *accounts: str) -> tuple[int, Mapping[str, str]]:
    """The handout of those accounts' links by that way, and its tokens."""
    policy = world.desk.policy

    def write(work: Work) -> tuple[int, Mapping[str, str]]:
        return issuing.hand_out(work, policy, accounts, way, "jean-moulin", {"class": "cm2"}, None)

    return await world.desk.do(world.cause(), write)


async def good(world: World, token: str) -> bool:
    """Whether the token can still be used."""
    return await world.desk.look(tokens.of_digest, issuing.digest_of(token)) is not None


async def test_a_new_sheet_voids_the_earlier_sheet_of_the_same_account_alone(world: World) -> None:
    _, first = await handed_out(world, Way.SHEET, "inconnu", "parent")
    _, message = await handed_out(world, Way.MESSAGE, "inconnu")
    _, second = await handed_out(world, Way.SHEET, "inconnu")

    assert not await good(world, first["inconnu"])
    assert await good(world, first["parent"])
    assert await good(world, message["inconnu"])
    assert await good(world, second["inconnu"])


async def test_a_link_given_in_person_voids_papers_and_messages(world: World) -> None:
    _, sheet = await handed_out(world, Way.SHEET, "inconnu")
    _, message = await handed_out(world, Way.MESSAGE, "inconnu")
    _, token = await issuing.issue_token(world.desk, "inconnu")

    assert not await good(world, sheet["inconnu"])
    assert not await good(world, message["inconnu"])
    assert await good(world, token)


async def test_a_revoked_handout_opens_no_door_and_is_revoked_once(world: World) -> None:
    number, made = await handed_out(world, Way.SHEET, "inconnu", "parent")
    [kept] = await world.desk.look(handouts.of_school, "jean-moulin", 5)

    stopped = await world.desk.do(world.cause(), lambda work: issuing.revoke(work, kept, None))
    with pytest.raises(Refusal, match="revoked-already"):
        await world.desk.do(world.cause(), lambda work: issuing.revoke(work, kept, None))

    assert (kept.id, kept.accounts, stopped) == (number, 2, 2)
    assert not any([await good(world, token) for token in made.values()])


async def test_two_thousand_links_are_handed_out_in_one_transaction(world: World) -> None:
    accounts = [f"compte-{n}" for n in range(2000)]
    await handed_out(world, Way.SHEET, *accounts)
    _, made = await handed_out(world, Way.SHEET, *accounts)

    assert len(set(made.values())) == 2000
    assert await good(world, made["compte-1999"])
