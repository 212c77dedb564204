"""Declares the noun reports."""

from __future__ import annotations

from bot.terms import Level
from bot.workflows.declaring import Chore, Command, Lane, Noun
from bot.workflows.reports import cards, treating, watching

_MODERATORS = frozenset({Level.SCHOOL, Level.CIRCONSCRIPTION})

NOUN = Noun(
    "reports",
    commands=(Command("signalements", 25, _MODERATORS, each=True),),
    screens={"report": cards.screen},
    events=(treating.JUDGED,),
    chores=(Chore(Lane.ENT, watching.look, watching.until_read),),
)
