"""What a database holds, to see that every update took effect once: a benchmark that measures failure must fail."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, text

_COUNTS = {
    "versions": text("SELECT sum(version) FROM requests"),
    "messages": text("SELECT count(*) FROM messages"),
    "events": text("SELECT count(*) FROM events"),
    "causes": text("SELECT count(*) FROM causes"),
    "outbox": text("SELECT count(*) FROM outbox"),
    "refreshes": text("SELECT count(*) FROM outbox WHERE kind = 'refresh'"),
    "parked": text("SELECT count(*) FROM parked"),
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


def tally(connection: Connection) -> Tally:
    """The tally of that database."""
    return Tally({name: int(connection.execute(sql).scalar() or 0) for name, sql in _COUNTS.items()})
