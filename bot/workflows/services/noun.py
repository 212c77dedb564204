"""Declares the noun services."""

from __future__ import annotations

from bot.workflows.declaring import Command, Noun
from bot.workflows.rules.accounts.staffing import NEAR
from bot.workflows.services import asking

NOUN = Noun("services", commands=(Command("services", 45, NEAR),), conversations=(asking.SERVICES,))
