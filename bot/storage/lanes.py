"""Lanes: how soon a new delivery is wanted."""

from __future__ import annotations

from typing import Any

from bot.storage.work import Work
from bot.terms import DeliveryLane

ANNOUNCEMENT = "announcement"  #: the kind of the screens that show an announcement of a school


def lane(
    work: Work, chat_id: int, person: int | None, request: int | None, kind: str, payload: dict[str, Any]
) -> DeliveryLane:
    """The lane of a new delivery. What goes to whoever acts is an answer; so is a deletion: a code must go."""
    shown = str(payload.get("about", "")).partition(":")[0]
    if shown == ANNOUNCEMENT:
        return DeliveryLane.ANNOUNCEMENTS
    announces = kind == "notice" and person is not None and request is None
    announces = announces or (kind == "screen" and shown == "campaign")
    if kind in ("menu", "refusal", "leave", "bare"):
        return DeliveryLane.LATER
    answers = kind == "export" or (kind in ("notice", "refresh") and person is None)
    if kind == "delete" or chat_id == work.answers or answers:
        return DeliveryLane.ANSWERS
    return DeliveryLane.LATER if announces or kind == "refresh" else DeliveryLane.NOTICES
