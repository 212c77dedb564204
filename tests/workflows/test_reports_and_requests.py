"""After a report is treated, one press tells the requester of a request about it."""

from __future__ import annotations

import pytest

from bot.terms import Refusal, Status, Voice
from bot.workflows.reports import treating
from bot.workflows.requests import verbs
from tests.workflows import wall
from tests.workflows.steps import actions, pressed
from tests.workflows.wall import delete, keep
from tests.world import World


async def test_a_request_about_the_publication_is_told_in_one_tap_and_resolved_in_another(world: World) -> None:
    request = await world.file("parent", "contenu", "Une publication montre la photo de ma fille")
    await world.act("directeur", verbs.take, request)
    number = await wall.told(world, "noe.martin", "lea.martin")
    said = await delete(world, "directeur", number)
    mark = await world.mark()

    noted = await world.act("directeur", treating.note, *map(int, pressed(said, "report_note").split(":")))

    told = (await world.exchange(request))[-1]
    assert (told.voice, told.text) == (Voice.ACT, f"report_deleted n°{number}")
    assert await world.told("parent", mark) == ["judged"]
    assert actions(noted) == ["resolve"]
    await world.act("directeur", verbs.resolve, int(pressed(noted, "resolve")))
    assert (await world.request(request)).status is Status.RESOLVED


async def test_without_such_a_request_nothing_is_offered(world: World) -> None:
    await world.file("parent", "contenu", "Une publication montre la photo de ma fille")
    number = await wall.told(world, "noe.martin", "lea.martin")

    said = await keep(world, "directeur", number)

    assert (said.kind, said.buttons) == ("done_report_kept", ())


async def test_what_waits_still_is_told_to_nobody(world: World) -> None:
    request = await world.file("parent", "contenu", "Une publication montre la photo de ma fille")
    number = await wall.told(world, "noe.martin", "lea.martin")

    with pytest.raises(Refusal, match="old-button"):
        await world.act("directeur", treating.note, number, request)


async def test_a_request_of_another_school_is_not_written_to(world: World) -> None:
    foreign = await world.file("parent2", "contenu", "Rien à voir")
    number = await wall.told(world, "noe.martin", "lea.martin")
    await delete(world, "directeur", number)

    with pytest.raises(Refusal, match="unknown-request"):
        await world.act("directeur", treating.note, number, foreign)
