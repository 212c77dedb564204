"""At the door, whoever cannot log in to the ENT still has their own data, and erases them; nothing else opens."""

from __future__ import annotations

import pytest

from bot.handlers.buttons import encode
from bot.terms import Button
from tests.handlers.conftest import Typed, command
from tests.handlers.phone import Phone
from tests.workflows.unseen import deleted, set_account
from tests.world import World

WHO = ("parent", "directeur", "eleve")


async def barred(world: World, who: str, how: str) -> None:
    """Blocks or pre-deletes that account in the ENT, and has the desk hear of it."""
    if how == "blocked":
        await set_account(world, who, blocked=True)
    else:
        await deleted(world, who)
    world.wait(minutes=3)
    await world.ask_again(who)
    await world.carry()  # that the account is barred, which answers wait for


async def pressed(typed: Typed, world: World, who: str, action: str) -> None:
    """That person presses a button of theirs."""
    await Phone(typed, who).press(encode(Button(action, "", (await world.person(who)).id)))


@pytest.mark.parametrize("how", ["blocked", "deleted"])
@pytest.mark.parametrize("who", WHO)
async def test_they_export_and_erase_their_data(typed: Typed, sqlite_world: World, who: str, how: str) -> None:
    world = sqlite_world
    number = await world.file("parent") if who == "parent" else 0
    await barred(world, who, how)

    await typed.receive(message=command(who, "/mesdonnees"))
    rows = typed.api.asked("sendMessage")[-1]["reply_markup"]["inline_keyboard"]
    assert len([key for row in rows for key in row]) == 2
    await pressed(typed, world, who, "export")
    assert typed.api.asked("sendDocument")
    await pressed(typed, world, who, "erase")
    await pressed(typed, world, who, "cancel")
    assert not (await world.person(who)).erased
    gone = (await world.person(who)).id
    await pressed(typed, world, who, "erase_now")
    [row] = await world.rows("people", id=gone)
    assert row["telegram_id"] is None
    if number:
        assert (await world.request(number)).status.value == "closed"


@pytest.mark.parametrize("how", ["blocked", "deleted"])
@pytest.mark.parametrize("line", ["/comptes", "/file", "/bloquer ines.caron"])
async def test_nothing_else_opens(typed: Typed, sqlite_world: World, line: str, how: str) -> None:
    await barred(sqlite_world, "directeur", how)
    await typed.receive(message=command("directeur", line))
    assert typed.said()[-1].startswith("Votre compte ENT est")
