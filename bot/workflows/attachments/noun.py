"""Declares the noun attachments."""

from __future__ import annotations

from bot.workflows.attachments import asking, attaching, detaching, leaving
from bot.workflows.declaring import AGENTS, Command, Noun

NOUN = Noun(
    "attachments",
    commands=(
        Command("rattachement", 38, AGENTS),
        Command("detachement", 39, AGENTS),
    ),
    conversations=(
        asking.ATTACHING,
        leaving.LEAVING,
        attaching.SEARCHING,
        detaching.PARTING,
        detaching.LEAVER.talk,
    ),
)
