"""Examines whether the embedded ENT has any account."""

from __future__ import annotations

from collections.abc import AsyncIterator

from sqlalchemy import select

from bot.ent.embedded.database import Database
from bot.ent.embedded.tables import ENT
from bot.ent.finding import Finding

_ANYBODY = select(ENT.tables["ent_accounts"].c.id).limit(1)


async def examine(records: Database) -> AsyncIterator[Finding]:
    """One finding: whether there are accounts."""
    found = await records.read(lambda connection: connection.execute(_ANYBODY).first())
    empty = "the embedded ENT is empty: run `palier seed`, or set PALIER_ENT to attach a real one"
    yield Finding("ENT accounts", "the embedded ENT has accounts" if found else empty, found is not None)
