"""A frightened child is led to an adult at once, and what they wrote is kept."""

from __future__ import annotations

import pytest

from bot import texts
from bot.storage import people
from bot.storage.work import Work
from bot.terms import Level, Notice, Origin, Refusal, Saying
from bot.workflows import intake
from bot.workflows.desk import Turn
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.requests import alarm, filing, queues, serving, verbs
from bot.workflows.requests.draft import Filing
from tests.workflows.steps import actions
from tests.world import PHOTO, World

FEAR = "On me frappe à la récré"


async def led(world: World, text: str = FEAR, key: str = "eleve") -> Notice:
    """What a pupil who writes that is led to."""
    return await world.asked(key, alarm.lead, world.saying(key, text))


async def test_a_frightened_child_reads_whom_to_call_and_is_asked_for_no_category(world: World) -> None:
    said = await led(world)

    assert said.kind == "afraid"
    assert actions(said) == ["tell_school", "tell_outside", "new", "cancel"]
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
    ("key", "text"), [("directeur", FEAR), ("erun", FEAR), ("eleve", "J’ai perdu mon mot de passe"), ("eleve", "")]
)
async def test_no_agent_and_nothing_else_is_led_there(sqlite_world: World, key: str, text: str) -> None:
    assert await sqlite_world.act(key, alarm.lead, sqlite_world.saying(key, text)) is None
    assert not await sqlite_world.rows("drafts")


async def test_a_pupil_without_a_school_still_reads_whom_to_call(sqlite_world: World) -> None:
    world = sqlite_world
    pupil = await world.person("eleve")

    def move(work: Work) -> None:
        people.change(work, pupil, places=())

    await world.desk.put(move)
    said = await led(world)

    assert (said.kind, said.facts["school"], actions(said)) == ("afraid", False, ["new", "cancel"])
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


async def test_further_words_without_fear_do_not_repeat_whom_to_call(sqlite_world: World) -> None:
    await led(sqlite_world)

    more = await sqlite_world.say("eleve", "c’est dans la cour")
    again = await sqlite_world.say("eleve", "et il me menace")

    assert more is not None
    assert (more.kind, actions(more)) == ("afraid_more", ["tell_school", "tell_outside", "new", "cancel"])
    assert again is not None
    assert again.kind == "afraid"


def _accepted(turn: Turn) -> Filing:
    it = CONVERSATIONS.under_way(turn)
    assert it is not None
    assert it.conversation is alarm.AFRAID
    return alarm.accepted(turn, it)


async def test_what_was_taken_for_fear_goes_on_as_an_ordinary_request(sqlite_world: World) -> None:
    world = sqlite_world
    said = await led(world, "J’ai peur du bouton")
    new = next(key for row in said.buttons for key in row if key.action == "new")

    draft = await world.act("eleve", _accepted)

    assert new.target.partition(":")[0] == said.question
    assert [text for _, text in draft.said] == ["J’ai peur du bouton"]
    assert not await world.rows("drafts")


async def test_words_that_show_fear_only_together_are_heard(sqlite_world: World) -> None:
    world = sqlite_world
    await world.say("eleve", "on")
    await world.say("eleve", "me")

    said = await led(world, "frape")

    assert said.kind == "afraid"


async def test_fear_in_an_ordinary_request_does_not_make_every_further_word_fear(sqlite_world: World) -> None:
    world = sqlite_world
    await world.asked("eleve", filing.accept, Filing(said=[(0, "J’ai peur du bouton")]))

    assert await world.act("eleve", alarm.lead, world.saying("eleve", "il est bleu")) is None


async def called(world: World) -> int:
    """The number of a call for help that was filed."""
    await led(world)
    await world.press("eleve", "tell_school")
    [row] = await world.rows("requests")
    return int(row["number"])


async def test_a_call_for_help_is_due_at_once(sqlite_world: World) -> None:
    request = await sqlite_world.request(await called(sqlite_world))

    assert request.due_at == request.created_at


