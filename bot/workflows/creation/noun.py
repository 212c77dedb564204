"""Declares the noun creation."""

from __future__ import annotations

from bot.workflows.creation import asking, editing, removing
from bot.workflows.declaring import SCHOOL, Command, Noun

NOUN = Noun(
    "creation",
    commands=(Command("creer", 35, SCHOOL, each=True),),
    conversations=(asking.CREATION, editing.EDIT, removing.REMOVAL),
)
