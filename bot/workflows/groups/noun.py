"""Declares the noun groups."""

from __future__ import annotations

from bot.workflows.declaring import Chore, Command, Lane, Noun
from bot.workflows.groups import choosing, ending, filling, making
from bot.workflows.rules.accounts.staffing import NEAR

NOUN = Noun(
    "groups",
    commands=(Command("groupes", 43, NEAR),),
    conversations=(making.NAME, choosing.MEMBERS, ending.SURE),
    screens={"filling": filling.screen},
    chores=(Chore(Lane.ENT, filling.advance),),
)
