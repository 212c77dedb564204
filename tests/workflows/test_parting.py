"""Whoever follows a request has enough, or still has the problem; and what remains where the other is given up."""

from __future__ import annotations

from bot.terms import Notice, Status
from bot.workflows.requests import verbs
from tests.workflows.steps import escalated, follows, letter, merged
from tests.world import World

# Still the problem, or solved for them


async def test_still_the_problem_opens_their_own_request_again_and_tells_its_agents(world: World) -> None:
    mine, other = await merged(world)
    await world.act("directeur", verbs.resolve, other)
    mark = await world.mark()

    said = await world.act("eleve", verbs.reopen, mine)

    request = await world.request(mine)
    assert said.kind == "done_still"
    assert (request.status, request.merged_into, request.closed_at) == (Status.NEW, None, None)
    assert await world.everybody_told(mark) == {"directeur": ["card:still"], "adjoint": ["card:still"]}
    row = next(row for row in await world.letters("adjoint", mark) if row["kind"] == "card")
    assert (row["request"], row["payload"]["facts"]["into"]) == (mine, other)
    assert not await follows(world, "eleve", other)
    assert [line["number"] for line in (await world.card("directeur", other)).facts["exchange"]] == [0]


async def test_who_still_has_the_problem_is_told_no_more_of_the_other(world: World) -> None:
    mine, other = await merged(world)
    await world.act("eleve", verbs.reopen, mine)
    mark = await world.mark()

    await world.act("directeur", verbs.resolve, other)

    assert await world.everybody_told(mark) == {"parent": ["resolved"]}


async def test_words_after_the_end_open_it_again_and_thanks_ask_first(world: World) -> None:
    mine, other = await merged(world)
    await world.act("directeur", verbs.resolve, other)

    thanks = await world.act("eleve", verbs.speak, mine, world.saying("eleve", "Merci !"))
    assert thanks.kind == "thanks"
    assert [button.action for row in thanks.buttons for button in row] == ["confirm", "still"]
    assert (await world.request(mine)).status is Status.CLOSED

    said = await world.act("eleve", verbs.speak, mine, world.saying("eleve", "Cela ne marche toujours pas"))
    assert said.kind == "done_still"
    assert [m.text for m in await world.exchange(mine)][-1] == "Cela ne marche toujours pas"
    assert (await world.request(mine)).status is Status.NEW


async def test_solved_for_them_ends_it_and_they_are_told_no_more(world: World) -> None:
    mine, other = await merged(world)
    await world.act("adjoint", verbs.take, other)
    await world.act("adjoint", verbs.resolve, other)
    mark = await world.mark()

    assert (await world.act("eleve", verbs.confirm, mine)).kind == "done_settled"
    assert await world.everybody_told(mark) == {"adjoint": ["confirmed"]}

    mark = await world.mark()
    await world.act("parent", verbs.confirm, other)
    assert "eleve" not in await world.everybody_told(mark)
    assert (await world.refused("eleve", verbs.confirm, mine)).reason == "not-now"
    assert len((await world.card("directeur", other)).facts["exchange"]) == 2


async def test_solved_for_them_can_still_be_regretted_for_thirty_days(world: World) -> None:
    mine, other = await merged(world)
    await world.act("directeur", verbs.resolve, other)
    await world.act("eleve", verbs.confirm, mine)
    world.wait(days=29)
    await world.act("eleve", verbs.speak, mine, world.saying("eleve", "Cela recommence"))
    assert (await world.request(mine)).status is Status.NEW

    await world.act("directeur", verbs.merge, mine, other)
    await world.act("parent", verbs.confirm, other)
    world.wait(days=31)
    assert (await world.act("eleve", verbs.reopen, mine)).kind == "ask_renew"


async def test_a_chain_parts_in_the_middle_and_its_followers_go_with_it(world: World) -> None:
    first, second = await merged(world)
    third = await world.file("enseignant", "compte")
    await escalated(world, second, 1)
    await world.act("erun", verbs.merge, second, third)
    assert await follows(world, "eleve", third)
    mark = await world.mark()

    await world.act("parent", verbs.reopen, second)

    assert not await follows(world, "eleve", third)
    assert not await follows(world, "parent", third)
    assert await follows(world, "eleve", second)
    told = await letter(world, "eleve", mark)
    assert (told["kind"], told["number"], told["follows"]) == ("followed_reopened", second, first)


async def test_the_end_of_a_chain_tells_everybody_with_their_own_number(world: World) -> None:
    first, second = await merged(world)
    third = await world.file("enseignant", "compte")
    await escalated(world, second, 1)
    await world.act("erun", verbs.merge, second, third)
    mark = await world.mark()

    await world.act("erun", verbs.resolve, third)

    told = {key: (await letter(world, key, mark)) for key in ("eleve", "parent")}
    assert {key: (one["number"], one["follows"]) for key, one in told.items()} == {
        "eleve": (third, first),
        "parent": (third, second),
    }


# The other one is given up


async def test_where_the_other_is_withdrawn_the_oldest_takes_its_place_and_the_others_follow_it(world: World) -> None:
    first, second, other = await world.file("eleve"), await world.file("enseignant", "compte"), 0
    other = await world.file("parent")
    await escalated(world, first, 1)
    await escalated(world, other, 1)
    for mine in (first, second):
        await world.act("erun", verbs.merge, mine, other)
    mark = await world.mark()

    await world.act("parent", verbs.withdraw, other)

    assert ((await world.request(first)).status, (await world.request(first)).merged_into) == (Status.NEW, None)
    assert (await world.request(second)).merged_into == first
    told = await world.everybody_told(mark)
    assert (told["eleve"], told["enseignant"], told["erun"]) == (
        ["resumed"],
        ["followed_resumed"],
        ["card:resumed"],
    )
    moved = await letter(world, "enseignant", mark)
    assert (moved["number"], moved["into"], moved["follows"]) == (first, other, second)
    assert await follows(world, "enseignant", first)
    assert not await follows(world, "enseignant", other)
    assert not await follows(world, "eleve", other)


async def test_ones_own_duplicate_does_not_come_back_when_one_withdraws(world: World) -> None:
    first, second = await world.file("eleve"), await world.file("eleve")
    await world.act("directeur", verbs.merge, first, second)
    mark = await world.mark()

    await world.act("eleve", verbs.withdraw, second)

    assert (await world.request(first)).status is Status.CLOSED
    assert not await world.everybody_told(mark)


async def test_an_agents_buttons_on_a_merged_request_all_work(world: World) -> None:
    mine, _ = await merged(world)

    said = await world.act("directeur", verbs.speak, mine, world.saying("directeur", "Nous regardons"))

    assert isinstance(said, Notice)
    assert said.kind == "done_answered"
