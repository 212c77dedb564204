"""Declares the noun year."""

from __future__ import annotations

from bot.workflows.declaring import SCHOOL, Chore, Command, Lane, Noun
from bot.workflows.year import reminding

NOUN = Noun(
    "year",
    commands=(Command("fil", 49, SCHOOL, each=True), Command("depart", 10, each=True)),
    chores=(Chore(Lane.TIME, reminding.remind),),
)
