"""Nobody silences a call for help by what becomes of its author's account in the ENT."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import texts
from bot.terms import Notice, Refusal, Status
from bot.workflows import intake
from bot.workflows.conversations import course
from bot.workflows.desk import Caller
from bot.workflows.people import own_data, rights
from bot.workflows.requests import prompts, queues, verbs
from tests.workflows.families import CHILD, Families, early
from tests.workflows.families import write as early_words
from tests.workflows.outside import ABOUT_THE_HEAD, AT_PLAY, told_outside, words
from tests.workflows.steps import actions
from tests.workflows.unseen import carried, deleted, set_account
from tests.world import World


def at_door(world: World, key: str) -> Caller:
    """That person, who writes words or presses a button that are let in to ask why an account is blocked."""
    return replace(world.caller(key), asks=True)


async def bar(world: World, key: str, how: str = "blocked") -> None:
    """Blocks or pre-deletes that account in the ENT, which the desk then learns."""
    await (set_account(world, key, blocked=True) if how == "blocked" else deleted(world, key))
    world.wait(minutes=3)
    await rights.renew(world.desk, world.caller(key))
    assert (await world.person(key)).barred == how


async def write(world: World, key: str, text: str) -> Notice | None:
    """The words of somebody who is barred, as they come through the door."""
    return await intake.say(world.desk, world.cause(), at_door(world, key), world.saying(key, text), None)


async def press(world: World, key: str, action: str) -> Notice | None:
    """A press of a button of the conversation under way."""
    [row] = await world.rows("drafts", chat_id=world.telegram[key])
    return await intake.press(world.desk, world.cause(), at_door(world, key), action, f"{row['data']['serial']}:")


@pytest.mark.parametrize(("text", "button"), [(ABOUT_THE_HEAD, "tell_outside"), (AT_PLAY, "tell_school")])
async def test_a_blocked_pupil_adds_to_the_call_they_made_before(world: World, text: str, button: str) -> None:
    await world.say("eleve", text)
    await world.press("eleve", button)
    number = int((await world.rows("requests"))[-1]["number"])
    await bar(world, "eleve")

    await write(world, "eleve", f"{text} encore")
    await press(world, "eleve", button)

    assert [one.text for one in await world.exchange(number)] == [text, f"{text} encore"]
    assert len(await world.rows("requests")) == 1
    listed = await world.desk.see(at_door(world, "eleve"), queues.mine)
    assert [line["number"] for line in listed.facts["lines"]] == [number]


async def test_the_answer_reaches_the_blocked_pupil(world: World) -> None:
    number = await told_outside(world)
    await bar(world, "eleve")
    await carried(world)
    await world.act("erun", verbs.speak, number, world.saying("erun", "Je t'appelle demain"))

    assert (world.telegram["eleve"], "notice") in await carried(world)
    await world.desk.act(
        world.cause(), at_door(world, "eleve"), verbs.speak, number, world.saying("eleve", "D'accord")
    )
    assert (await world.exchange(number))[-1].text == "D'accord"


async def test_a_predeleted_pupil_goes_on_with_their_call_and_with_nothing_else(world: World) -> None:
    number = await told_outside(world)
    await bar(world, "eleve", "deleted")

    said = await write(world, "eleve", "Il a recommencé hier")

    assert said is not None
    assert said.kind == "done_called"
    assert (await world.exchange(number))[-1].text == "Il a recommencé hier"
    with pytest.raises(Refusal, match="barred-deleted"):
        await world.desk.act(world.cause(), at_door(world, "eleve"), intake.begin, "")


async def test_an_adult_who_is_blocked_goes_on_with_the_call_against_the_head(world: World) -> None:
    number = await told_outside(world, "Le directeur frappe un élève", "enseignant")
    await bar(world, "enseignant")
    mark = await world.mark()

    said = await write(world, "enseignant", "Cela continue depuis lundi")

    assert "119" in words(said, "fr")
    assert "vous" not in words(said, "fr-tu")
    assert (await world.exchange(number))[-1].text == "Cela continue depuis lundi"
    assert set(await world.everybody_told(mark)) == {"erun"}
    await carried(world)
    await world.act("erun", verbs.speak, number, world.saying("erun", "Je vous appelle"))
    assert (world.telegram["enseignant"], "notice") in await carried(world)


async def test_an_adult_who_is_blocked_and_called_for_nobody_is_refused(world: World) -> None:
    await bar(world, "enseignant")
    with pytest.raises(Refusal, match="barred-blocked"):
        await write(world, "enseignant", "Pourquoi ?")


async def test_an_answer_to_an_erased_call_is_said_to_reach_nobody(world: World) -> None:
    number = await told_outside(world)
    await world.act("eleve", own_data.erase)

    card = await world.card("erun", number)
    assert not {"answer", "ask"} & set(actions(card))
    assert "Personne ne lira" in words(card, "fr")
    said = await world.act("erun", verbs.speak, number, world.saying("erun", "Bonjour"))
    assert "personne ne lira cette réponse" in words(said, "fr")


async def test_own_data_say_that_nobody_of_the_school_reads_what_was_told_outside(world: World) -> None:
    assert "hors de l’école" not in words(await world.act("eleve", own_data.my_data))
    await told_outside(world)
    assert "personne de l’école ne le lit" in words(await world.act("eleve", own_data.my_data))


async def waiting_caller(families: Families) -> int:
    """The number of the call that Léa, who waits for a yes, told outside the school."""
    await families.link(CHILD)
    await early_words(families.world, ABOUT_THE_HEAD)
    await early_words(families.world, "oui")  # it presses the first button
    return int((await families.world.rows("requests"))[-1]["number"])


async def test_the_no_of_a_waiting_pupil_reopens_their_resolved_call(families: Families) -> None:
    world = families.world
    number = await waiting_caller(families)
    await world.act("erun", verbs.resolve, number, world.saying("erun", "Est-ce que ça va mieux ?"))

    await early_words(world, "non")

    assert (await world.request(number)).status is Status.OPEN
    assert (await world.exchange(number))[-1].text == "non"

    await world.act("erun", verbs.resolve, number, world.saying("erun", "Et là ?"))
    await world.desk.act(world.cause(), early(world), verbs.reopen, number)
    assert (await world.request(number)).status is Status.OPEN


async def test_the_answer_of_a_waiting_pupil_brings_their_call_back(families: Families) -> None:
    world = families.world
    number = await waiting_caller(families)
    await world.act("erun", verbs.ask, number, world.saying("erun", "Où es-tu ?"))

    await early_words(world, "à la maison")

    assert (await world.request(number)).status is Status.OPEN


async def test_words_after_the_button_of_the_question_answer_it(families: Families) -> None:
    world = families.world
    number = await waiting_caller(families)
    await world.act("erun", verbs.ask, number, world.saying("erun", "Où es-tu ?"))
    asked = await world.desk.act(world.cause(), early(world), prompts.prompt, "answer", number)
    await course.carry_on(world.desk, world.cause(), early(world), asked)

    await early_words(world, "à la maison")

    assert (await world.request(number)).status is Status.OPEN
    assert not [
        row for row in await world.rows("drafts", chat_id=world.telegram[CHILD]) if row["step"] == "say:answer"
    ]


async def test_who_told_a_call_outside_is_not_sent_to_the_head(families: Families) -> None:
    world = families.world
    number = await waiting_caller(families)
    await world.act("erun", verbs.resolve, number, world.saying("erun", "Vu"))
    await world.desk.act(world.cause(), early(world), verbs.confirm, number)

    with pytest.raises(Refusal, match="consent-first") as met:
        await early_words(world, "Mon cahier ne s'ouvre pas")

    assert "direct" not in texts.refuse(met.value, "fr-tu").text
