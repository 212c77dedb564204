"""The embedded ENT's tables, one module for each noun; `ENT.tables` holds them all by name."""

from __future__ import annotations

from bot.ent.embedded.schema import ENT
from bot.ent.embedded.tables import (
    accounts,
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
    structures,
)

MODULES = (
    *(accounts, blocks, classes, communication, feeding, groups),
    *(lists, messages, passwords, reports, structures),
)
MODULES = (accounts, blocks, classes, feeding, groups, lists, messages, passwords, reports, services, structures)
    statistics,
    structures,
)

MODULES = (accounts, blocks, classes, feeding, groups, lists, messages, passwords, reports, statistics, structures)

__all__ = ["ENT", "MODULES"]
