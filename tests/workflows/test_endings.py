"""What conversations say once they are over: in the message that asked, and to whoever taps its buttons again."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Button, Notice, Refusal, Saying
from bot.workflows import intake, nouns
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.people import own_data
from bot.workflows.requests import alarm, filing
from tests.workflows.attaching import ask
from tests.workflows.robot import NAMES, STEPS, begun, refusal, steps_kept
from tests.workflows.steps import actions, guided, pressed
from tests.world import World


async def shown(world: World, key: str, message_id: int) -> list[str]:
    """What an edit makes of that message of the persona's chat, each time."""
    rows = await world.rows("outbox", kind="refresh", chat_id=world.telegram[key], message_id=message_id)
    person = await world.person(key)
    about = [row["payload"]["about"] for row in rows]
    drawn = [await world.desk.look(nouns.draw, world.desk.policy, person, one) for one in about]
    return [words(notice) for notice in drawn]


def words(said: Notice) -> str:
    """What it says in French, with plain spaces."""
    return texts.word(said, "fr").text.replace("\u00a0", " ").replace("\u202f", " ")


async def summed_up(world: World, key: str = "eleve") -> tuple[Notice, int]:
    """That persona's request, ready to be sent: its summary, and the message that shows it."""
    await guided(world, key)
    summary = await world.say(key, "Je n'y arrive pas")
    assert summary is not None
    return summary, await world.said(key, summary)


@pytest.mark.parametrize("name", NAMES)
async def test_the_last_button_tapped_again_says_that_it_is_done(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    robot = await begun(world, name)
    last: Button | None = None
    if name == "whom:unblock":
        await world.desk.directory.block("lea.martin", True)
    for _ in range(STEPS):
        if name not in await steps_kept(world, robot.key):
            break
        last = robot.buttons[0] if robot.buttons else None
        said = await robot.answer(by_words=False)
        robot.asked = said if said is not None and said.question else robot.asked

    assert name not in await steps_kept(world, robot.key)
    if last is not None:
        met = await refusal(robot.press(last))
        assert met is not None
        assert met.reason in ("already-sent", "already-done")


@pytest.mark.parametrize("name", NAMES)
async def test_cancelling_twice_says_that_it_is_cancelled(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    robot = await begun(world, name)
    assert robot.asked is not None
    target = pressed(robot.asked, "cancel")
    await world.act(robot.key, CONVERSATIONS.cancel, target)

    assert (await world.refused(robot.key, CONVERSATIONS.cancel, target)).reason == "already-cancelled"
    for button in robot.buttons:
        met = await refusal(robot.press(button))
        assert met is not None
        assert met.reason == "already-cancelled"


@pytest.mark.parametrize("name", NAMES)
async def test_the_question_of_a_conversation_cancelled_by_words_says_so(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    robot = await begun(world, name)

    await world.cancel(robot.key)

    assert len(await shown(world, robot.key, robot.message)) == 1


async def test_the_summary_says_that_the_request_is_sent_and_a_second_tap_its_number(world: World) -> None:
    summary, message = await summed_up(world)

    await world.press("eleve", "send")

    assert await shown(world, "eleve", message) == ["✅ C’est envoyé : demande n°1."]
    serial, _, value = pressed(summary, "send").partition(":")
    with pytest.raises(Refusal) as met:
        await world.press("eleve", "send", value, serial)
    assert (met.value.reason, met.value.facts["number"]) == ("already-sent", 1)
    assert len(await world.rows("requests")) == 1


async def test_a_summary_made_anew_takes_the_place_of_the_one_before(world: World) -> None:
    _, first = await summed_up(world)
    again = await world.say("eleve", "depuis hier")
    second = await world.said("eleve", again)

    assert await shown(world, "eleve", first) == ["⤵️ La suite est plus bas."]
    await world.press("eleve", "send")
    assert await shown(world, "eleve", second) == ["✅ C’est envoyé : demande n°1."]
    assert len(await shown(world, "eleve", first)) == 1


async def test_a_summary_left_by_the_word_back_does_not_stay(world: World) -> None:
    _, first = await summed_up(world)

    await world.said("eleve", await world.say("eleve", "retour"))

    assert await shown(world, "eleve", first) == ["⤵️ La suite est plus bas."]


async def test_a_button_pressed_in_its_place_is_not_changed_twice(world: World) -> None:
    await world.file("eleve")
    offer = await world.say("eleve", "Le code")
    assert offer is not None
    message = await world.said("eleve", offer)
    where = world.caller("eleve")

    await intake.new(world.desk, world.cause(), where, f"{offer.question}:")

    assert await shown(world, "eleve", message) == []
    met = await refusal(intake.new(world.desk, world.cause(), where, f"{offer.question}:"))
    assert met is not None
    assert met.reason == "already-done"


async def test_cancelling_says_what_is_still_open(world: World) -> None:
    await summed_up(world)
    await intake.interrupt(world.desk, world.caller("eleve"))
    await world.said("eleve", await world.say("eleve", "Et mon code"))

    one, none = [words(await world.cancel("eleve")) for _ in range(2)]

    said = "C’est annulé : rien n’a été envoyé ni changé."
    assert one == f"{said} Plus haut, une autre de mes questions attend encore une réponse."
    assert none == "C’est annulé : rien n’a été envoyé ni changé."


async def test_the_numbers_that_a_frightened_child_can_call_stay(world: World) -> None:
    said = await world.act("eleve", alarm.lead, Saying("il me frappe"))
    message = await world.said("eleve", said)

    await world.said("eleve", await world.say("eleve", "tous les jours"))
    await world.press("eleve", "tell_school")

    assert await shown(world, "eleve", message) == []
    bared = await world.rows("outbox", kind="bare", message_id=message)
    assert len(bared) == 1


async def test_what_became_of_a_conversation_is_known_to_any_process(world: World) -> None:
    summary, _ = await summed_up(world)
    await world.press("eleve", "send")
    other = World(world.desk.records)
    other.now = world.now
    serial = pressed(summary, "send").partition(":")[0]

    with pytest.raises(Refusal, match="already-sent"):
        await intake.press(other.desk, "other:1", other.caller("eleve"), "send", f"{serial}:")


async def test_an_erased_person_leaves_no_endings(world: World) -> None:
    await world.act("eleve", filing.start, "", Saying())
    await world.cancel("eleve")
    assert await world.rows("endings")

    await world.act("eleve", own_data.erase)
    assert await world.rows("endings") == []


async def test_a_question_that_may_be_skipped_has_no_buttons_once_words_answered_it(world: World) -> None:
    question = await ask(world, "directeur", "TRS Bruno Keller")
    assert question is not None
    message = await world.said("directeur", question)
    assert "skip" in actions(question)

    following = await world.say("directeur", "École Jean-Jaurès")
    again = await world.said("directeur", following)

    assert len(await world.rows("outbox", kind="bare", message_id=message)) == 1
    await world.press("directeur", "skip")
    assert await world.rows("outbox", kind="bare", message_id=again) == []  # the next question takes its place
