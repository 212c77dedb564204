"""Declares the noun requests."""

from __future__ import annotations

from bot.workflows.declaring import AGENTS, Chore, Command, Lane, Noun
from bot.workflows.requests import cards, filing, prompts, silence
from bot.workflows.requests.events import EVENTS

NOUN = Noun(
    "requests",
    commands=(
        Command("file", 10, AGENTS),
        Command("prendre", 11, AGENTS),
        Command("relacher", 12, AGENTS),
        Command("confier", 13, AGENTS),
        Command("note", 14, AGENTS),
        Command("attente", 15, AGENTS),
        Command("escalader", 16, AGENTS),
        Command("renvoyer", 17, AGENTS),
        Command("resoudre", 18, AGENTS),
        Command("fusionner", 19, AGENTS),
        Command("assistance", 2),
        Command("mesdemandes", 3),
        Command("demande", 4),
        Command("repondre", 5),
        Command("rouvrir", 6),
        Command("clore", 7),
    ),
    conversations=(filing.FILING, filing.OFFER, *prompts.PROMPTS.values()),
    screens={"request": cards.card},
    events=EVENTS,
    chores=(Chore(Lane.TIME, silence.close_silent),),
)
