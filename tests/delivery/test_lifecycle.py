"""The lifecycle of a delivery is the table of docs/delivery.md, in the machine and in what the statements write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import update
from transitions.extensions import GraphMachine

from bot.delivery import carrying, undelivered
from bot.delivery.rules.lifecycle import (
    LIFECYCLE,
    REPEATABLE,
    TABLE,
    DeliveryEvent,
    fire,
    not_repeatable,
    repeatable,
)
from bot.delivery.rules.retry import NotWritten, Outcome, Rejected, Sent, Uncertain
from bot.storage import deliveries, outbox
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import DeliveryState, Refusal
from tests.world import World

KINDS = ("refusal", "delete")  # one that is said once, one that may be done twice
CHAT = 7

Happen = Callable[[Work, deliveries.Delivery], Any]


def expected(event: DeliveryEvent, state: DeliveryState, kind: str) -> DeliveryState | None:
    """Where the table leads; None where it leads nowhere."""
    let = {None, repeatable if kind in REPEATABLE else not_repeatable}
    leads = [target for name, sources, target, guard in TABLE if name is event and state in sources and guard in let]
    return leads[0] if leads else None


@pytest.mark.parametrize("event", list(DeliveryEvent))
@pytest.mark.parametrize("state", list(DeliveryState))
@pytest.mark.parametrize("kind", KINDS)
def test_each_event_leads_where_the_table_says_or_is_refused(
    event: DeliveryEvent, state: DeliveryState, kind: str
) -> None:
    if (target := expected(event, state, kind)) is not None:
        assert fire(event, kind, state) is target
    else:
        with pytest.raises(ValueError, match=f"where a delivery is {state.value}"):
            fire(event, kind, state)


def test_what_is_sent_or_dropped_stays_so() -> None:
    ends = {DeliveryState.SENT, DeliveryState.DROPPED}
    assert not [event for event, sources, _, _ in TABLE if ends & set(sources)]


def test_every_delivery_that_has_not_ended_can_be_sent_again_and_given_up() -> None:
    for event in (DeliveryEvent.REQUEUE, DeliveryEvent.DROP):
        [sources] = [set(sources) for name, sources, _, _ in TABLE if name is event]
        assert sources == set(DeliveryState) - {DeliveryState.SENT, DeliveryState.DROPPED}


def recording(outcome: Outcome) -> Happen:
    """A courier that records that outcome."""
    return lambda work, delivery: carrying.record(work, delivery, outcome)


#: what makes each event happen in the records
HAPPENS: dict[DeliveryEvent, Happen] = {
    DeliveryEvent.ARRIVE: recording(Sent()),
    DeliveryEvent.RETRY: recording(NotWritten("no way through")),
    DeliveryEvent.DOUBT: recording(Uncertain("no answer")),
    DeliveryEvent.FAIL: recording(Rejected("empty")),
    DeliveryEvent.CUT_OFF: lambda work, delivery: carrying.cut_off(work, [delivery.id]),
    DeliveryEvent.REQUEUE: lambda work, delivery: undelivered.say_again(work, [delivery.id], ()),
    DeliveryEvent.DROP: lambda work, delivery: undelivered.give_up(work, [delivery.id], ()),
}
BY_OPERATOR = (DeliveryEvent.REQUEUE, DeliveryEvent.DROP)


async def put(world: World, kind: str) -> deliveries.Delivery:
    """A delivery of that kind in the outbox, as a courier reads it."""
    if kind == "delete":
        await world.desk.do(world.cause(), outbox.remove, CHAT, 1)
    else:
        await world.desk.do(
            f"{outbox.ANSWER}:{world.cause()}", outbox.say_later, CHAT, Refusal("bad-number", typed="x"), "fr"
        )
    [delivery] = [one for one in await world.desk.put(deliveries.heads, 100) if one.chat_id == CHAT]
    return delivery


async def set_to(world: World, delivery: deliveries.Delivery, state: DeliveryState, claimed: bool) -> None:
    """Writes that state into the records, whatever led to it."""
    table = DESK.tables["outbox"]
    values = {"state": state.value, "claimed_until": world.now if claimed else None}
    await world.desk.put(lambda work: work.execute(update(table).where(table.c.id == delivery.id).values(**values)))


async def state_of(world: World, delivery: deliveries.Delivery) -> DeliveryState:
    """The state in the records."""
    [row] = await world.rows("outbox", id=delivery.id)
    return DeliveryState(row["state"])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("event", list(DeliveryEvent))
async def test_what_the_statements_write_is_what_the_table_says(
    world: World, event: DeliveryEvent, kind: str
) -> None:
    delivery = await put(world, kind)
    for state in DeliveryState:
        claims = state is DeliveryState.QUEUED and event not in BY_OPERATOR
        await set_to(world, delivery, state, claims)

        if event in BY_OPERATOR and expected(event, state, kind) is None:
            with pytest.raises(ValueError, match="there is nothing left to do"):
                await world.desk.put(HAPPENS[event], delivery)
        else:
            await world.desk.put(HAPPENS[event], delivery)

        assert await state_of(world, delivery) is (expected(event, state, kind) or state)


@pytest.mark.parametrize("state", list(DeliveryState))
@pytest.mark.parametrize("claimed", [False, True])
async def test_a_flood_drops_only_answers_that_wait(world: World, state: DeliveryState, claimed: bool) -> None:
    delivery = await put(world, "refusal")
    await set_to(world, delivery, state, claimed)

    await world.desk.put(outbox.hush, CHAT)

    waits = state is DeliveryState.QUEUED and not claimed
    assert await state_of(world, delivery) is (fire(DeliveryEvent.DROP, "refusal", state) if waits else state)


def test_the_diagram_of_the_documentation_is_the_machine() -> None:
    page = (Path(__file__).parents[2] / "docs" / "delivery.md").read_text("utf-8")
    drawn = page.split("```mermaid\n")[1].split("```")[0].strip()

    drawing = LIFECYCLE.machine(GraphMachine, model=SimpleNamespace(), graph_engine="mermaid", show_conditions=True)

    assert drawn == drawing.get_combined_graph().source.strip()
