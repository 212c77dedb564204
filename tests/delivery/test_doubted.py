"""Words of which nobody knows that they arrived: whoever wrote them is told, and their reader when they next act."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.delivery import carrying
from bot.delivery.carrying import Capacity
from bot.delivery.rules.retry import Gone, Outcome, Rejected, Uncertain
from bot.storage import deliveries, outbox
from bot.terms import DeliveryState
from bot.workflows import upkeep
from bot.workflows.requests import queues, resending, verbs
from tests.delivery.test_changed_on_the_way import taken_in_hand
from tests.workflows.absence import unblock
from tests.world import World

UNSURE, REFUSED = Uncertain("500: restart"), Rejected("message is too long")


async def answered(world: World, outcome: Outcome, key: str = "eleve", kind: str = "notice") -> tuple[int, int]:
    """The director answers a request, and what goes to that person ends so; returns its number, and a mark after."""
    world.wait(seconds=5)
    number = await world.file("eleve")
    await world.carry()
    world.wait(seconds=5)
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici comment faire"))
    delivery = await taken_in_hand(world, key, kind)
    world.wait(seconds=70)
    mark = await world.mark()
    await world.desk.put(carrying.record, delivery, outcome)
    return number, mark


async def test_whoever_wrote_words_that_may_not_have_arrived_is_told_once_with_a_way_on(world: World) -> None:
    for outcome, kind in ((UNSURE, "words_unsure"), (REFUSED, "words_lost")):
        number, mark = await answered(world, outcome)

        [told] = [one for one in await world.letters("directeur", mark) if one["kind"] == "notice"]

        assert (told["payload"]["kind"], told["request"]) == (kind, number)
        assert told["payload"]["buttons"]


async def test_the_reader_is_shown_the_request_when_they_next_do_anything_and_once(world: World) -> None:
    for outcome in (UNSURE, REFUSED):
        number, mark = await answered(world, outcome)
        await upkeep.tend(world.desk)
        assert await world.told("eleve", mark) == []  # now they may be as hard to reach as before

        for _ in range(2):
            await world.act("eleve", queues.mine)
            await upkeep.tend(world.desk)

        assert await world.told("eleve", mark) == ["card:unsure"]
        [card] = [one for one in await world.letters("eleve", mark) if one["kind"] == "card"]
        assert card["request"] == number


async def test_what_a_crash_cut_off_is_told_of_as_well(world: World) -> None:
    world.wait(seconds=5)
    number = await world.file("eleve")
    await world.carry()
    world.wait(seconds=5)
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici"))
    capacity = Capacity(world.now + timedelta(minutes=1), 100)
    await world.desk.put(carrying.claim, capacity, False, lambda _work, _delivery: None)

    mark = await world.mark()
    await world.desk.put(carrying.cut_off)
    await world.act("eleve", queues.mine)

    assert "words_unsure" in await world.told("directeur", mark)
    assert await world.told("eleve", mark) == ["card:unsure"]


async def test_a_receipt_that_broke_off_is_made_good_by_the_next_message(world: World) -> None:
    world.wait(seconds=5)
    number = await world.file("eleve")
    receipt = await taken_in_hand(world, "eleve", "notice")
    mark = await world.mark()
    world.wait(seconds=70)
    await world.desk.put(carrying.record, receipt, UNSURE)

    await world.act("eleve", queues.mine)

    assert await world.told("eleve", mark) == ["card:unsure"]
    assert not [one for one in await world.told("directeur", mark) if one.startswith("words_")]
    assert (await world.letters("eleve", mark))[0]["request"] == number


async def test_a_desk_of_which_somebody_has_the_words_makes_nobody_doubt(world: World) -> None:
    await world.carry()
    await world.file("eleve")
    one, other = [one for one in await world.desk.put(deliveries.heads, 100) if one.kind == "card"]
    mark = await world.mark()
    await world.desk.put(carrying.record, one, UNSURE)
    assert await world.told("eleve", mark) == []

    await world.desk.put(carrying.record, other, UNSURE)

    assert await world.told("eleve", mark) == ["words_unsure"]


async def test_resending_is_the_authors_decision_and_goes_to_those_in_doubt_alone(world: World) -> None:
    number, mark = await answered(world, UNSURE)
    [told] = [one for one in await world.letters("directeur", mark) if one["kind"] == "notice"]
    assert "resend" in str(told["payload"]["buttons"])
    assert (await world.refused("adjoint", resending.resend, number)).reason == "nothing-to-resend"

    said = await world.act("directeur", resending.resend, number)

    assert said.kind == "done_resent"
    queued = await world.rows("outbox", state="queued", chat_id=world.telegram["eleve"])
    assert "answered" in [row["payload"].get("kind") for row in queued]
    assert (await world.refused("directeur", resending.resend, number)).reason == "nothing-to-resend"
    await world.carry()
    await world.act("eleve", queues.mine)
    assert "card:unsure" not in await world.told("eleve", mark)


async def test_words_refused_because_their_reader_is_gone_are_no_doubt(world: World) -> None:
    _, mark = await answered(world, Gone("bot was blocked by the user"))

    assert not [one for one in await world.told("directeur", mark) if one.startswith("words_")]
    assert await world.rows("outbox", state=DeliveryState.DEAD.value)


async def test_edits_that_were_refused_are_no_missed_messages(world: World) -> None:
    number = await world.file("eleve")
    await world.at("eleve", "filed")
    edited = (await world.person("eleve")).id
    chat = world.telegram["eleve"]
    await world.desk.do(world.cause(), outbox.redraw, chat, 100, edited, f"request:{number}")
    edit = await taken_in_hand(world, "eleve", "refresh")
    mark = await world.mark()
    await world.desk.put(carrying.record, replace(edit, request=number), Gone("bot was blocked by the user"))

    await unblock(world, "eleve")

    assert await world.told("eleve", mark) == []
    assert await world.told("directeur", mark) == []


async def test_the_first_message_that_was_refused_is_among_those_missed(world: World) -> None:
    number, mark = await answered(world, Gone("bot was blocked by the user"))
    world.wait(hours=1)

    await unblock(world, "eleve")

    [told] = [one for one in await world.letters("eleve", mark) if one["payload"].get("kind") == "waits"]
    assert ["missed", 1, f"n°{number}"] in told["payload"]["facts"]["lists"]
