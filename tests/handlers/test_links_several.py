"""Several links in one message: each is opened, one after the other, and none is void for it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.terms import Way
from tests.handlers.conftest import Typed, command
from tests.handlers.phone import Phone
from tests.handlers.test_links_written import LINK, given, good
from tests.world import World

CHILDREN = ("lea.martin", "aurelie.martin")


async def links(world: World) -> list[str]:
    """Good links for two accounts that are not linked."""
    return [await given(world, login, Way.SHEET) for login in CHILDREN]


def keys(sent: dict[str, Any]) -> list[str]:
    """The labels of the buttons under a message."""
    return [key["text"] for row in sent["reply_markup"]["inline_keyboard"] for key in row]


@pytest.mark.parametrize("form", ["{0}\n{1}", LINK + "{0} " + LINK + "{1}", "/start {0}\n/start {1}"])
@pytest.mark.parametrize("who", ["parent", "inconnu"])
async def test_both_links_of_one_message_open_one_after_the_other(
    typed: Typed, sqlite_world: World, who: str, form: str
) -> None:
    world, phone = sqlite_world, Phone(typed, who)
    first, second = await links(world)
    await typed.receive(message=command(who, form.format(first, second)) | {"entities": []})

    sent = typed.api.asked("sendMessage")[-1]
    assert "Un lien à la fois" in sent["text"]
    assert sum("🔗" in key for key in keys(sent)) == 1
    assert await good(world, first)
    assert await good(world, second)

    await phone.press(phone.button("Accepter"))
    answer = typed.api.asked("editMessageText")[-1]
    assert [key for key in keys(answer) if key.startswith("🔗")] == ["🔗 Aurélie Martin"]
    other = next(
        str(key["callback_data"])
        for row in answer["reply_markup"]["inline_keyboard"]
        for key in row
        if key["text"].startswith("🔗")
    )
    await phone.press(other)
    charter = typed.api.asked("editMessageText")[-1]
    assert "Accepter" in str(charter)
    await phone.press(
        next(
            str(key["callback_data"])
            for row in charter["reply_markup"]["inline_keyboard"]
            for key in row
            if "Accepter" in key["text"]
        )
    )
    phones = {(await world.person(login)).telegram_id for login in CHILDREN}
    assert phones == {world.telegram[who]}


async def test_a_forged_button_opens_no_link_of_another_chat(typed: Typed, sqlite_world: World) -> None:
    world = sqlite_world
    first, second = await links(world)
    await typed.receive(message=command("inconnu", f"{first} {second}") | {"entities": []})
    data = Phone(typed, "inconnu").button("Aurélie Martin")
    before = len(typed.api.asked("editMessageText")) + len(typed.api.asked("sendMessage"))
    await Phone(typed, "parent").press(data)
    assert len(typed.api.asked("editMessageText")) + len(typed.api.asked("sendMessage")) == before
    assert await good(world, second)


async def test_one_good_link_beside_one_that_is_void_opens(typed: Typed, sqlite_world: World) -> None:
    world = sqlite_world
    await links(world)
    first, _ = await links(world)
    gone = "Ab1-" * 8
    await typed.receive(message=command("inconnu", f"{gone} {first}") | {"entities": []})
    assert "Un lien à la fois" not in typed.said()[-1]
    assert "Accepter" in str(typed.api.asked("sendMessage")[-1])
