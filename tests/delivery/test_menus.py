"""Menus of commands: only one that differs is set, and a chat without an account shows the usual one again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.delivery import carrying, menus
from bot.delivery.rules.retry import Outcome, Sent
from bot.opening import serve_as
from bot.storage import deliveries, erasing, outbox, people
from bot.storage.work import Work
from bot.workflows.people import own_data, rights, speaking
from tests.world import TELEGRAM, World


class Phones:
    """Carries out what is queued, and notes each menu that Telegram is told."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.told: list[tuple[int, list[str]]] = []

    async def carry(self) -> list[int]:
        """Returns the chats of which Telegram was told a menu, or that it is removed."""
        self.told = []
        while queued := await self._world.desk.put(deliveries.heads, 100):
            for one in queued:
                outcome: Outcome = Sent(0 if one.message_id else one.id)
                if one.kind == "menu":
                    ready = await self._world.desk.look(self._prepare, one)
                    outcome = await ready() if callable(ready) else ready
                await self._world.desk.put(carrying.record, one, outcome)
        return [chat for chat, _ in self.told]

    def _prepare(self, work: Work, one: deliveries.Delivery) -> Outcome | Callable:  # type: ignore[type-arg]
        person = people.by_id(work, one.person) if one.person else None
        return menus.prepared(work, one, person.tongue if person else "fr", self._set)

    async def _set(self, chat: int, commands: Sequence[tuple[str, str]]) -> Outcome:
        self.told.append((chat, [name for name, _ in commands]))
        return Sent()


async def test_families_and_pupils_need_no_call_and_agents_one(world: World) -> None:
    told = await Phones(world).carry()

    assert TELEGRAM["directeur"] in told
    assert not {TELEGRAM["eleve"], TELEGRAM["parent"]} & set(told)
    assert len(told) == len(set(told))


async def test_a_menu_that_is_there_is_not_set_again(world: World) -> None:
    phones, director = Phones(world), await world.person("directeur")
    await phones.carry()
    await world.desk.put(outbox.menu, director)

    assert await phones.carry() == []


async def test_another_language_gives_a_menu_of_ones_own_and_a_new_release_sets_it_again(world: World) -> None:
    phones = Phones(world)
    await phones.carry()
    await world.act("parent", speaking.speak_language, "en")
    assert await phones.carry() == [TELEGRAM["parent"]]

    world.desk.menus = "of another release"
    assert await speaking.renew_menus(world.desk) > 1
    assert await speaking.renew_menus(world.desk) == 0
    assert await phones.carry() == []  # its words are the same


async def test_erasing_removes_the_menu_and_leaves_no_trace_of_the_chat(world: World) -> None:
    phones, chat = Phones(world), TELEGRAM["directeur"]
    await phones.carry()
    await world.act("directeur", own_data.erase)

    assert chat in await phones.carry()
    assert (chat, []) in phones.told
    assert not await world.desk.put(erasing.deleting, chat)
    assert not await world.rows("outbox", chat_id=chat, kind="menu")
    assert not await world.rows("menus", chat_id=chat)


async def test_another_bot_sets_the_menus_of_those_who_come(world: World) -> None:
    await serve_as(world.desk, 1)
    phones = Phones(world)
    await phones.carry()
    await serve_as(world.desk, 2)
    for key in ("directeur", "eleve"):
        await rights.renew(world.desk, world.caller(key))

    assert await phones.carry() == [TELEGRAM["directeur"]]
