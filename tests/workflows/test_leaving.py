"""Somebody erases their data, or their account is deleted: their requests close, and those they held are released."""

from __future__ import annotations

import json

import pytest

from bot.storage import cards, requests
from bot.terms import Act, Saying, Status
from bot.workflows import upkeep
from bot.workflows.people import own_data
from bot.workflows.requests import filing, verbs
from tests.workflows.steps import chosen, escalated, filed, merged, resolved
from tests.world import TELEGRAM, World


async def last_act(world: World, number: int) -> str:
    """The last act on the request in the audit."""
    return str((await world.desk.look(requests.events, number))[-1].act)


async def test_the_holder_hears_that_the_requester_erased_their_data(world: World) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.take, number)
    mark = await world.mark()

    await world.act("eleve", own_data.erase)

    request = await world.request(number)
    assert (request.status, request.closed_at) == (Status.CLOSED, world.now)
    assert await last_act(world, number) == Act.ERASE
    assert await world.everybody_told(mark) == {"adjoint": ["requester_erased"]}


async def test_the_desk_hears_it_where_nobody_took_the_request(world: World) -> None:
    _, mark = await filed(world)

    await world.act("eleve", own_data.erase)

    assert await world.everybody_told(mark) == {"directeur": ["requester_erased"], "adjoint": ["requester_erased"]}


async def test_the_holder_hears_it_of_a_request_that_waits_for_its_requester(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.ask, number, world.saying("directeur", "Quelle classe ?"))
    mark = await world.mark()

    await world.act("eleve", own_data.erase)

    assert (await world.request(number)).status is Status.CLOSED
    assert await world.everybody_told(mark) == {"directeur": ["requester_erased"]}


async def test_the_holder_hears_it_of_a_resolved_request(world: World) -> None:
    number, mark = await resolved(world)

    await world.act("eleve", own_data.erase)

    assert (await world.request(number)).status is Status.CLOSED
    assert await world.everybody_told(mark) == {"directeur": ["requester_erased"]}


async def test_a_closed_request_stays_as_it_was_and_nobody_is_told(world: World) -> None:
    number, _ = await filed(world)
    await world.act("eleve", verbs.withdraw, number)
    mark = await world.mark()

    await world.act("eleve", own_data.erase)

    assert await last_act(world, number) == Act.WITHDRAW
    assert not await world.everybody_told(mark)


async def test_who_sent_the_request_on_hears_it_too(world: World) -> None:
    number = await world.file("eleve")
    await escalated(world, number, 1)
    await world.act("erun", verbs.take, number)
    mark = await world.mark()

    await world.act("eleve", own_data.erase)

    assert await world.everybody_told(mark) == {"erun": ["requester_erased"], "directeur": ["requester_erased"]}


async def test_the_request_of_whoever_follows_one_that_is_erased_unsolved_opens_again(world: World) -> None:
    mine, other = await merged(world)
    mark = await world.mark()

    await world.act("parent", own_data.erase)

    assert (await world.request(other)).status is Status.CLOSED
    assert ((await world.request(mine)).status, (await world.request(mine)).merged_into) == (Status.NEW, None)
    told = await world.everybody_told(mark)
    assert told["eleve"] == ["resumed"]
    assert told["directeur"] == ["card:resumed", "requester_erased"]


async def test_whoever_follows_one_that_is_erased_once_solved_hears_it_and_may_open_theirs_again(
    world: World,
) -> None:
    mine, other = await merged(world)
    await world.act("directeur", verbs.resolve, other)
    mark = await world.mark()

    await world.act("parent", own_data.erase)
    assert (await world.everybody_told(mark))["eleve"] == ["followed_closed"]
    assert (await world.request(mine)).status is Status.CLOSED

    await world.act("eleve", verbs.reopen, mine)
    assert (await world.request(mine)).status is Status.NEW


async def test_a_follower_who_erases_their_data_closes_nobody_elses_request(world: World) -> None:
    _, other = await merged(world)
    mark = await world.mark()

    await world.act("eleve", own_data.erase)

    assert (await world.request(other)).status is Status.NEW
    assert not await world.everybody_told(mark)


