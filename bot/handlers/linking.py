"""Linking: a link for one person, invitations for many, and who came in by them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Handler, Press

COMMANDS: Mapping[str, Handler] = {}
BUTTONS: Mapping[str, Press] = {}
