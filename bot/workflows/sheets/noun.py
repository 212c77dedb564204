"""Declares the noun sheets."""

from __future__ import annotations

from bot.workflows.declaring import SCHOOL, Chore, Command, Lane, Noun
from bot.workflows.sheets import asking, following, making

NOUN = Noun(
    "sheets",
    commands=(Command("fiches", 32, SCHOOL, each=True),),
    conversations=(asking.SHEETS,),
    screens={"printing": following.screen},
    chores=(Chore(Lane.SHEETS, making.go_on, making.until_next),),
)
