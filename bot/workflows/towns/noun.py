"""Declares the noun towns."""

from __future__ import annotations

from bot.terms import Level
from bot.workflows.declaring import AGENTS, Command, Noun
from bot.workflows.towns import asking

NOUN = Noun(
    "towns",
    commands=(Command("commune", 46, AGENTS - {Level.VENDOR}),),  # the vendor is asked
    conversations=(asking.TOWNS,),
)
