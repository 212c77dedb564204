"""Offers of words: they are gathered in their chat and topic, or wait side by side; none goes unsaid."""

from __future__ import annotations

from dataclasses import replace

from bot.terms import Notice, Saying
from bot.workflows import intake
from bot.workflows.desk import Caller
from bot.workflows.requests import filing
from tests.workflows.robot import closing, pile
from tests.workflows.steps import filed
from tests.workflows.test_free_words import offered, texts
from tests.world import World


async def in_topic(world: World, topic: int, text: str) -> Notice:
    """A pupil writes words in that topic; returns the offer."""
    said = await intake.say(world.desk, world.cause(), there(world, topic), world.saying("eleve", text), None)
    assert said is not None
    assert said.kind == "offer"
    return said


def there(world: World, topic: int) -> Caller:
    """The pupil in that topic; 0 for the chat itself."""
    return replace(world.caller("eleve"), topic=topic)


async def take(world: World, offer: Notice, way: str, topic: int = 0) -> None:
    """Presses the button of that way under the offer."""
    keys = [key for row in offer.buttons for key in row if key.action == "reply_to" and key.target.endswith(way)]
    await intake.press(world.desk, world.cause(), there(world, topic), "reply_to", keys[0].target)


async def test_a_reply_to_something_else_joins_the_words_that_wait(world: World) -> None:
    number, _ = await filed(world)
    await intake.interrupt(world.desk, world.caller("eleve"))
    first = await world.said("eleve", await world.say("eleve", "mot PERDU ?"))

    said = await world.say("eleve", "mot suivant", reply_to=4040)

    assert said is not None
    assert said.facts["text"] == "mot PERDU ?\nmot suivant"
    await world.said("eleve", said)
    (edit,) = await world.rows("outbox", kind="refresh", message_id=first)
    assert edit["payload"]["about"] == "moved_on:0"
    await take(world, said, f"answer:{number}")
    assert await texts(world, number) == ["mot PERDU ?\nmot suivant"]


async def test_replies_to_one_s_own_messages_while_a_request_is_prepared_are_all_kept(world: World) -> None:
    await world.asked("eleve", filing.start, "application", Saying())
    await world.said("eleve", await world.say("eleve", "Première phrase"))

    await world.say("eleve", "Deuxième phrase", reply_to=4040)
    said = await world.say("eleve", "Troisième", reply_to=4041)

    assert said is not None
    assert said.facts["text"] == "Deuxième phrase\nTroisième"


async def test_words_after_a_command_join_those_before_it(world: World) -> None:
    await world.say("eleve", "Le blog est vide")
    await intake.interrupt(world.desk, world.caller("eleve"))

    said = await world.say("eleve", "depuis hier")

    assert said is not None
    assert said.facts["text"] == "Le blog est vide\ndepuis hier"


async def test_words_of_long_before_wait_under_their_own_buttons(world: World) -> None:
    number, _ = await filed(world)
    old = await world.say("eleve", "Le code")
    await world.said("eleve", old)
    world.wait(minutes=16)
    new = await world.say("eleve", "Le blog")
    await world.said("eleve", new)

    assert old is not None
    assert new is not None
    assert new.facts["text"] == "Le blog"
    assert await closing(world, "eleve") == []
    await take(world, old, f"answer:{number}")
    await take(world, new, f"answer:{number}")
    assert await texts(world, number) == ["Le code", "Le blog"]


async def test_words_that_look_like_a_command_leave_the_words_before_them_open(world: World) -> None:
    number, _ = await filed(world)
    await world.carry()
    words = await world.say("directeur", "Votre code est prêt")
    command = await world.say("directeur", "code inès")
    after = await world.say("directeur", "Merci à vous")

    assert words is not None
    assert after is not None
    assert offered(command)[0] == "/code inès"
    assert after.facts["text"] == "Merci à vous"
    assert len(await pile(world, "directeur")) == 3
    await world.press("directeur", "reply_to", f"answer:{number}", serial=words.question)
    assert await texts(world, number) == ["Votre code est prêt"]


async def test_each_topic_has_an_offer_of_its_own_and_the_words_of_none_flow_into_another(world: World) -> None:
    number, _ = await filed(world)
    said = {7: "Pour Léo", 8: "Pour Emma", 0: "?"}
    offers = {topic: await in_topic(world, topic, text) for topic, text in said.items()}

    assert [offer.facts["text"] for offer in offers.values()] == ["Pour Léo", "Pour Emma", "?"]
    more = await in_topic(world, 7, "depuis hier")
    assert more.facts["text"] == "Pour Léo\ndepuis hier"
    for topic in (8, 7, 0):
        await take(world, offers[topic], f"answer:{number}", topic)
    assert await texts(world, number) == ["Pour Emma", "Pour Léo\ndepuis hier", "?"]


async def test_of_many_offers_the_oldest_says_that_nothing_was_sent(world: World) -> None:
    numbers = []
    for count in range(6):
        numbers.append(await world.said("eleve", await world.say("eleve", f"Phrase {count}")))
        world.wait(minutes=16)

    assert [number for number, _ in await closing(world, "eleve")] == numbers[:1]
    assert len(await pile(world, "eleve")) == 5
