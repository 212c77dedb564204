"""A chat that an account leaves keeps no secret that it was shown: no sheet, no link, nor who refused a consent."""

from __future__ import annotations

import pytest

from bot.workflows.linking import giving
from bot.workflows.people import unlinking
from bot.workflows.sheets import making
from tests.workflows.families import CHILD, FATHER, Families
from tests.workflows.giving import Given, printed, typed
from tests.workflows.test_taking_back import CHAT, Leave, erased, taken, taken_over, vanished
from tests.world import World


async def unlinked(world: World) -> None:
    """An operator unlinks the director's account."""
    await unlinking.unlink(world.desk, "directeur")


LEAVING = pytest.mark.parametrize("leave", [taken_over, unlinked, erased, vanished])


@LEAVING
async def test_sheets_and_links_are_deleted_in_the_chat_left(world: World, given: Given, leave: Leave) -> None:
    await printed(world, given, "directeur", "CM2")
    await giving.give(world.desk, world.cause(), world.caller("directeur"), "mael.le-goff")
    secrets = {row["message_id"] for row in await world.rows("expiries", chat_id=CHAT)}
    assert len(secrets) == 2

    await leave(world)

    assert secrets <= await taken(world)
    assert not await world.rows("expiries", chat_id=CHAT)


@LEAVING
async def test_questions_about_a_consent_are_deleted_in_the_chat_that_is_left(
    world: World, families: Families, leave: Leave
) -> None:
    await families.link(CHILD)
    await families.say("directeur", True, paper=True)
    await families.link(FATHER)
    await families.say(FATHER, False)
    await world.carry()
    told = await world.rows("outbox", chat_id=CHAT, kind="notice")
    about = {row["message_id"] for row in told if row["payload"]["kind"] in ("family_asked", "family_overruled")}
    assert len(about) == 2

    await leave(world)

    assert about <= await taken(world)


async def test_what_another_account_of_the_chat_was_shown_stays(world: World, given: Given) -> None:
    await printed(world, given, "directeur", "CM2")
    await world.enrol("adjoint", CHAT)
    await giving.give(world.desk, world.cause(), world.caller("adjoint"), "mael.le-goff")
    kept = [row["message_id"] for row in await world.rows("expiries", chat_id=CHAT)][-1:]

    await taken_over(world)

    assert [row["message_id"] for row in await world.rows("expiries", chat_id=CHAT)] == kept


async def test_sheets_under_way_for_a_chat_that_is_left_meanwhile_come_to_nothing(world: World, given: Given) -> None:
    async def leave() -> None:
        given.before = None
        await taken_over(world)

    await typed(world, "directeur", "CM2")
    await world.press("directeur", "sheets_now")
    given.before = leave
    await making.go_on(world.desk)

    assert not await world.rows("handouts")
    assert 7001 in await taken(world)
