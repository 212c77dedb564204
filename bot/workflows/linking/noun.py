"""Declares the noun linking."""

from __future__ import annotations

from bot.workflows.declaring import Command, Noun
from bot.workflows.linking import giving
from bot.workflows.rules.accounts.administration import GIVE_LINKS

NOUN = Noun(
    "linking",
    commands=(Command("lien", 29, GIVE_LINKS),),
    conversations=(giving.LINK.talk,),
)
