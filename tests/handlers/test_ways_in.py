"""Whatever a stranger wrote before, a way in that is good, or was, is answered; all else stays cheap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.handlers.buttons import encode
from bot.terms import Button, Way
from bot.workflows.people import issuing, signing_in
from bot.workflows.rules.pace import Pace
from tests.handlers.conftest import Json, Typed
from tests.handlers.test_signing_in import BUTTON, keys
from tests.handlers.test_strangers import stranger
from tests.workflows.test_signing_in import Ent
from tests.world import World

CHAT = 800_001


@pytest.fixture
def silent(typed: Typed) -> Typed:
    """The bot with its limits on, and with a sign-in."""
    typed.house.desk.policy = replace(typed.house.desk.policy, limits=True)
    typed.house.desk.pace = Pace(10_000, 1.0)
    typed.house.desk.sign_in = Ent("inconnu")
    return typed


async def fall_silent(typed: Typed, world: World) -> int:
    """A stranger writes until nothing is answered any more; returns how many messages were sent until then."""
    for _ in range(6):
        await typed.receive(message=stranger(1, "Bonjour"))
        world.wait(seconds=5)
    assert len(typed.said()) == typed.house.desk.policy.quotas.stranger
    return len(typed.said())


async def say(typed: Typed, world: World, text: str) -> list[str]:
    """What that stranger reads when they write this."""
    before = len(typed.said())
    await typed.receive(message=stranger(1, text))
    world.wait(seconds=5)
    return typed.said()[before:]


async def press(typed: Typed, action: str, mark: str) -> None:
    """That stranger presses a button below a message of theirs."""
    who: Json = {"id": CHAT, "is_bot": False, "first_name": "X", "language_code": "fr"}
    message = {"message_id": 50, "date": 1, "chat": {"id": CHAT, "type": "private"}}
    data = encode(Button(action, mark))
    query = {"id": "2", "from": who, "chat_instance": "1", "data": data, "message": message}
    await typed.receive(callback_query=query)


async def came_back(typed: Typed) -> str:
    """The way back of a browser that signed in with the last button of that stranger's."""
    return await signing_in.come_back(typed.house.desk, keys(typed)[0]["url"].rpartition("/")[2], "code")


@pytest.mark.parametrize("text", ["/start lier", "/start"])
async def test_the_way_back_of_a_sign_in_page_is_answered_with_a_new_button(
    silent: Typed, sqlite_world: World, text: str
) -> None:
    await fall_silent(silent, sqlite_world)
    sqlite_world.wait(minutes=11)
    [said] = await say(silent, sqlite_world, text)
    assert BUTTON in said
    assert keys(silent)[0]["text"] == BUTTON
    assert await say(silent, sqlite_world, "Bonjour") == []


async def test_a_sign_in_that_came_back_is_answered_while_it_is_good_and_after(
    silent: Typed, sqlite_world: World
) -> None:
    await fall_silent(silent, sqlite_world)
    way = await came_back(silent)
    [charter] = await say(silent, sqlite_world, f"/start {way}")
    assert "Bonjour <b>Paul Lefèvre</b>" in charter
    sqlite_world.wait(minutes=11)
    [over] = await say(silent, sqlite_world, f"/start {way}")
    assert "Cette connexion ne sert plus" in over
    assert keys(silent)[0]["text"] == BUTTON


async def test_the_charter_of_a_sign_in_is_answered_when_it_has_expired(silent: Typed, sqlite_world: World) -> None:
    await fall_silent(silent, sqlite_world)
    await say(silent, sqlite_world, f"/start {await came_back(silent)}")
    mark = next(str(key["callback_data"]) for key in keys(silent))
    sqlite_world.wait(minutes=11)
    for action in ("accept", "not_me"):
        await press(silent, action, mark.split("|")[1] if "|" in mark else mark)
        assert "Cette connexion ne sert plus" in silent.api.asked("answerCallbackQuery")[-1]["text"]


@pytest.mark.parametrize("good", [True, False])
async def test_a_link_is_answered_whether_it_is_good_or_not_any_more(
    silent: Typed, sqlite_world: World, good: bool
) -> None:
    made = await sqlite_world.desk.put(issuing.issue, silent.house.desk.policy, ["inconnu"], Way.SHEET)
    await fall_silent(silent, sqlite_world)
    if not good:
        sqlite_world.wait(days=91)
        await fall_silent_again(silent, sqlite_world)
    [said] = await say(silent, sqlite_world, f"/start {made['inconnu']}")
    assert ("Bonjour <b>Paul Lefèvre</b>" if good else "Ce lien est trop ancien") in said


async def test_a_link_that_is_known_takes_no_answer_from_others(silent: Typed, sqlite_world: World) -> None:
    made = await sqlite_world.desk.put(issuing.issue, silent.house.desk.policy, ["inconnu"], Way.SHEET)
    sqlite_world.wait(days=91)
    for _ in range(5):
        assert len(await say(silent, sqlite_world, f"/start {made['inconnu']}")) == 1
    assert len(await say(silent, sqlite_world, "Bonjour")) == 1


@pytest.mark.parametrize("signs", [True, False])
async def test_a_link_that_nobody_knows_is_answered_so_often_and_no_more(
    silent: Typed, sqlite_world: World, signs: bool
) -> None:
    if not signs:
        silent.house.desk.sign_in = None
    before = await fall_silent(silent, sqlite_world)
    for _ in range(20):
        await say(silent, sqlite_world, f"/start {'x' * 32}")
    assert len(silent.said()) == before + 12
    assert "Je ne connais pas (ou plus) ce lien" in silent.said()[-1]


async def test_who_asks_for_the_button_again_and_again_is_answered_so_often_and_no_more(
    silent: Typed, sqlite_world: World
) -> None:
    for _ in range(40):
        await say(silent, sqlite_world, "/start lier")
    assert len(silent.said()) == 12
    for number in range(2, 600):
        await silent.receive(message=stranger(number, "/start lier"))
        sqlite_world.wait(seconds=2)
    assert len(silent.said()) <= 4 * silent.house.desk.policy.quotas.strangers


async def test_a_charter_that_another_phone_accepted_loses_its_buttons_when_it_is_pressed(
    silent: Typed, sqlite_world: World
) -> None:
    made = await sqlite_world.desk.put(issuing.issue, silent.house.desk.policy, ["inconnu"], Way.SHEET)
    await say(silent, sqlite_world, f"/start {made['inconnu']}")
    await sqlite_world.desk.put(issuing.issue, silent.house.desk.policy, ["inconnu"], Way.GIVEN)

    await press(silent, "accept", issuing.digest_of(made["inconnu"])[:24])

    assert "Ce lien ne sert plus" in silent.api.asked("answerCallbackQuery")[-1]["text"]
    assert [one["message_id"] for one in silent.api.asked("editMessageReplyMarkup")] == [50]


async def fall_silent_again(typed: Typed, world: World) -> None:
    """The same stranger writes too much again, an hour or more later."""
    for _ in range(6):
        await say(typed, world, "Bonjour")
