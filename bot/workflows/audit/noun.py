"""Declares the noun audit."""

from __future__ import annotations

from bot.workflows.audit import verifying
from bot.workflows.declaring import AGENTS, Chore, Command, Lane, Noun

NOUN = Noun(
    "audit",
    commands=(Command("journal", 30, AGENTS, each=True),),
    chores=(Chore(Lane.PURGE, verifying.check),),
)
