"""Nobody is written to faster than Telegram allows, and nobody waits for somebody else's messages."""

import pytest

from bot.workflows.rules.budget import Budget


def test_a_person_may_be_sent_a_few_at_once_then_one_a_second() -> None:
    budget = Budget(burst=3)

    waits = [budget.wait(7, seconds=0) for _ in range(5)]

    assert waits == pytest.approx([0, 0, 0, 1, 2])


def test_a_group_is_sent_twenty_a_minute_edits_included() -> None:
    budget = Budget()

    waits = [budget.wait(-7, seconds=0, edit=n % 2 == 0) for n in range(21)]

    assert max(waits[:20]) < 1
    assert waits[20] == pytest.approx(3)


def test_edits_in_a_private_chat_cost_nothing_of_its_own_budget() -> None:
    budget = Budget(burst=1)

    assert [budget.wait(7, 0, edit=True) for _ in range(5)] == [0] * 5


def test_all_chats_together_are_sent_thirty_a_second() -> None:
    budget = Budget()

    waits = [budget.wait(chat, seconds=0) for chat in range(1, 62)]

    assert waits[29] == 0
    assert waits[60] == pytest.approx(1, abs=0.1)


def test_an_answer_is_given_at_once_only_where_a_place_is_free() -> None:
    budget = Budget(burst=2)

    assert [budget.free(7, 0), budget.free(7, 0), budget.free(7, 0)] == [True, True, False]
    assert budget.free(7, 1.0)


def test_without_limits_nobody_waits() -> None:
    budget = Budget(enabled=False)

    assert sum(budget.wait(7, 0) for _ in range(100)) == 0
    assert budget.free(7, 0)
