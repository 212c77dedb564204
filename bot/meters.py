"""The metrics of this process, by their Prometheus names. No label names a chat, a person or a school."""

from __future__ import annotations

import platform
from functools import cache
from importlib.metadata import version

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

REGISTRY = CollectorRegistry()
disable_created_metrics()  # type: ignore[no-untyped-call]  # a `_created` series per metric, which nobody reads

_QUICK = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
_SLOW = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 3600)

_UPDATES = Counter("palier_updates", "Updates by kind and verdict.", ["kind", "verdict"], registry=REGISTRY)
_RECORDED = Histogram(
    "palier_update_seconds", "From an update's arrival to its verdict.", registry=REGISTRY, buckets=_QUICK
)
_NOTICES = Counter(
    "palier_notices", "Attempts to send notices, by kind and outcome.", ["kind", "outcome"], registry=REGISTRY
)
_DELIVERED = Histogram(
    "palier_notice_seconds", "From a notice's entry into the outbox to its arrival.", registry=REGISTRY, buckets=_SLOW
)
_ENT = Histogram(
    "palier_ent_seconds", "Calls of the ENT, by outcome.", ["operation", "outcome"], registry=REGISTRY, buckets=_QUICK
)
_BUILD = Gauge("palier_build_info", "1, for this version.", ["version", "python"], registry=REGISTRY)
_BUILD.labels(version("palier"), platform.python_version()).set(1)
ProcessCollector(registry=REGISTRY)

#: how often Telegram refused a call because too many messages were sent
FLOODED = Counter("palier_telegram_429s", "Answers 429 of Telegram.", registry=REGISTRY)
LOCKED_OUT = Gauge(
    "palier_telegram_locked_out",
    "1 while Telegram lets the bot send nothing: wrong token, frozen.",
    registry=REGISTRY,
)
PAUSE = Gauge("palier_courier_pause_seconds", "Until the courier may send anything at all.", registry=REGISTRY)
UNEXPLAINED = Gauge(
    "palier_courier_unexplained_pause_seconds",
    "For how long nothing was sent, though notices wait and Telegram did not say to.",
    registry=REGISTRY,
)

# `labels` looks its child up at each call; the cache does that once per set of labels.
_updates, _notices, _ent = cache(_UPDATES.labels), cache(_NOTICES.labels), cache(_ENT.labels)


def update(kind: str, verdict: str, seconds: float) -> None:
    """Counts an update that has been dealt with, `seconds` after its arrival."""
    _updates(kind, verdict).inc()
    _RECORDED.observe(seconds)


def notice(kind: str, outcome: str, seconds: float) -> None:
    """Counts an attempt to send a notice that entered the outbox `seconds` ago."""
    _notices(kind, outcome).inc()
    if outcome == "sent":
        _DELIVERED.observe(seconds)


def ent(operation: str, outcome: str, seconds: float) -> None:
    """Counts a call to the ENT that took `seconds`."""
    _ent(operation, outcome).observe(seconds)


def counted() -> bytes:
    """All metrics of this process, in Prometheus' text format."""
    return generate_latest(REGISTRY)
