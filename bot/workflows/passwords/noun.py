"""Declares the noun passwords."""

from __future__ import annotations

from bot.workflows import acting
from bot.workflows.declaring import AGENTS, Chore, Command, Lane, Noun
from bot.workflows.passwords import codes, vanishing

NOUN = Noun(
    "passwords",
    commands=(Command("code", 20, AGENTS),),
    conversations=(codes.CODE.talk,),
    events=(codes.MAILED,),
    chores=(
        Chore(Lane.TIME, vanishing.vanish, vanishing.until_expiry),
        Chore(Lane.TIME, vanishing.own_up),
        Chore(Lane.TIME, acting.own_up),
    ),
)
