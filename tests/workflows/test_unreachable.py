"""Somebody blocks the bot: a holder then counts as none, and nobody is told that a requester reads who does not."""

from __future__ import annotations

import pytest

from bot.delivery import carrying
from bot.delivery.rules.retry import Gone
from bot.storage import people
from bot.storage.work import Work
from bot.terms import Person, Status
from bot.workflows.people import own_data
from bot.workflows.requests import colleagues, verbs
from tests.delivery.test_changed_on_the_way import taken_in_hand
from tests.workflows.absence import block, unblock
from tests.workflows.steps import actions, escalated, filed
from tests.world import World

# A holder who cannot be reached counts as none


async def held_by_the_deputy(world: World) -> int:
    """A request that Nadia holds, who then blocks the bot."""
    number = await world.file("eleve")
    await world.act("adjoint", verbs.take, number)
    await block(world, "adjoint")
    return number


async def test_colleagues_are_shown_what_an_unreachable_holder_holds(world: World) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.take, number)
    mark = await world.mark()

    await block(world, "adjoint")

    assert await world.everybody_told(mark) == {"directeur": ["card:holder_away"]}
    card = await world.card("directeur", number)
    assert card.facts["away"]
    assert "take" in actions(card)


async def test_a_reply_reaches_the_colleagues_of_an_unreachable_holder(world: World) -> None:
    number = await held_by_the_deputy(world)
    mark = await world.mark()

    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Toujours rien"))

    assert await world.told("directeur", mark) == ["replied"]


@pytest.mark.parametrize("waits", [False, True])
async def test_what_an_unreachable_holder_holds_can_be_taken(world: World, waits: bool) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.take, number)
    if waits:
        await world.act("adjoint", verbs.ask, number, world.saying("adjoint", "Quelle classe ?"))
    assert (await world.refused("directeur", verbs.take, number)).reason == "held"
    await block(world, "adjoint")
    mark = await world.mark()

    assert (await world.act("directeur", verbs.take, number)).kind == "done_taken"

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.OPEN, (await world.person("directeur")).id)
    assert await world.everybody_told(mark) == {"eleve": ["taken"], "adjoint": ["taken_over"]}


async def test_nothing_is_handed_to_a_colleague_who_cannot_be_reached(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    await block(world, "adjoint")

    assert (await world.refused("directeur", colleagues.hand, number, "adjoint")).reason == "colleague-away"


async def test_who_gives_a_request_back_to_an_empty_desk_reads_that_it_waits_for_them(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    await block(world, "adjoint")

    assert (await world.act("directeur", verbs.release, number)).kind == "done_released_alone"


async def test_what_a_leaver_had_resolved_is_free_once_reopened(world: World) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.resolve, number)
    await world.act("adjoint", own_data.erase)

    await world.act("eleve", verbs.reopen, number)

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.NEW, None)
    assert (await world.act("directeur", verbs.take, number)).kind == "done_taken"


# A requester who cannot be reached


async def test_an_answer_to_a_requester_who_blocked_the_bot_says_so_at_once(world: World) -> None:
    number = await world.file("eleve")
    await block(world, "eleve")
    mark = await world.mark()

    answered = await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici"))
    asked = await world.act("directeur", verbs.ask, number, world.saying("directeur", "Quelle classe ?"))

    assert (answered.kind, asked.kind) == ("done_kept", "done_kept")
    assert await world.told("directeur", mark) == ["unreachable"]


async def test_each_request_says_once_until_they_are_back_that_its_requester_does_not_read(world: World) -> None:
    first, second = await world.file("eleve"), await world.file("eleve")
    for _ in range(2):
        mark = await world.mark()
        await block(world, "eleve")
        for number in (first, first, second, first):
            world.wait(minutes=1)
            said = await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici"))
            assert said.kind == "done_kept"

        assert await world.told("directeur", mark) == ["unreachable", "unreachable"]
        await unblock(world, "eleve")
        world.wait(minutes=1)


async def test_who_sent_a_request_on_hears_that_the_requester_they_write_to_does_not_read(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)
    await block(world, "eleve")
    mark = await world.mark()

    said = await world.act("directeur", verbs.pass_down, number, world.saying("directeur", "Venez me voir"))

    assert said.kind == "done_kept"
    assert await world.told("directeur", mark) == ["unreachable"]


async def test_whoever_waits_for_an_answer_hears_that_the_requester_blocked_the_bot(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.ask, number, world.saying("directeur", "Quelle classe ?"))
    mark = await world.mark()

    await block(world, "eleve")

    assert await world.everybody_told(mark) == {"directeur": ["unreachable"]}


async def test_what_a_requester_adds_where_nobody_reads_is_not_said_to_be_read(world: World) -> None:
    await block(world, "directeur", "adjoint", "erun", "danei", "plateforme", "editeur")
    number = await world.file("eleve")

    added = await world.act("eleve", verbs.speak, number, world.saying("eleve", "Toujours rien"))

    assert added.kind == "done_unheard"


async def test_a_reply_to_somebody_who_reads_is_said_to_be_added(world: World) -> None:
    number, _ = await filed(world)
    await block(world, "directeur")

    added = await world.act("eleve", verbs.speak, number, world.saying("eleve", "Toujours rien"))

    assert added.kind == "done_replied"


async def test_an_answer_to_somebody_who_reads_is_said_to_be_sent(world: World) -> None:
    number, mark = await filed(world)

    said = await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici"))

    assert said.kind == "done_answered"
    assert not await world.told("directeur", mark)


async def met(world: World, bot: int, *keys: str) -> None:
    """That bot serves from now on, and these personas have written to it."""
    world.desk.bot = bot
    for key in keys:
        await world.desk.put(_met, await world.person(key), bot)


def _met(work: Work, person: Person, bot: int) -> None:
    people.change(work, person, bot=bot)


async def test_whoever_answers_somebody_who_has_not_written_to_a_new_bot_reads_so(world: World) -> None:
    await met(world, 1, "eleve", "directeur")
    number = await world.file("eleve")
    await met(world, 2, "directeur")
    mark = await world.mark()

    for verb, text in ((verbs.ask, "Quelle classe ?"), (verbs.speak, "Voici")):
        said = await world.act("directeur", verb, number, world.saying("directeur", text))
        assert said.kind == "done_kept"

    assert "unreachable" in await world.told("directeur", mark)
    assert (await world.card("directeur", number)).facts["unread"]


async def test_what_was_written_meanwhile_is_named_to_who_comes_to_a_new_bot(world: World) -> None:
    await met(world, 1, "eleve", "directeur")
    number = await world.file("eleve")
    await world.carry()
    world.wait(hours=1)
    await met(world, 2, "directeur")
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici"))
    lost = await taken_in_hand(world, "eleve", "notice")
    world.wait(minutes=1)
    await world.desk.put(carrying.record, lost, Gone("chat not found"))
    mark = await world.mark()

    world.wait(hours=1)
    await unblock(world, "eleve")

    assert await world.told("eleve", mark) == ["waits"]
    assert "reads_again" in await world.told("directeur", mark)
