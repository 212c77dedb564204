"""Declares the noun requests."""

from __future__ import annotations

from functools import partial

from bot.workflows.declaring import AGENTS, Chore, Command, Lane, Noun
from bot.workflows.requests import (
    alarm,
    calls,
    cards,
    colleagues,
    correction,
    filing,
    merging,
    offering,
    overflow,
    prompts,
    renewing,
    returning,
    serving,
    silence,
)
from bot.workflows.requests.events import EVENTS

NOUN = Noun(
    "requests",
    commands=(
        Command("file", 10, AGENTS, anybody=True),
        Command("prendre", 11, AGENTS, numbered=True),
        Command("relacher", 12, AGENTS, numbered=True),
        Command("confier", 13, AGENTS, numbered=True),
        Command("note", 14, AGENTS, numbered=True),
        Command("attente", 15, AGENTS, numbered=True),
        Command("escalader", 16, AGENTS, numbered=True),
        Command("renvoyer", 17, AGENTS, numbered=True),
        Command("resoudre", 18, AGENTS, numbered=True),
        Command("fusionner", 19, AGENTS, numbered=True),
        Command("categorie", 40, AGENTS, anybody=True),
        Command("ecole", 41, AGENTS, anybody=True),
        Command("assistance", 2),
        Command("mesdemandes", 3),
        Command("demande", 4, numbered=True),
        Command("repondre", 5, numbered=True),
        Command("rouvrir", 6, numbered=True),
        Command("clore", 7, numbered=True),
    ),
    conversations=(
        *(filing.FILING, offering.OFFER, alarm.AFRAID, correction.CORRECTING, colleagues.HANDING),
        merging.MERGING,
        renewing.RENEWAL,
        *prompts.PROMPTS.values(),
    ),
    screens={
        "request": cards.card,
        "closed_filing": filing.closed,
        "closed_offer": offering.closed,
        "closed_afraid": calls.closed,
        "told_afraid": calls.told,
        **{f"closed_{action}": partial(prompts.closed, action) for action in prompts.PROMPTS},
    },
    events=EVENTS,
    chores=(
        Chore(Lane.TIME, silence.close_silent),
        Chore(Lane.TIME, returning.greet),  # before the next: what it moves to them, they are shown by itself
        Chore(Lane.TIME, serving.settle),
        Chore(Lane.TIME, overflow.sum_up),
    ),
)
