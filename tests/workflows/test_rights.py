"""A person's rights follow the ENT: they change with it, and end with the account."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.ent.directory import Reason
from bot.storage import requests
from bot.terms import Declined, Refusal, Status
from bot.workflows import upkeep
from bot.workflows.passwords import codes
from bot.workflows.people import own_data, rights, speaking
from bot.workflows.requests import queues, silence, verbs
from tests.world import TELEGRAM, World


async def test_an_agent_who_lost_their_function_may_no_longer_act(world: World) -> None:
    number = await world.file("eleve")
    await world.appoint("adjoint")
    world.wait(hours=7)

    await upkeep.tend(world.desk)

    assert (await world.refused("adjoint", verbs.take, number)).reason == "unknown-request"
    assert (await world.refused("adjoint", queues.queue, "")).reason == "agents-only-queue"


async def test_an_agent_who_lost_their_function_hears_nothing_more(world: World) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.take, number)
    await world.appoint("adjoint")
    world.wait(hours=7)
    await upkeep.tend(world.desk)
    mark = await world.mark()

    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Toujours rien"))

    assert await world.everybody_told(mark) == {"directeur": ["replied"]}


async def test_who_sent_a_request_on_and_lost_their_function_hears_nothing_more(world: World) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.escalate, number, world.saying("adjoint", "Essayé"))
    await world.appoint("adjoint")
    world.wait(hours=7)
    await upkeep.tend(world.desk)
    mark = await world.mark()

    await world.act("erun", verbs.speak, number, world.saying("erun", "Je regarde"))

    assert await world.everybody_told(mark) == {"eleve": ["answered"]}


async def test_a_new_function_counts_within_hours(world: World) -> None:
    number = await world.file("eleve")
    await world.appoint("enseignant", ("adml", "jean-moulin"))
    world.wait(hours=7)

    await upkeep.tend(world.desk)

    assert (await world.act("enseignant", verbs.take, number)).kind == "done_taken"


async def test_an_account_that_left_the_ent_is_unlinked(world: World) -> None:
    await world.delete_account("editeur")
    world.wait(hours=7)

    await upkeep.tend(world.desk)
    world.wait(minutes=11)
    await upkeep.tend(world.desk)

    assert (await world.refused("editeur", speaking.accounts)).reason == "unlinked"


async def test_people_asked_about_lately_are_not_asked_about_again(world: World) -> None:
    world.wait(hours=7)

    assert await rights.refresh(world.desk) == len(TELEGRAM) - 1
    assert await rights.refresh(world.desk) == 0


async def test_an_agents_request_still_closes_after_they_left(world: World) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.resolve, number)
    await world.act("adjoint", own_data.erase)
    world.wait(days=8)

    await silence.close_silent(world.desk)

    events = await world.desk.look(requests.events, number)
    assert (await world.request(number)).status is Status.CLOSED
    assert events[-1].person is None


async def test_what_a_leaver_held_goes_back_to_their_desk(world: World) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.take, number)
    await world.appoint("adjoint")
    world.wait(hours=7)
    mark = await world.mark()

    await upkeep.tend(world.desk)

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.NEW, None)
    assert await world.everybody_told(mark) == {"directeur": ["card:released"], "adjoint": ["left_desk"]}
    assert (await world.act("directeur", verbs.take, number)).kind == "done_taken"


async def test_an_agent_who_erases_their_data_leaves_no_request_with_nobody(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)

    await world.act("directeur", own_data.erase)

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.NEW, None)


async def test_a_right_taken_away_gives_no_more_codes_after_five_minutes(world: World) -> None:
    await world.appoint("adjoint")
    world.wait(minutes=6)

    with pytest.raises(Refusal, match="administrators-only"):
        await codes.ask(world.desk, world.cause(), world.caller("adjoint"), "eleve")
    assert not world.whispers


async def test_an_ent_that_does_not_answer_takes_no_right_away(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def down(_account: str, _places: Sequence[str], **_how: bool) -> None:
        raise Declined(Reason.UNREACHABLE)

    monkeypatch.setattr(world.desk.directory, "account", down)
    world.wait(hours=7)

    assert await rights.refresh(world.desk) == 0
    assert (await world.person("directeur")).roles
