"""Declares the noun duplicates."""

from __future__ import annotations

from bot.terms import Level
from bot.workflows.declaring import Chore, Command, Lane, Noun
from bot.workflows.duplicates import doubted, settling

_SETTLERS = frozenset({Level.SCHOOL, Level.CIRCONSCRIPTION, Level.DSDEN})

NOUN = Noun(
    "duplicates",
    commands=(Command("doublons", 33, _SETTLERS, each=True),),
    conversations=(settling.SETTLE,),
    events=(settling.MERGED, settling.PARTED),
    chores=(Chore(Lane.ENT, doubted.settle, doubted.pause),),
)
