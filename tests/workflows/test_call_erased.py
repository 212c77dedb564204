"""A call for help that nobody has treated yet cannot be silenced by whoever holds the phone."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Level, Refusal, Status
from bot.workflows.people import leaving, own_data, rights
from bot.workflows.requests import correction, queues, serving, silence, verbs
from tests.workflows.outside import AT_PLAY, come, lose, told_outside, words
from tests.workflows.steps import actions
from tests.world import World


async def called(world: World) -> int:
    """The number of a call for help that the school reads."""
    await world.say("eleve", f"{AT_PLAY}, mot-très-privé")
    await world.press("eleve", "tell_school")
    await world.carry()
    return int((await world.rows("requests"))[-1]["number"])


async def test_an_erased_call_is_told_at_once_with_the_name_and_stays_to_be_treated(world: World) -> None:
    number = await called(world)
    mark = await world.mark()

    await world.act("eleve", own_data.erase)

    told = await world.everybody_told(mark)
    assert told["directeur"] == told["adjoint"] == ["card:call_erased"]
    assert (await world.request(number)).status is Status.NEW
    card = texts.word(await world.card("directeur", number), "fr").text
    assert "🚨 <b>Inès Caron</b>" in card
    assert "privé" not in card
    queue = await world.desk.see(world.caller("directeur"), queues.queue, "", "")
    assert [line["requester"] for line in queue.facts["lines"]] == ["Inès Caron"]


async def test_it_goes_before_all_else_that_waits(world: World) -> None:
    number = await called(world)
    mark = await world.mark()
    await world.act("eleve", own_data.erase)

    [row] = [one for one in await world.letters("directeur", mark) if one["kind"] == "card"]
    assert row["request"] == number
    assert "Inès" not in str(row["payload"])  # the name is on the request alone, and worded when the card goes


async def test_the_name_is_gone_with_the_end_of_the_call(world: World) -> None:
    number = await called(world)
    await world.act("eleve", own_data.erase)
    await world.carry()
    await world.act("directeur", verbs.take, number)
    await world.act("directeur", verbs.resolve, number, world.saying("directeur", "Vu avec elle et ses parents"))
    assert await leaving.forget_names(world.desk) == 0
    world.wait(days=8)
    await silence.close_silent(world.desk)
    mark = await world.mark()

    assert await leaving.forget_names(world.desk) == 1

    assert not (await world.request(number)).erased_name
    assert [one for one in await world.letters("directeur", mark) if one["kind"] == "refresh"]
    assert "Inès" not in texts.word(await world.card("directeur", number), "fr").text


async def test_the_name_stays_thirty_days_at_most(sqlite_world: World) -> None:
    number = await called(sqlite_world)
    await sqlite_world.act("eleve", own_data.erase)
    sqlite_world.wait(days=29)
    assert await leaving.forget_names(sqlite_world.desk) == 0
    sqlite_world.wait(days=2)
    assert await leaving.forget_names(sqlite_world.desk) == 1
    assert (await sqlite_world.request(number)).status is Status.NEW


async def test_what_was_told_outside_the_school_stays_outside_once_erased(sqlite_world: World) -> None:
    world = sqlite_world
    await told_outside(world)
    mark = await world.mark()

    await world.act("eleve", own_data.erase)

    told = await world.everybody_told(mark)
    assert told["erun"] == ["card:call_erased"]
    assert not set(told) & {"directeur", "adjoint", "enseignant"}


async def test_who_comes_to_an_empty_desk_later_learns_of_the_erased_call(sqlite_world: World) -> None:
    world = sqlite_world
    await lose(world, Level.SCHOOL, Level.CIRCONSCRIPTION, Level.DSDEN)
    number = await called(world)
    await world.act("eleve", own_data.erase)
    mark = await world.mark()
    await world.desk.put(come, world.telegram["directeur"])
    await serving.settle(world.desk)

    assert "card:found" in await world.told("directeur", mark)
    assert "Inès Caron" in texts.word(await world.card("directeur", number), "fr").text


async def test_a_child_is_told_before_erasing_that_their_call_stays_known(sqlite_world: World) -> None:
    await called(sqlite_world)

    asked = await sqlite_world.desk.see(sqlite_world.caller("eleve"), own_data.erase_asked)

    assert "sauront encore que tu as appelé" in words(asked)


async def test_a_call_that_was_resolved_is_erased_as_any_request(sqlite_world: World) -> None:
    world = sqlite_world
    number = await called(world)
    await world.act("directeur", verbs.resolve, number, world.saying("directeur", "C’est réglé"))

    await world.act("eleve", own_data.erase)

    request = await world.request(number)
    assert (request.status, request.erased_name) == (Status.CLOSED, "")


@pytest.mark.parametrize("way", ["withdraw", "category"])
async def test_a_call_is_neither_withdrawn_nor_made_ordinary_from_the_phone(sqlite_world: World, way: str) -> None:
    world = sqlite_world
    number = await called(world)

    tries = {
        "withdraw": lambda turn: verbs.withdraw(turn, number),
        "category": lambda turn: correction.start(turn, number, correction.CATEGORY, "connexion"),
    }
    with pytest.raises(Refusal, match="call-stays"):
        await world.act("eleve", tries[way])
    assert "withdraw" not in actions(await world.card("eleve", number))


async def test_the_ent_is_asked_nothing_about_an_erased_caller(sqlite_world: World) -> None:
    world = sqlite_world
    number = await called(world)
    await world.act("eleve", own_data.erase)
    mark = await world.mark()
    world.wait(days=3)
    await rights.refresh(world.desk)

    assert (await world.request(number)).status is Status.NEW
    assert not [kind for kind in await world.told("directeur", mark) if kind != "card:call_erased"]
