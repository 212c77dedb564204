"""The courier: what it claims, in which order, and what it does with what it does not know."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot import courier as couriers
from bot.courier import Courier
from bot.delivery import carrying
from bot.delivery.carrying import Capacity
from bot.delivery.rules.retry import Gone, NotWritten, Outcome, Sent, Wait
from bot.storage import deliveries, outbox
from bot.storage.deliveries import Delivery
from bot.terms import Attachment, Notice, Refusal, Unavailable
from bot.texts.speech import Speech
from tests.world import World


class Telegram:
    """Takes what is sent: as it was told to, else at once."""

    def __init__(self) -> None:
        self.said: list[tuple[int, str]] = []
        self.answers: dict[int, list[Outcome]] = {}
        self.hanging = asyncio.Event()  #: set when somebody waits for an answer
        self.deaf: set[int] = set()  #: chats where no answer ever comes
        self.heard: Callable[[], None] = lambda: None

    async def say(self, chat_id: int, speech: Speech, topic: int = 0) -> Outcome:
        if chat_id in self.deaf:
            self.hanging.set()
            await asyncio.Event().wait()
        answers = self.answers.get(chat_id)
        outcome = answers.pop(0) if answers else Sent(len(self.said) + 1)
        if isinstance(outcome, Sent):
            self.said.append((chat_id, speech.text))
        self.heard()
        return outcome

    async def edit(self, chat_id: int, message_id: int, speech: Speech) -> Outcome:
        return Sent(message_id)

    async def files(self, chat_id: int, attachments: Sequence[Attachment], topic: int = 0) -> Outcome:
        return Sent(1)

    async def delete(self, chat_id: int, message_id: int) -> Outcome:
        return Sent()

    async def menu(self, chat_id: int, commands: Sequence[tuple[str, str]]) -> Outcome:
        return Sent()

    async def bare(self, chat_id: int, message_id: int) -> Outcome:
        return Sent(message_id)

    async def document(self, chat_id: int, name: str, body: bytes, topic: int = 0) -> Outcome:
        return Sent(1)

    async def leave(self, chat_id: int) -> Outcome:
        return Sent()


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


async def put_in(world: World, chat: int, *words: str) -> None:
    """Leaves answers to the courier."""
    for word in words:
        answer = Refusal("bad-number", typed=word)
        await world.desk.do(world.cause(), outbox.say_later, chat, answer, "fr")


async def states(world: World) -> list[tuple[str, str]]:
    """The rows of the outbox that the people's own beginnings did not leave there: state and error."""
    return [(row["state"], row["error"]) for row in await world.rows("outbox") if row["person"] is None]


def capacity(world: World) -> Capacity:
    """A courier with a hundred slots, all free."""
    return Capacity(world.now + timedelta(seconds=15), 100)


async def claimed(world: World, given: Capacity) -> tuple[list[Delivery], list[int]]:
    """What a courier of that capacity claims, and what a dead courier left uncertain."""
    taken, lost, _ = await world.desk.put(carrying.claim, given, False, lambda _work, _delivery: None)
    return [delivery for delivery, _ in taken], lost


async def carried(telegram: Telegram, enough: int, *couriers: Courier) -> None:
    """Runs couriers until so many messages were said to chats below a hundred."""
    stop = asyncio.Event()

    def heard() -> None:
        if len([chat for chat, _ in telegram.said if chat < 100]) >= enough:
            stop.set()

    telegram.heard = heard
    async with asyncio.timeout(20):
        await asyncio.gather(*(courier.run(stop) for courier in couriers))


async def test_two_couriers_say_each_thing_once_and_in_order(world: World, telegram: Telegram) -> None:
    for chat in range(1, 11):
        await put_in(world, chat, "un", "deux", "trois")
    pair = [Courier(world.desk, telegram, alone=False) for _ in range(2)]

    await carried(telegram, 30, *pair)

    mine = [(chat, text) for chat, text in telegram.said if chat < 100]
    assert len(mine) == 30
    for chat in range(1, 11):
        said = [text for whose, text in mine if whose == chat]
        assert [word in text for word, text in zip(("un", "deux", "trois"), said, strict=True)] == [True] * 3


async def test_a_notice_that_was_cut_off_by_a_kill_is_uncertain_and_an_edit_done_again(world: World) -> None:
    await put_in(world, 7, "peut-être dit")
    await world.desk.put(lambda work: outbox.remove(work, 8, 1))
    await claimed(world, capacity(world))

    world.now += timedelta(seconds=16)
    again, lost = await claimed(world, capacity(world))

    assert [delivery.kind for delivery in again if delivery.person is None] == ["delete"]
    assert len(lost) >= 1
    assert ("uncertain", "cut off while it was being sent") in await states(world)


