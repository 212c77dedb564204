"""Declares the noun announcements."""

from __future__ import annotations

from bot.workflows.announcements import asking, bringing
from bot.workflows.declaring import SCHOOL, Chore, Command, Lane, Noun

NOUN = Noun(
    "announcements",
    commands=(Command("flash", 42, SCHOOL),),
    conversations=(asking.ANNOUNCING,),
    screens={"announcement": bringing.screen},
    chores=(Chore(Lane.ENT, bringing.advance, bringing.until_next),),
)