async def test_a_call_for_help_never_goes_above_the_dsden(sqlite_world: World) -> None:
    world = sqlite_world
    number = await called(world)
    for key in ("directeur", "erun"):
        await world.act(key, verbs.escalate, number, world.saying(key, "À voir vite"))

    with pytest.raises(Refusal):
        await world.act("danei", verbs.escalate, number, world.saying("danei", "À voir"))
    assert (await world.request(number)).level is Level.DSDEN


async def test_a_call_for_help_that_nobody_reads_is_stranded_and_not_sent_to_the_vendor(sqlite_world: World) -> None:
    world = sqlite_world
    number = await called(world)
    agents = [row["telegram_id"] for row in await world.rows("people") if row["telegram_id"]]

    def lose(work: Work) -> None:
        for telegram_id in agents:
            for person in people.of_telegram(work, telegram_id):
                if any(role.level <= Level.DSDEN for role in person.roles):
                    people.lose(work, person)

    await world.desk.put(lose)
    mark = await world.mark()
    await serving.settle(world.desk)

    request = await world.request(number)
    assert (request.level, request.stranded_at is None) == (Level.SCHOOL, False)
    assert await world.told("eleve", mark) == ["stranded"]


async def test_a_call_for_help_is_not_resolved_without_words(sqlite_world: World) -> None:
    world = sqlite_world
    number = await called(world)

    with pytest.raises(Refusal, match="word-for-child"):
        await world.act("directeur", verbs.resolve, number)
    await world.act("directeur", verbs.resolve, number, world.saying("directeur", "J’ai parlé à ta maîtresse"))

    assert (await world.request(number)).resolved_at is not None


async def test_fear_written_to_a_request_brings_the_numbers(sqlite_world: World) -> None:
    world = sqlite_world
    number = await world.file("eleve")
    mark = await world.mark()

    await world.act("eleve", verbs.speak, number, world.saying("eleve", "On me tape"))
    assert await world.told("eleve", mark) == ["help_lines"]

    mark = await world.mark()
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Merci, ça marche mieux"))
    assert await world.told("eleve", mark) == []


async def test_an_edit_that_adds_fear_brings_the_numbers(sqlite_world: World) -> None:
    world = sqlite_world
    number = await world.file("eleve")
    saying = world.saying("eleve", "Je ne peux pas entrer")
    await world.act("eleve", verbs.speak, number, saying)
    assert saying.origin is not None
    mark = await world.mark()

    origin = Origin(saying.origin.chat_id, saying.origin.message_id)
    await world.edit("eleve", origin, "On me frappe")
    await world.edit("eleve", origin, "On me frappe encore")

    assert (await world.told("eleve", mark)).count("help_lines") == 1


async def test_a_false_alarm_goes_on_as_an_ordinary_request_with_its_words(sqlite_world: World) -> None:
    world = sqlite_world
    led = await world.say("eleve", FEAR)
    assert led is not None
    (target,) = [key.target for row in led.buttons for key in row if key.action == "new"]

    asked = await world.new("eleve", target)
    await world.press("eleve", "category", "connexion")
    await world.press("eleve", "send")

    assert asked is not None
    assert asked.kind == "ask_category"
    [request] = await world.rows("requests")
    assert [message.text for message in await world.exchange(request["number"])] == [FEAR]


async def test_fear_written_after_something_else_is_led_to_help_again(sqlite_world: World) -> None:
    world = sqlite_world
    await world.say("eleve", FEAR)
    await intake.interrupt(world.desk, world.caller("eleve"))

    led = await world.say("eleve", "je veux mourir")

    assert led is not None
    assert led.kind == "afraid"


@pytest.mark.parametrize("minutes", [0, 50])
async def test_a_call_for_help_is_due_now_and_never_late(sqlite_world: World, minutes: int) -> None:
    world = sqlite_world
    number = await called(world)
    world.wait(minutes=minutes, seconds=2)

    card = texts.word(await world.card("directeur", number), "fr").text
    queue = texts.word(await world.desk.see(world.caller("directeur"), queues.queue, "", ""), "fr").text

    for shown in (card, queue):
        assert "⏰ à traiter tout de suite" in shown
        assert "dépassé" not in shown
        assert "en retard" not in shown
