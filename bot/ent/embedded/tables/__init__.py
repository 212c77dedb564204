"""The embedded ENT's tables, one module for each noun; `ENT.tables` holds them all by name."""

from __future__ import annotations

from bot.ent.embedded.schema import ENT
from bot.ent.embedded.tables import (
    accounts,
    announcements,
    blocks,
    classes,
    communication,
    feeding,
    groups,
    lists,
    messages,
    passwords,
    reports,
    services,
    statistics,
    structures,
)

MODULES = (
    *(accounts, announcements, blocks, classes, communication, feeding, groups),
    *(lists, messages, passwords, reports, services, statistics, structures),
)

__all__ = ["ENT", "MODULES"]