async def test_what_another_courier_still_holds_is_left_alone(world: World) -> None:
    await put_in(world, 7, "en route")
    held, _ = await claimed(world, capacity(world))
    world.now += timedelta(seconds=10)
    mine = frozenset(delivery.id for delivery in held)
    await claimed(world, replace(capacity(world), in_flight=mine))
    world.now += timedelta(seconds=10)

    again, lost = await claimed(world, capacity(world))

    assert held
    assert (again, lost) == ([], [])


async def test_a_claim_that_nobody_heard_of_is_given_back_not_doubted(world: World) -> None:
    await put_in(world, 7, "jamais commencé")
    first, _ = await claimed(world, capacity(world))
    unheard = frozenset({capacity(world).until})
    world.now += timedelta(seconds=1)

    again, lost = await claimed(world, replace(capacity(world), unconfirmed=unheard))

    assert [delivery.id for delivery in again] == [delivery.id for delivery in first]
    assert [delivery.attempts for delivery in again] == [delivery.attempts for delivery in first]
    assert lost == []


async def test_a_claim_that_nobody_heard_of_frees_nothing_that_is_being_sent(world: World) -> None:
    await put_in(world, 7, "en route", "derrière")
    held, _ = await claimed(world, capacity(world))
    mine = replace(capacity(world), in_flight=frozenset(delivery.id for delivery in held))
    await claimed(world, mine)  # makes the claims longer, until the same moment as whatever it takes

    again, lost = await claimed(world, replace(mine, unconfirmed=frozenset({mine.until})))

    assert (again, lost) == ([], [])


async def test_a_notice_that_cannot_be_worded_stops_nothing_beside_it(
    world: World, telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    await put_in(world, 7, "avant")
    await world.desk.do(world.cause(), outbox.say_later, 8, Notice("nobody-wrote-this"), "fr")
    await put_in(world, 8, "derrière")
    await put_in(world, 9, "à côté")

    await carried(telegram, 3, Courier(world.desk, telegram))

    assert sorted(chat for chat, _ in telegram.said if chat < 100) == [7, 8, 9]
    assert [state for state, _ in await states(world)] == ["sent", "dead", "sent", "sent"]
    assert "cannot be worded" in caplog.text


async def test_a_stop_leaves_in_doubt_only_what_was_handed_to_telegram(
    world: World, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(couriers, "GRACE", 0.05)
    telegram.deaf = {7}
    await put_in(world, 7, "sans réponse", "derrière")
    stop = asyncio.Event()
    running = asyncio.create_task(Courier(world.desk, telegram).run(stop))
    async with asyncio.timeout(10):
        await telegram.hanging.wait()
        stop.set()
        await running

    assert await states(world) == [("uncertain", "cut off while it was being sent"), ("queued", "")]
    assert not [row for row in await world.rows("outbox") if row["claimed_until"]]


async def test_records_that_go_away_while_a_notice_is_sent_hear_of_it_when_they_are_back(
    world: World, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(couriers, "_RECORDS_AWAY", 0.01)
    await put_in(world, 7, "dit une fois")
    put, refused = world.desk.put, 0

    async def away_twice(function: Any, *args: Any, **kw: Any) -> Any:
        nonlocal refused
        if (function is carrying.record or any(isinstance(given, list) and given for given in args)) and refused < 2:
            refused += 1
            raise Unavailable("the records are away")
        return await put(function, *args, **kw)

    monkeypatch.setattr(world.desk, "put", away_twice)
    await carried(telegram, 1, Courier(world.desk, telegram))

    assert refused == 2
    assert await states(world) == [("sent", "")]
    assert len([text for chat, text in telegram.said if chat == 7]) == 1


async def test_too_many_holds_what_comes_later_to_the_same_chat(world: World, telegram: Telegram) -> None:
    telegram.answers = {7: [Wait(30.0)], 8: [NotWritten("no way through")]}
    await put_in(world, 7, "un")
    await put_in(world, 8, "un")
    stop = asyncio.Event()
    telegram.heard = lambda: stop.set() if not telegram.answers[7] and not telegram.answers[8] else None
    async with asyncio.timeout(10):
        await Courier(world.desk, telegram).run(stop)
    await put_in(world, 7, "deux")

    rows = [row for row in await world.rows("outbox") if row["chat_id"] == 7]
    assert await world.desk.put(deliveries.heads, 100) == []
    assert [row["attempts"] for row in rows] == [0, 0]


async def test_who_turns_out_to_have_blocked_the_bot_leaves_work_to_the_chores(
    world: World, telegram: Telegram
) -> None:
    stirred = world.desk.stirred()
    telegram.answers[world.telegram["directeur"]] = [Gone("blocked")]
    await world.file("eleve")
    courier, stop = Courier(world.desk, telegram), asyncio.Event()

    async with asyncio.timeout(20):
        running = asyncio.create_task(courier.run(stop))
        await stirred.wait()
        stop.set()
        await running

    assert not (await world.person("directeur")).reachable
