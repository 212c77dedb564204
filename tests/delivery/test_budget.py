"""The pace that Telegram asks for."""

from __future__ import annotations

from bot.delivery.rules.budget import ALL, Window, window


def test_a_window_lets_so_many_through_and_opens_again_when_the_first_of_them_is_old_enough() -> None:
    three_in_ten = Window(3, 10.0)
    sent: list[float] = []
    for now in (100.0, 101.0, 102.0):
        assert three_in_ten.opens(sent) <= now
        sent = three_in_ten.sent(sent, 1, now)

    assert three_in_ten.opens(sent) == 110.0
    assert three_in_ten.opens(three_in_ten.sent(sent, 1, 110.0)) == 111.0


def test_an_album_counts_as_what_it_holds_and_waits_for_an_empty_window_where_it_is_larger() -> None:
    three_in_ten = Window(3, 10.0)

    assert three_in_ten.opens([100.0], cost=2) == 0.0
    assert three_in_ten.opens([100.0, 105.0], cost=2) == 110.0
    assert three_in_ten.opens([100.0, 105.0], cost=9) == 115.0
    assert three_in_ten.opens(three_in_ten.sent([100.0], 9, 110.0)) == 120.0


def test_a_closed_window_opens_at_the_moment_it_was_closed_until() -> None:
    three_in_ten = Window(3, 10.0)

    assert three_in_ten.opens(three_in_ten.closed(500.0)) == 500.0


def test_a_person_may_get_three_messages_in_three_seconds_a_group_twenty_in_a_minute() -> None:
    assert (window(7).limit, round(window(7).seconds)) == (3, 3)
    assert (window(-7).limit, round(window(-7).seconds)) == (20, 61)
    assert (ALL.limit, round(ALL.seconds)) == (30, 1)
