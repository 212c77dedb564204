"""Declares the noun linking."""

from __future__ import annotations

from bot.workflows.declaring import Noun

NOUN = Noun("linking")
