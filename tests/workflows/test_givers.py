"""Whoever gave a link reads where it did not reach its person; a lost phone voids the links that it showed."""

from __future__ import annotations

from typing import Any

import pytest

from bot.terms import Refusal, Way
from bot.workflows.linking import giving
from bot.workflows.people import issuing, leaking, linking, signing_in, unlinking
from bot.workflows.people.issuing import digest_of
from tests.workflows.steps import NEWCOMER, pressed
from tests.world import TELEGRAM, World

OTHER = 6_200_001  #: another phone


async def given(world: World, login: str = "aurelie.martin", by: str = "directeur") -> str:
    """A link that the director gives to that account, as it is shown to them; its token."""
    account = await world.desk.directory.by_login(login)
    assert account is not None
    await giving.give(world.desk, world.cause(), world.caller(by), account.id)
    return str(world.whispers[-1][1].facts["link"]).rpartition("=")[2]


async def sheet(world: World, login: str = "aurelie.martin", by: str | None = "directeur") -> str:
    """A link on a sheet that the director had made for that account; its token."""
    account = await world.desk.directory.by_login(login)
    assert account is not None
    who = await world.person(by) if by else None
    given_out = (Way.SHEET, "jean-moulin", dict[str, str](), who)
    _, tokens = await world.desk.put(issuing.hand_out, world.desk.policy, [account.id], *given_out)
    return tokens[account.id]


async def missed(world: World, key: str) -> list[dict[str, Any]]:
    """What that person was told of links: facts and the target of the button."""
    rows = [row["payload"] for row in await world.letters(key) if row["payload"].get("kind") == "link_missed"]
    return [row["facts"] | {"again": row["buttons"][0][0]["target"]} for row in rows]


async def good(world: World, token: str) -> bool:
    """Whether the link can still be used."""
    [row] = await world.rows("tokens", hash=digest_of(token))
    return row["used_at"] is None


@pytest.mark.parametrize("make", [given, sheet])
async def test_who_gave_a_link_is_told_that_it_was_written_in_words(world: World, make: Any) -> None:
    token = await make(world)
    await leaking.take_out(world.desk, world.cause(), world.caller("parent"), [f"mon lien {token} merci"])

    [told] = await missed(world, "directeur")
    assert (told["why"], told["again"].partition(":")[2]) == ("written", "aurelie.martin")
    assert told["name"]
    assert not await missed(world, "adjoint")
    [said] = [
        row["payload"] for row in await world.letters("parent") if row["payload"].get("kind") == "link_taken_out"
    ]
    assert said["facts"]["told"] is True


async def test_who_gave_a_link_is_told_that_others_read_it(world: World) -> None:
    token = await given(world)
    assert await leaking.seen_by_others(world.desk, world.cause(), [token])
    assert [one["why"] for one in await missed(world, "directeur")] == ["others"]


async def test_where_nobody_gave_it_here_the_desk_of_the_school_is_told(sqlite_world: World) -> None:
    world = sqlite_world
    token = await sheet(world, by=None)
    await leaking.take_out(world.desk, world.cause(), world.caller("parent"), [f"mon lien {token} merci"])
    assert [len(await missed(world, key)) for key in ("directeur", "adjoint", "erun")] == [1, 1, 0]


async def test_a_link_declined_by_who_opened_it_or_by_who_is_linked_is_told_to_who_gave_it(world: World) -> None:
    token = await given(world)
    charter = await signing_in.present(world.desk, world.cause(), NEWCOMER, token)
    await signing_in.not_me(world.desk, world.cause(), NEWCOMER, pressed(charter, "not_me"))
    assert [one["why"] for one in await missed(world, "directeur")] == ["not_me"]

    token = await sheet(world, "parent")
    charter = await signing_in.present(world.desk, world.cause(), NEWCOMER, token)
    mark = pressed(charter, "accept")
    await linking.accept(world.desk, world.cause(), NEWCOMER, mark)
    await linking.consent(world.desk, world.cause(), world.caller("parent"), mark, agrees=False)
    assert [one["why"] for one in await missed(world, "directeur")] == ["not_me", "kept"]


async def test_a_replaced_phone_voids_the_links_that_it_gave_and_says_whose(world: World) -> None:
    token, paper = await given(world), await sheet(world, "lea.martin")
    await world.enrol("directeur", OTHER)

    assert not await good(world, token)
    assert await good(world, paper)  # a sheet is on paper by now
    [told] = [
        row["payload"] for row in await world.letters("directeur") if row["payload"].get("kind") == "links_void"
    ]
    assert told["facts"]["count"] == 1
    with pytest.raises(Refusal, match="old-token"):
        await signing_in.present(world.desk, world.cause(), NEWCOMER, token)


async def test_a_link_opened_on_a_phone_that_is_lost_is_void_and_its_giver_told(world: World) -> None:
    token = await sheet(world)  # of a child, say: opened by the parent, and not accepted yet
    charter = await signing_in.present(world.desk, world.cause(), world.caller("parent"), token)
    assert await unlinking.unlink(world.desk, "parent")

    assert not await good(world, token)
    assert [one["why"] for one in await missed(world, "directeur")] == ["phone"]
    with pytest.raises(Refusal, match="old-token"):
        await linking.accept(world.desk, world.cause(), world.caller("parent"), pressed(charter, "accept"))
    rows = await world.rows("outbox", chat_id=TELEGRAM["parent"])
    assert [row["payload"]["facts"]["names"] for row in rows if row["payload"].get("kind") == "links_void"] == [""]


async def test_an_agent_who_is_unlinked_leaves_no_link_and_the_colleague_reads_so(sqlite_world: World) -> None:
    world = sqlite_world
    token = await given(world)
    assert await unlinking.unlink(world.desk, "directeur")
    assert not await good(world, token)
    assert [one["why"] for one in await missed(world, "adjoint")] == ["phone"]


async def test_a_link_that_a_colleague_gave_since_stays_good(sqlite_world: World) -> None:
    world = sqlite_world
    await given(world)
    token = await given(world, by="adjoint")
    await world.enrol("directeur", OTHER)
    assert await good(world, token)


async def test_unlinking_one_of_two_accounts_keeps_what_was_opened_there(sqlite_world: World) -> None:
    world = sqlite_world
    await world.enrol("lea.martin", TELEGRAM["parent"])
    token = await sheet(world)
    await signing_in.present(world.desk, world.cause(), world.caller("parent"), token)
    assert await unlinking.unlink(world.desk, "lea.martin")
    assert await good(world, token)
