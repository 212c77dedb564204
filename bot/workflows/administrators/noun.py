"""Declares the noun administrators."""

from __future__ import annotations

from bot.workflows.administrators import appointing
from bot.workflows.declaring import Command, Noun
from bot.workflows.rules.accounts.staffing import NEAR

NOUN = Noun(
    "administrators",
    commands=(Command("droits", 37, NEAR),),
    conversations=(appointing.RIGHT, appointing.NAMED.talk),
)
