"""Declares the noun classes."""

from __future__ import annotations

from bot.workflows.classes import choosing, saving
from bot.workflows.declaring import Chore, Command, Lane, Noun
from bot.workflows.rules.accounts.staffing import NEAR

NOUN = Noun(
    "classes",
    commands=(Command("classe", 36, NEAR),),
    conversations=(choosing.CLASSES, choosing.NAMED.talk),
    chores=(Chore(Lane.ENT, saving.advance),),
)
