"""Conversations, declared: what is the same for all of them."""

from __future__ import annotations

from bot.workflows.declaring import Command, Noun

NOUN = Noun("conversations", commands=(Command("annuler", 12),))
