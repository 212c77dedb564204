"""Linking: a link for one person, and how far invitations are."""

from __future__ import annotations

from collections.abc import Mapping

from bot.texts.declaring import Label, Make

NOTICES: Mapping[str, Make] = {}
LABELS: Mapping[str, Label] = {}
