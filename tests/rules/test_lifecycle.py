"""The lifecycle of a request is exactly the table of docs/lifecycle.md."""

from __future__ import annotations

import itertools
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from transitions.extensions import GraphMachine

from bot.terms import Act, Level, Refusal, Status
from bot.workflows.rules.requests.access import Standing, check
from bot.workflows.rules.requests.lifecycle import LIFECYCLE, TABLE, Case, fire, possible
from tests.people import NOON, request

MOVES = [act for act in Act if act not in (Act.READ, Act.NOTE)]
TABLED = {(act, source): target for act, sources, target, _ in reversed(TABLE) for source in sources}


def easy(status: Status) -> Case:
    """A request that every guard lets through; a closed one follows another."""
    ago = NOON - timedelta(days=8)
    merged = 7 * (status is Status.CLOSED)
    return Case(status.value, NOON, None if merged else ago, ago, Level.VENDOR, Level.SCHOOL, True, merged)


@pytest.mark.parametrize("act", MOVES)
@pytest.mark.parametrize("status", list(Status))
def test_each_act_leads_where_the_table_says_or_is_refused(act: Act, status: Status) -> None:
    if (act, status) == (Act.REOPEN, Status.CLOSED):
        assert fire(act, easy(status)) is Status.OPEN
    elif (act, status) in TABLED:
        assert fire(act, easy(status)) is TABLED[act, status]
    else:
        with pytest.raises(Refusal, match=r"not-now|merged"):
            fire(act, easy(status))


def test_firing_leaves_the_case_as_it_was() -> None:
    case = easy(Status.NEW)

    fire(Act.TAKE, case)

    assert case.state == Status.NEW


def may(act: Act, status: Status, mine: Standing, case: Case) -> bool:
    """Whether somebody of that standing may do the act, and the lifecycle allows it; a note changes no status."""
    try:
        check(act, mine, request(status=status))
        return act is Act.NOTE or bool(fire(act, case))
    except Refusal:
        return False


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("guarded", [False, True])
def test_what_is_offered_is_what_may_be_done(status: Status, guarded: bool) -> None:
    case = Case(status.value, NOON, held=False) if guarded else easy(status)
    for flags in itertools.product((False, True), repeat=len(fields(Standing))):
        mine = Standing(*flags)
        offered = possible([*MOVES, Act.NOTE], request(status=status), mine, case)
        assert offered == [act for act in [*MOVES, Act.NOTE] if may(act, status, mine, case)]


def test_nothing_escalates_where_no_higher_level_serves() -> None:
    case = easy(Status.OPEN)
    case.above = None

    with pytest.raises(Refusal, match="guard-escalate"):
        fire(Act.ESCALATE, case)


def test_nothing_goes_back_below_where_it_entered() -> None:
    case = easy(Status.OPEN)
    case.below = None

    with pytest.raises(Refusal, match="guard-send_back"):
        fire(Act.SEND_BACK, case)


@pytest.mark.parametrize(("days", "closes"), [(6.99, False), (7, True), (30, True)])
def test_silence_closes_after_seven_days(days: float, closes: bool) -> None:
    case = easy(Status.RESOLVED)
    case.resolved_at = NOON - timedelta(days=days)

    if closes:
        assert fire(Act.EXPIRE, case) is Status.CLOSED
    else:
        with pytest.raises(Refusal, match="guard-expire"):
            fire(Act.EXPIRE, case)


@pytest.mark.parametrize(
    ("days", "requester", "merged", "opens"),
    [
        *((29.9, True, 0, True), (30.1, True, 0, False), (1, False, 0, False)),
        *((29.9, True, 7, True), (30.1, True, 7, False), (1, False, 7, False)),
    ],
)
def test_a_closed_request_reopens_for_its_requester_within_thirty_days(
    days: float, requester: bool, merged: int, opens: bool
) -> None:
    case = easy(Status.CLOSED)
    case.closed_at = NOON - timedelta(days=days)
    case.requester = requester
    case.merged = merged

    if opens:
        assert fire(Act.REOPEN, case) is Status.OPEN
    else:
        with pytest.raises(Refusal, match="merged" if merged and not requester else "guard-reopen"):
            fire(Act.REOPEN, case)


def test_a_merged_request_opens_again_at_any_time_while_the_other_is_not_closed() -> None:
    case = easy(Status.CLOSED)
    case.closed_at = None

    assert fire(Act.REOPEN, case) is Status.OPEN


@pytest.mark.parametrize("act", [Act.ANSWER, Act.REPLY, Act.CONFIRM, Act.ERASE])
@pytest.mark.parametrize(("merged", "settled"), [(0, False), (7, True)])
def test_a_closed_request_hears_nothing_where_it_follows_no_other(act: Act, merged: int, settled: bool) -> None:
    case = easy(Status.CLOSED)
    case.merged = merged
    case.resolved_at = NOON if settled else None

    with pytest.raises(Refusal, match="merged" if settled and act in (Act.ANSWER, Act.ERASE) else "not-now"):
        fire(act, case)


@pytest.mark.parametrize("act", [Act.TAKE, Act.ASK, Act.RESOLVE, Act.ESCALATE, Act.MERGE])
def test_an_agent_is_shown_to_the_other_request_where_one_was_merged(act: Act) -> None:
    case = easy(Status.CLOSED)
    case.requester = False

    with pytest.raises(Refusal, match="merged") as no:
        fire(act, case)

    assert no.value.facts["into"] == 7


def test_a_withdrawn_request_that_nobody_held_comes_back_as_new() -> None:
    case = easy(Status.CLOSED)
    case.held = False

    assert fire(Act.REOPEN, case) is Status.NEW


def test_the_diagram_of_the_documentation_is_the_machine() -> None:
    page = (Path(__file__).parents[2] / "docs" / "lifecycle.md").read_text("utf-8")
    drawn = page.split("```mermaid\n")[1].split("```")[0].strip()

    drawing = LIFECYCLE.machine(GraphMachine, model=SimpleNamespace(), graph_engine="mermaid", show_conditions=True)

    assert drawn == drawing.get_combined_graph().source.strip()
