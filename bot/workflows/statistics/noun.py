"""Declares the noun statistics."""

from __future__ import annotations

from bot.workflows import documents
from bot.workflows.declaring import AGENTS, Chore, Command, Lane, Noun
from bot.workflows.statistics import exporting, making

NOUN = Noun(
    "statistics",
    commands=(Command("stats", 47, AGENTS, each=True), Command("exporter", 48, AGENTS, each=True)),
    screens={making.EXPORTS.screen: exporting.screen},
    chores=(Chore(Lane.SHEETS, making.EXPORTS.go_on, documents.until_next),),
)
