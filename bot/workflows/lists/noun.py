"""Declares the noun lists."""

from __future__ import annotations

from bot.workflows.declaring import AGENTS, Command, Noun

NOUN = Noun("lists", commands=(Command("comptes", 22, AGENTS, each=True),))
