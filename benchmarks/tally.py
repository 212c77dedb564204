"""What a database holds, to see that every update took effect once: a benchmark that measures failure must fail."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

_COUNTS = {
    "versions": "SELECT sum(version) FROM requests",
    "messages": "SELECT count(*) FROM messages",
    "events": "SELECT count(*) FROM events",
    "causes": "SELECT count(*) FROM causes",
    "outbox": "SELECT count(*) FROM outbox",
    "refreshes": "SELECT count(*) FROM outbox WHERE kind = 'refresh'",
    "parked": "SELECT count(*) FROM parked",
}
_EACH = {"versions": 1, "messages": 1, "events": 1, "causes": 1, "outbox": 2, "refreshes": 1, "parked": 0}


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows by what they stand for."""

    counts: dict[str, int]

    def missing(self, before: Tally, updates: int) -> list[str]:
        """What does not fit so many updates since then, each a line to read; empty where all is well."""
        grown = {name: self.counts[name] - before.counts[name] for name in _EACH}
        wanted = {name: each * updates for name, each in _EACH.items()}
        return [f"{name}: {grown[name]} instead of {wanted[name]}" for name in _EACH if grown[name] != wanted[name]]


def tally(file: Path) -> Tally:
    """The tally of that database."""
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        return Tally({name: connection.execute(sql).fetchone()[0] or 0 for name, sql in _COUNTS.items()})
    finally:
        connection.close()
