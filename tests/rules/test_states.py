"""The lifecycles of campaigns, acts on the ENT, reports and mailings are the tables of docs/states.md."""

from __future__ import annotations

import itertools
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from transitions.extensions import GraphMachine

from bot.terms import CampaignState, InterventionState, MailingState, ReportState
from bot.workflows.rules import mailings
from bot.workflows.rules.accounts import lifecycle as acts
from bot.workflows.rules.blocks import lifecycle as campaigns
from bot.workflows.rules.blocks.lifecycle import CampaignCase, CampaignEvent
from bot.workflows.rules.machines import Impossible
from bot.workflows.rules.reports import lifecycle as reports

PAGE = Path(__file__).parents[2] / "docs" / "states.md"
#: by state and event, the state it leads to; anything else is impossible
CAMPAIGNS = {
    ("begin", "planned"): "running",
    ("cancel", "planned"): "cancelled",
    ("cancel", "running"): "cancelled",
    ("finish", "running"): "done",
}
ACTS = {
    ("succeed", "intended"): "done",
    ("succeed", "doubt"): "done",
    ("decline", "intended"): "declined",
    ("decline", "doubt"): "declined",
    ("lose", "intended"): "doubt",
}
REPORTS = {
    ("keep", "waiting"): "kept",
    ("keep", "gone"): "kept",
    ("delete", "waiting"): "deleted",
    ("delete", "kept"): "deleted",
    ("delete", "gone"): "deleted",
    ("vanish", "waiting"): "gone",
    ("vanish", "kept"): "gone",
}
MAILINGS = {("stop", "running"): "cancelled", ("finish", "running"): "done"}
LIVES: list[tuple[Any, Any, Any, Any, dict[tuple[str, str], str]]] = [
    (campaigns, CampaignState, CampaignEvent, CampaignCase, CAMPAIGNS),
    (acts, InterventionState, acts.InterventionEvent, acts.InterventionCase, ACTS),
    (reports, ReportState, reports.ReportEvent, reports.ReportCase, REPORTS),
    (mailings, MailingState, mailings.MailingEvent, mailings.MailingCase, MAILINGS),
]
STEPS = [
    (rules, case, event, state, told.get((event, state)))
    for rules, states, events, case, told in LIVES
    for event, state in itertools.product(events, states)
]


@pytest.mark.parametrize(("rules", "case", "event", "state", "target"), STEPS)
def test_each_event_leads_where_the_table_says_or_is_impossible(
    rules: Any, case: Any, event: Any, state: Any, target: str | None
) -> None:
    subject = case(state)
    assert rules.LIFECYCLE.leads(state, event) is (target is not None)
    if target is None:
        with pytest.raises(Impossible):
            rules.LIFECYCLE.fire(event, subject)
    else:
        assert rules.LIFECYCLE.fire(event, subject) == target
    assert subject.state == state


@pytest.mark.parametrize(("blocks", "there"), list(itertools.product([True, False], repeat=2)))
def test_only_a_block_whose_author_left_lapses_when_its_day_comes(blocks: bool, there: bool) -> None:
    case = CampaignCase(CampaignState.PLANNED, blocks, there)

    state = campaigns.LIFECYCLE.fire(CampaignEvent.BEGIN, case)

    assert state is (CampaignState.CANCELLED if blocks and not there else CampaignState.RUNNING)


@pytest.mark.parametrize(("blocks", "there"), list(itertools.product([True, False], repeat=2)))
def test_what_comes_too_late_to_last_is_given_up_whoever_planned_it(blocks: bool, there: bool) -> None:
    case = CampaignCase(CampaignState.PLANNED, blocks, there, expired=True)

    assert campaigns.LIFECYCLE.fire(CampaignEvent.BEGIN, case) is CampaignState.CANCELLED


def test_the_diagrams_of_the_documentation_are_the_machines() -> None:
    drawn = [part.split("```")[0].strip() for part in PAGE.read_text("utf-8").split("```mermaid\n")[1:]]

    options = {"graph_engine": "mermaid", "show_conditions": True}
    drawings = [
        rules.LIFECYCLE.machine(GraphMachine, model=SimpleNamespace(), **options).get_combined_graph()
        for rules, *_ in LIVES
    ]

    assert drawn == [drawing.source.strip() for drawing in drawings]
