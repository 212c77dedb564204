"""Whoever is sent what they did not ask for may still read it at that moment, whenever they last did something."""

from __future__ import annotations

from bot.courier import Courier
from bot.delivery import carrying
from bot.storage import deliveries
from bot.workflows.requests import verbs
from tests.delivery.test_courier import Telegram
from tests.workflows.unseen import counting, set_account
from tests.world import World


async def heard(world: World) -> dict[str, str]:
    """All that the courier says to each persona of what is queued."""
    telegram = Telegram()
    courier = Courier(world.desk, telegram)
    while queued := await world.desk.put(deliveries.heads, 100):
        for one in queued:
            outcome = await courier._outcome(one, await world.desk.look(courier._at_once, one))
            await world.desk.put(carrying.record, one, outcome)
    chats = world.telegram.items()
    return {key: "\n".join(text for whose, text in telegram.said if whose == chat) for key, chat in chats}


async def test_an_idle_agent_who_lost_the_function_is_sent_no_new_card(world: World) -> None:
    await world.appoint("adjoint")
    world.wait(minutes=3)

    await world.file("parent", text="Mot de passe de Baïkal")

    said = await heard(world)
    assert ("Baïkal" in said["adjoint"], "Baïkal" in said["directeur"]) == (False, True)


async def test_an_idle_director_who_is_blocked_is_sent_no_answer_to_what_they_hold(world: World) -> None:
    number = await world.file("parent")
    await world.act("directeur", verbs.take, number)
    await heard(world)
    await set_account(world, "directeur", blocked=True)
    world.wait(minutes=3)

    await world.act("parent", verbs.speak, number, world.saying("parent", "Voici Ladoga"))

    assert "Ladoga" not in (await heard(world))["directeur"]


async def test_an_idle_parent_who_is_blocked_is_sent_no_answer_to_an_older_request(world: World) -> None:
    number = await world.file("parent")
    await set_account(world, "parent", blocked=True)
    world.wait(minutes=3)

    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Réponse Balaton"))

    assert "Balaton" not in (await heard(world))["parent"]


async def test_a_clock_that_jumps_for_hours_hides_no_notice_from_an_agent(world: World) -> None:
    number = await world.file("parent")
    await world.act("directeur", verbs.take, number)
    for hours in (2, -2, 30, -30):
        world.wait(hours=hours)
        await world.act("parent", verbs.speak, number, world.saying("parent", f"Mot {hours} fin"))

        assert f"Mot {hours} fin" in (await heard(world))["directeur"]


async def test_the_ent_is_asked_once_about_a_reader_however_much_they_are_sent(world: World) -> None:
    numbers = [await world.file("parent") for _ in range(4)]
    ent = counting(world)
    world.wait(minutes=3)
    for number in numbers:
        await world.act("parent", verbs.speak, number, world.saying("parent", "Toujours rien"))

    assert "Toujours rien" in (await heard(world))["directeur"]

    assert ent.reads.count((await world.person("directeur")).account) == 1
