"""When the account that speaks leaves a chat, another one speaks there, and the chat reads which."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.terms import ERASED, Notice
from bot.workflows.desk import Caller
from bot.workflows.people import own_data, rights, speaking
from bot.workflows.requests import verbs
from tests.workflows.steps import linked
from tests.world import TELEGRAM, World

ELSEWHERE = Caller(6_000_009, 6_000_009)


async def two(world: World) -> None:
    """A teacher links a parent's account to the same Telegram account: the parent's speaks."""
    await linked(world, "parent2", world.caller("enseignant"))


async def gone(world: World) -> None:
    await world.delete_account("parent2")
    for length in (timedelta(hours=7), timedelta(minutes=11)):
        world.now += length
        await rights.refresh(world.desk)


async def erased(world: World) -> None:
    await world.act("enseignant", own_data.erase)


async def elsewhere(world: World) -> None:
    await linked(world, "parent2", ELSEWHERE)


@pytest.mark.parametrize("leaves", [gone, erased, elsewhere])
async def test_the_other_account_speaks_and_the_chat_reads_so(
    world: World, leaves: Callable[[World], Awaitable[None]]
) -> None:
    await two(world)
    mark = await world.mark()

    await leaves(world)

    said = await world.act("enseignant", speaking.accounts)
    assert said.facts["name"] == "Yann Le Bihan"
    told = [row for row in await world.letters("enseignant", mark) if row["kind"] == "notice"]
    (now,) = [row["payload"]["facts"] for row in told if row["payload"]["kind"] == "speaks_now"]
    assert now["name"] == "Yann Le Bihan"
    assert now["gone"] == (ERASED if leaves is erased else "Karim Haddad")
    assert await world.say("enseignant", "Bonjour à tous, j’ai un souci") is not None


async def test_the_chat_of_an_account_that_left_the_ent_reads_so(world: World) -> None:
    await two(world)

    await gone(world)

    (left,) = [row for row in await world.letters("enseignant") if row["payload"].get("kind") == "account_left"]
    assert left["person"] is None  # else the courier would not send it: nobody is linked any more
    assert left["chat_id"] == TELEGRAM["enseignant"]


async def test_when_a_silent_account_leaves_nobody_is_told_who_speaks(world: World) -> None:
    await two(world)
    await linked(world, "enseignant", ELSEWHERE)

    assert "speaks_now" not in await world.told("enseignant")
    assert (await world.act("enseignant", speaking.accounts)).facts["name"] == "Karim Haddad"


async def test_who_links_a_second_account_reads_that_it_speaks_now_and_how_to_go_back(world: World) -> None:
    said: Notice = await linked(world, "parent2", world.caller("enseignant"))

    assert said.facts["others"] == 1
    (back,) = [button for row in said.buttons for button in row if button.action == "speak_as"]
    assert back.words.endswith("Yann Le Bihan")


async def test_what_was_queued_for_an_account_follows_it_to_its_new_chat(
    world: World,
) -> None:
    number = await world.file("parent2")
    await world.carry()
    mark = await world.mark()
    await world.act("directrice", verbs.speak, number, world.saying("directrice", "Mot pour Karim"))

    await elsewhere(world)

    rows = [row for row in await world.rows("outbox") if row["id"] > mark and row["state"] == "queued"]
    holding = {row["chat_id"] for row in rows if "Mot pour Karim" in json.dumps(row["payload"])}
    assert holding == {ELSEWHERE.chat_id}
    await world.act("directrice", verbs.speak, number, world.saying("directrice", "Encore"))
    late = [
        row
        for row in await world.letters("parent2", mark)
        if (row["state"], row["kind"] == "menu") == ("queued", False)
    ]
    assert [row["payload"].get("kind", row["kind"]) for row in late] == ["delete", "unlinked_elsewhere"]


async def test_erasing_one_account_leaves_what_another_is_preparing(world: World) -> None:
    await world.new("enseignant")
    await world.press("enseignant", "category", "application")
    await world.say("enseignant", "La messagerie ne marche pas")
    await linked(world, "parent2", world.caller("enseignant"))
    (before,) = await world.rows("drafts", chat_id=TELEGRAM["enseignant"])

    await erased(world)

    (after,) = await world.rows("drafts", chat_id=TELEGRAM["enseignant"])
    assert after["data"] == before["data"]
