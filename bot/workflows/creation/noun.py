"""Declares the noun creation."""

from __future__ import annotations

from bot.workflows.creation import asking, doubted, editing, removing
from bot.workflows.declaring import SCHOOL, Chore, Command, Lane, Noun

NOUN = Noun(
    "creation",
    commands=(Command("creer", 35, SCHOOL, each=True),),
    conversations=(asking.CREATION, editing.EDIT, removing.REMOVAL),
    chores=(Chore(Lane.ENT, doubted.settle, doubted.pause),),
)
