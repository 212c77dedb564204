"""Checks that the last daily verification of the audit found its lines whole."""

from __future__ import annotations

from bot.ent.finding import Finding
from bot.storage import verification
from bot.storage.audit.walking import head
from bot.workflows.desk import Desk


async def examine(desk: Desk) -> Finding:
    """Whether the audit is whole, as the last daily verification found it; with its head, to be noted elsewhere."""
    newest = await desk.records.read(head)
    if broken := await desk.look(verification.fault):
        return Finding("audit", f"{broken}: look with `palier audit verify`", fine=False)
    mark = await desk.look(verification.verified)
    words = f"whole up to line {mark.position}" if mark is not None else "not verified yet: the bot does that daily"
    return Finding("audit", f"{words}; its head is {newest.position}:{newest.chain or '-'}")
