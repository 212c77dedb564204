"""Declares the noun accounts."""

from __future__ import annotations

from bot.workflows.accounts.naming import ACCOUNT
from bot.workflows.declaring import AGENTS, Command, Noun

NOUN = Noun("accounts", commands=(Command("compte", 21, AGENTS),), conversations=(ACCOUNT.talk,))
