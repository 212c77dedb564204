"""What an outcome asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.rules.lifecycle import DeliveryEvent
from bot.delivery.rules.retry import (
    LONGEST_PAUSE,
    PATIENCE,
    Finish,
    Gone,
    Moved,
    NotWritten,
    Outcome,
    Rejected,
    Retry,
    Sent,
    Uncertain,
    Wait,
    decide,
    pause,
)


@pytest.mark.parametrize(
    ("outcome", "event"),
    [
        (Sent(7), DeliveryEvent.ARRIVE),
        (Uncertain("no answer"), DeliveryEvent.DOUBT),
        (Gone("blocked"), DeliveryEvent.FAIL),
        (Rejected("empty"), DeliveryEvent.FAIL),
    ],
)
@given(attempts=st.integers(1, 1000))
def test_what_cannot_change_any_more_is_the_end(outcome: Outcome, event: DeliveryEvent, attempts: int) -> None:
    assert decide(outcome, attempts) == Finish(event)


@given(seconds=st.floats(0, 3600), attempts=st.integers(1, 1000))
def test_too_many_messages_hold_the_whole_chat_and_never_kill_a_notice(seconds: float, attempts: int) -> None:
    assert decide(Wait(seconds), attempts) == Retry(seconds, whole_chat=True)


def test_a_notice_that_could_not_be_written_waits_longer_each_time() -> None:
    pauses = [decide(NotWritten("refused"), attempts) for attempts in range(1, PATIENCE)]
    assert pauses == [Retry(min(2.0**n, LONGEST_PAUSE)) for n in range(PATIENCE - 1)]


def test_a_notice_that_could_not_be_written_for_a_day_is_dead() -> None:
    assert decide(NotWritten("refused"), 11) != Finish(DeliveryEvent.FAIL)
    assert decide(NotWritten("refused"), PATIENCE) == Finish(DeliveryEvent.FAIL)


@pytest.mark.parametrize("outcome", [Moved(-100)])
def test_a_chat_that_changed_is_tried_at_once_but_not_for_ever(outcome: Outcome) -> None:
    assert decide(outcome, 1) == Retry(0.0)
    assert decide(outcome, PATIENCE) == Finish(DeliveryEvent.FAIL)


@given(st.integers(-5, 100_000))
def test_no_pause_is_longer_than_five_minutes(attempts: int) -> None:
    assert 1.0 <= pause(attempts) <= 300.0
