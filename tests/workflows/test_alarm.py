"""A frightened child is led to an adult at once, and what they wrote is kept."""

from __future__ import annotations

import pytest

from bot.storage import people
from bot.storage.work import Work
from bot.terms import Level, Notice, Refusal, Saying
from bot.workflows.requests import alarm, filing
from tests.workflows.steps import actions
from tests.world import PHOTO, World

FEAR = "On me frappe à la récré"


async def led(world: World, text: str = FEAR, key: str = "eleve") -> Notice:
    """What a pupil who writes that is led to."""
    return await world.asked(key, alarm.lead, world.saying(key, text))


async def test_a_frightened_child_reads_whom_to_call_and_is_asked_for_no_category(world: World) -> None:
    said = await led(world)

    assert said.kind == "afraid"
    assert actions(said) == ["tell_school", "cancel"]
    assert await world.rows("requests") == []


async def test_one_press_tells_the_school_in_the_words_of_the_child(world: World) -> None:
    await led(world)
    await world.say("eleve", "C’est tous les jours")
    mark = await world.mark()

    assert await world.press("eleve", "tell_school") is None

    [row] = await world.rows("requests")
    assert (row["category"], row["level"], row["desk"]) == ("danger", Level.SCHOOL, "jean-moulin")
    assert [message.text for message in await world.exchange(row["number"])] == [FEAR, "C’est tous les jours"]
    assert "card:filed" in await world.told("directeur", mark)
    assert await world.told("eleve", mark) == ["filed"]
    assert not await world.rows("drafts")


async def test_oui_tells_the_school_too(sqlite_world: World) -> None:
    await led(sqlite_world)

    await sqlite_world.say("eleve", "Oui")

    assert len(await sqlite_world.rows("requests")) == 1


async def test_what_was_written_in_a_request_not_sent_yet_goes_with_it(sqlite_world: World) -> None:
    world = sqlite_world
    await world.asked("eleve", filing.start, "contenu", Saying("", (PHOTO,)))
    await led(world, "J’ai peur de lui")

    await world.press("eleve", "tell_school")

    [row] = await world.rows("requests")
    [message] = await world.exchange(row["number"])
    assert (message.text, [file.unique_id for file in message.files]) == ("J’ai peur de lui", [PHOTO.unique_id])


async def test_an_edit_changes_what_the_school_will_read(sqlite_world: World) -> None:
    world = sqlite_world
    saying = world.saying("eleve", FEAR)
    await world.asked("eleve", alarm.lead, saying)
    assert saying.origin is not None

    await world.say("eleve", "et on m’insulte")
    [row] = await world.rows("drafts")
    last = row["data"]["draft"]["said"][-1][0]
    await world.edit("eleve", type(saying.origin)(saying.origin.chat_id, last), "et on me menace")
    await world.press("eleve", "tell_school")

    [request] = await world.rows("requests")
    assert [message.text for message in await world.exchange(request["number"])] == [FEAR, "et on me menace"]


@pytest.mark.parametrize(
    ("key", "text"), [("parent", FEAR), ("enseignant", FEAR), ("eleve", "J’ai perdu mon mot de passe"), ("eleve", "")]
)
async def test_nobody_else_and_nothing_else_is_led_there(sqlite_world: World, key: str, text: str) -> None:
    assert await sqlite_world.act(key, alarm.lead, sqlite_world.saying(key, text)) is None
    assert not await sqlite_world.rows("drafts")


async def test_a_pupil_without_a_school_still_reads_whom_to_call(sqlite_world: World) -> None:
    world = sqlite_world
    pupil = await world.person("eleve")

    def move(work: Work) -> None:
        people.change(work, pupil, places=())

    await world.desk.put(move)
    said = await led(world)

    assert (said.kind, said.facts["school"], actions(said)) == ("afraid", False, ["cancel"])
    again = await world.say("eleve", "oui")
    assert again is not None
    assert again.kind == "afraid"


async def test_too_many_words_are_refused_and_not_dropped(sqlite_world: World) -> None:
    world = sqlite_world
    await led(world)

    with pytest.raises(Refusal, match="text-too-long"):
        await world.say("eleve", "mot " * 1024)


async def test_a_request_left_long_ago_is_not_added(sqlite_world: World) -> None:
    world = sqlite_world
    await world.asked("eleve", filing.start, "contenu", Saying("", (PHOTO,)))
    world.wait(minutes=16)
    await led(world)

    [row] = await world.rows("drafts")
    assert ([text for _, text in row["data"]["draft"]["said"]], row["data"]["draft"]["files"]) == ([FEAR], [])
