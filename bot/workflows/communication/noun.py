"""Declares the noun communication."""

from __future__ import annotations

from bot.workflows.communication import changing, resetting
from bot.workflows.declaring import Command, Noun
from bot.workflows.rules.accounts.staffing import NEAR

NOUN = Noun(
    "communication",
    commands=(Command("regles", 44, NEAR),),
    conversations=(changing.RULE, resetting.RESET),
)