async def test_nothing_more_is_done_with_the_merged_request_of_somebody_who_erased_their_data(world: World) -> None:
    mine, other = await merged(world)
    await world.act("eleve", own_data.erase)

    await world.act("parent", verbs.withdraw, other)

    assert (await world.request(mine)).status is Status.CLOSED
    assert await last_act(world, mine) == Act.ERASE


async def for_lea(world: World) -> int:
    """A request that Marc filed for Léa, who links her account later, and that Nadia took."""
    await world.act("directeur", filing.start, "", Saying())
    await world.press("directeur", "someone")
    await world.press("directeur", "whom", chosen(await world.say("directeur", "martin lea"), "Léa Martin"))
    await world.press("directeur", "category", "connexion")
    await world.say("directeur", "Elle ne se connecte plus")
    await world.press("directeur", "send")
    number = int((await world.rows("requests"))[-1]["number"])
    await world.enrol("lea.martin", 6_000_009)
    await world.act("adjoint", verbs.take, number)
    return number


async def test_who_filed_it_for_the_requester_hears_it_too(world: World) -> None:
    number = await for_lea(world)
    mark = await world.mark()

    await world.act("lea.martin", own_data.erase)

    assert (await world.request(number)).status is Status.CLOSED
    assert await world.everybody_told(mark) == {"adjoint": ["requester_erased"], "directeur": ["requester_erased"]}


async def test_who_filed_it_and_erases_their_data_closes_nothing_of_the_requesters(world: World) -> None:
    number = await for_lea(world)
    mark = await world.mark()

    await world.act("directeur", own_data.erase)

    assert (await world.request(number)).status is Status.OPEN
    assert not await world.everybody_told(mark)


async def test_no_notice_names_who_erased_their_data(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    mark = await world.mark()

    await world.act("eleve", own_data.erase)

    letters = [row for key in ("directeur", "adjoint") for row in await world.letters(key, mark)]
    assert letters
    assert "Inès" not in json.dumps([row["payload"] for row in letters], ensure_ascii=False)


async def test_the_cards_of_an_erased_request_are_drawn_again(world: World) -> None:
    number = await world.file("eleve")
    marc = await world.person("directeur")
    await world.desk.put(cards.record, TELEGRAM["directeur"], 77, number, marc.id, "card", True)
    mark = await world.mark()

    await world.act("eleve", own_data.erase)

    drawn = [row["message_id"] for row in await world.letters("directeur", mark) if row["kind"] == "refresh"]
    assert drawn == [77]
    assert (await world.card("directeur", number)).facts["status"] == Status.CLOSED


async def test_an_agent_who_erases_their_data_closes_their_own_and_gives_back_the_others(world: World) -> None:
    own = await world.file("directeur", text="Pour moi")
    held = await world.file("eleve")
    await world.act("erun", verbs.take, own)
    await world.act("directeur", verbs.take, held)
    mark = await world.mark()

    await world.act("directeur", own_data.erase)

    given_back = await world.request(held)
    assert (await world.request(own)).status is Status.CLOSED
    assert (given_back.status, given_back.holder) == (Status.NEW, None)
    assert await world.everybody_told(mark) == {"erun": ["requester_erased"], "adjoint": ["card:released"]}


@pytest.mark.parametrize("waits", [False, True])
async def test_what_an_account_held_that_left_the_ent_goes_back_to_the_desk(world: World, waits: bool) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.take, number)
    if waits:
        await world.act("adjoint", verbs.ask, number, world.saying("adjoint", "Quelle classe ?"))
    await world.delete_account("adjoint")
    world.wait(hours=7)
    mark = await world.mark()

    await upkeep.tend(world.desk)
    world.wait(minutes=11)  # an account that the ENT does not know is looked up a second time
    await upkeep.tend(world.desk)

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.NEW, None)
    assert await last_act(world, number) == Act.RELEASE
    assert await world.everybody_told(mark) == {
        "directeur": ["card:released"],
        "adjoint": ["account_left", "left_desk"],
    }
