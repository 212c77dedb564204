"""Strangers and groups: whatever they do, they cost little, and nobody whom the bot serves waits for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.delivery import pacing
from bot.delivery.rules.budget import ALL
from bot.terms import DeliveryLane
from bot.workflows.people import issuing
from bot.workflows.rules.pace import Pace
from tests.handlers.conftest import Json, Typed, command, person
from tests.handlers.test_door import moved
from tests.world import TELEGRAM, World

MOVES = {"old_chat_member": {"status": "member"}, "new_chat_member": {"status": "left"}}


@pytest.fixture
def strict(typed: Typed) -> Typed:
    """The bot with its limits on; the flood limit of a single person is not what is tried."""
    typed.house.desk.policy = replace(typed.house.desk.policy, limits=True)
    typed.house.desk.pace = Pace(10_000, 1.0)
    return typed


def stranger(number: int, text: str, **more: object) -> Json:
    """The update of words of somebody without a linked account."""
    who = {"id": 800_000 + number, "is_bot": False, "first_name": "X"}
    return command("inconnu", text) | {"from": who, "chat": {"id": who["id"], "type": "private"}} | more


async def test_sixty_groups_leave_the_pace_to_those_who_are_served(strict: Typed, sqlite_world: World) -> None:
    for number in range(60):
        group = {"id": -100_500 - number, "type": "supergroup"}
        await strict.receive(my_chat_member=moved(group, "left", "member"))

    assert len(strict.said()) <= 6
    assert await sqlite_world.desk.look(pacing.room) >= 24
    await strict.receive(message=command("directeur", "/file"))
    assert "Rien à traiter" in strict.said()[-1]
    assert len(await sqlite_world.rows("outbox", kind="leave")) == 60


async def test_a_group_is_told_once_a_day_and_left_once(strict: Typed, sqlite_world: World) -> None:
    group = {"id": -100_500, "type": "supergroup"}
    for _ in range(5):
        await strict.receive(my_chat_member=moved(group, "left", "member"))
        await strict.receive(my_chat_member=moved(group, "member", "administrator"))
        sqlite_world.wait(minutes=10)

    assert len(strict.said()) == 1
    assert len(await sqlite_world.rows("outbox", kind="leave")) == 1
    sqlite_world.wait(days=1)
    await strict.receive(my_chat_member=moved(group, "left", "member"))
    assert len(strict.said()) == 2


async def test_few_groups_are_told_in_an_hour(strict: Typed, sqlite_world: World) -> None:
    for number in range(40):
        group = {"id": -100_500 - number, "type": "supergroup"}
        await strict.receive(my_chat_member=moved(group, "left", "member"))
        sqlite_world.wait(seconds=30)

    assert len(strict.said()) == strict.house.desk.policy.quotas.groups


async def test_what_is_said_in_groups_and_channels_touches_neither_records_nor_telegram(
    strict: Typed, sqlite_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = {"id": -100_500, "type": "supergroup"}
    said = command("directeur", "/file@palier_bot") | {"chat": group}
    updates: list[Json] = [
        {"message": said},
        {"edited_message": said | {"edit_date": 2}},
        {"channel_post": said | {"chat": group | {"type": "channel"}}},
        {"edited_channel_post": said | {"chat": group | {"type": "channel"}}},
        {"chat_join_request": {"chat": group, "from": person("directeur"), "date": 1, "user_chat_id": 7}},
        {"chat_member": {"chat": group, "from": person("directeur"), "date": 1} | MOVES},
        {"message": said | {"from": {"id": 1087968824, "is_bot": True, "first_name": "G"}, "sender_chat": group}},
        {"my_chat_member": moved(group, "member", "left")},
    ]
    transactions: list[str] = []
    for name in ("run", "read"):
        monkeypatch.setattr(type(sqlite_world.desk.records), name, lambda *_, name=name: transactions.append(name))
    for update in updates:
        await strict.receive(**update)

    assert strict.api.calls[1:] == []
    monkeypatch.undo()
    assert transactions == []


async def test_a_crowd_of_strangers_gets_a_small_share_of_each_second(strict: Typed, sqlite_world: World) -> None:
    for number in range(200):
        await strict.receive(message=stranger(number, "Bonjour"))

    assert len(strict.said()) <= 6
    assert ALL.limit - await sqlite_world.desk.look(pacing.room) <= 6
    await strict.receive(message=command("directeur", "/file"))
    assert "Rien à traiter" in strict.said()[-1]
    assert await sqlite_world.rows("outbox", kind="refusal") == []


async def test_strangers_get_so_many_answers_an_hour_and_each_of_them_a_few(
    strict: Typed, sqlite_world: World
) -> None:
    words = ("Bonjour", "/start", "/start x", "/aide", "/file", "/danser", "/compte Martin", "x" * 4096)
    for text in words * 3:
        await strict.receive(message=stranger(0, text))
        sqlite_world.wait(seconds=5)
    quotas = strict.house.desk.policy.quotas
    assert len(strict.said()) == quotas.stranger

    for number in range(1, 300):
        await strict.receive(message=stranger(number, "/start faux"))
        sqlite_world.wait(seconds=5)
    assert len(strict.said()) == quotas.strangers
    sqlite_world.wait(hours=1)
    await strict.receive(message=stranger(0, "Bonjour"))
    assert len(strict.said()) == quotas.strangers + 1


async def test_a_clock_that_was_ahead_silences_no_stranger_for_longer(strict: Typed, sqlite_world: World) -> None:
    sqlite_world.wait(days=30)
    for number in range(5):
        await strict.receive(message=stranger(number, "Bonjour"))
    sqlite_world.wait(days=-30, seconds=5)

    await strict.receive(message=stranger(0, "Bonjour"))
    assert len(strict.said()) >= 1


async def test_albums_of_strangers_fill_no_outbox(strict: Typed, sqlite_world: World) -> None:
    photo = {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1, "file_size": 9}]}
    for number in range(50):
        await strict.receive(message=stranger(7, "x", media_group_id=f"a{number}") | photo | {"text": None})

    queued = await sqlite_world.rows("outbox", kind="refusal")
    assert len(queued) <= strict.house.desk.policy.quotas.stranger


async def test_a_stranger_who_is_afraid_reads_whom_to_call_even_in_a_crowd(
    strict: Typed, sqlite_world: World
) -> None:
    for number in range(300):
        await strict.receive(message=stranger(number, "Bonjour"))
        sqlite_world.wait(seconds=5)
    before = len(strict.said())

    await strict.receive(message=stranger(900, "On me frappe, j'ai peur de mourir"))

    [lines] = strict.said()[before:]
    assert "119" in lines


async def test_a_newcomer_with_a_link_is_heard_in_a_crowd(strict: Typed, sqlite_world: World) -> None:
    _, token = await issuing.issue_token(sqlite_world.desk, "inconnu")
    for number in range(300):
        await strict.receive(message=stranger(number, "Bonjour"))
        sqlite_world.wait(seconds=5)

    await strict.receive(message=stranger(900, f"/start {token}"))

    assert "charte" in strict.said()[-1].lower()


@pytest.mark.parametrize(
    "words", ["https://t.me/palier_bot?start={}", "{}", "start {}", "Bonjour, voici mon lien : {} !"]
)
async def test_a_link_that_is_typed_or_pasted_is_as_good_as_one_that_is_touched(
    strict: Typed, sqlite_world: World, words: str
) -> None:
    _, token = await issuing.issue_token(sqlite_world.desk, "inconnu")
    await strict.receive(message=stranger(900, words.format(token)))
    assert "charte" in strict.said()[-1].lower()


async def test_of_a_link_that_is_not_good_a_stranger_is_told_as_of_any_words(strict: Typed) -> None:
    await strict.receive(message=stranger(900, "x" * 32))
    await strict.receive(message=stranger(901, "Bonjour"))
    assert strict.said()[-2] == strict.said()[-1]


async def test_a_link_for_somebody_else_is_not_touched_by_whoever_writes_of_it(
    strict: Typed, sqlite_world: World
) -> None:
    _, token = await issuing.issue_token(sqlite_world.desk, "inconnu")
    await strict.receive(message=command("parent", f"Ce lien ne marche pas : {token}"))
    await strict.carried(sqlite_world, "parent")
    assert "charte" not in strict.said()[-1].lower()


async def test_a_stranger_who_blocks_the_bot_again_and_again_wakes_nobody(strict: Typed, sqlite_world: World) -> None:
    stirred = sqlite_world.desk.stirred()
    stirred.clear()
    chat = {"id": 800_001, "type": "private"}
    for old, new in (("member", "kicked"), ("kicked", "member")) * 20:
        change = moved(chat, old, new) | {"from": {"id": 800_001, "is_bot": False, "first_name": "X"}}
        await strict.receive(my_chat_member=change)

    assert not stirred.is_set()
    assert not [one for one in await sqlite_world.rows("causes") if one["cause"].startswith("tg:")]


async def test_refusals_to_somebody_leave_half_of_each_second_to_the_others(strict: Typed) -> None:
    keys = [key for key in TELEGRAM if key != "inconnu"]
    for _ in range(3):
        for key in keys:
            await strict.receive(message=command(key, "/danser"))

    assert await strict.house.desk.look(pacing.room) >= 15


@pytest.mark.parametrize("burst", [3, 10_000])
async def test_a_stranger_who_is_afraid_after_a_burst_of_words_reads_whom_to_call(
    strict: Typed, sqlite_world: World, burst: int
) -> None:
    strict.house.desk.pace = Pace(burst, 0.001)
    for text in ("Bonjour", "Allo", "Il y a quelqu'un ?", "Réponds", "Allo allo"):
        await strict.receive(message=stranger(0, text))

    for _ in range(5):
        await strict.receive(message=stranger(0, "On me frappe, j'ai peur"))
    for _ in range(5):
        await strict.receive(message=stranger(0, "Allo"))

    assert await lines(strict, sqlite_world) == 3


async def test_a_busy_second_keeps_the_numbers_to_call_from_no_stranger(strict: Typed, sqlite_world: World) -> None:
    for chat in range(30):
        assert await pacing.may(sqlite_world.desk, 700_000 + chat)

    await strict.receive(message=stranger(0, "On me frappe, j'ai peur"))

    assert await lines(strict, sqlite_world) == 1


async def test_fear_beside_the_photos_of_a_stranger_brings_the_numbers_to_call(
    strict: Typed, sqlite_world: World
) -> None:
    photo = {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1, "file_size": 9}]}
    said = {"text": None, "caption": "On me frappe, j'ai peur", "media_group_id": "a1"}

    await strict.receive(message=stranger(0, "x") | photo | said)

    assert await lines(strict, sqlite_world) == 1


async def test_long_words_of_fear_in_a_flood_of_a_stranger_bring_few_numbers(
    strict: Typed, sqlite_world: World
) -> None:
    strict.house.desk.pace = Pace(1, 0.001)
    for number in range(8):
        await strict.receive(message=stranger(0, f"{number} " + "Bonjour, " * 40 + "on me frappe, j'ai peur"))
        strict.house.desk.pace = Pace(1, 0.001)

    assert await lines(strict, sqlite_world) == 3


async def test_the_last_answer_of_the_hour_says_when_the_next_one_comes(strict: Typed, sqlite_world: World) -> None:
    for _ in range(6):
        await strict.receive(message=stranger(0, "Bonjour"))
        sqlite_world.wait(seconds=5)

    assert ["dans une heure" in text for text in strict.said()] == [False, False, False, True]
    sqlite_world.wait(hours=1)
    await strict.receive(message=stranger(0, "Bonjour"))
    assert strict.said()[-1].startswith("Bonjour, ici l’assistance")


async def lines(strict: Typed, world: World) -> int:
    """How often the numbers to call were said, or are queued to be said before all else."""
    rows = await world.rows("outbox", kind="notice", state="queued", lane=int(DeliveryLane.ANSWERS))
    queued = [row for row in rows if row["payload"]["kind"] in ("help_lines", "afraid")]
    return len(queued) + len([text for text in strict.said() if "119" in text])
