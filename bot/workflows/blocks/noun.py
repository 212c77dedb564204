"""Declares the noun blocks."""

from __future__ import annotations

from bot.workflows.blocks import campaigns, single, traces, whole
from bot.workflows.declaring import SCHOOL, Chore, Command, Lane, Noun

NOUN = Noun(
    "blocks",
    commands=(
        Command("bloquer", 23, SCHOOL),
        Command("debloquer", 24, SCHOOL),
        Command("blocage", 26, SCHOOL, each=True),
        Command("deblocage", 27, SCHOOL, each=True),
        Command("historique", 28, SCHOOL, each=True),
    ),
    conversations=(single.BLOCK, whole.CAMPAIGN, *(named.talk for named in single.NAMED)),
    screens={"campaign": traces.screen},
    events=(single.UNBLOCKED,),
    chores=(Chore(Lane.ENT, campaigns.advance),),
)
