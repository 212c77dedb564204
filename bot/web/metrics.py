"""The page that Prometheus reads. It holds no personal data, but must not be reachable from the Internet."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot import meters
from bot.delivery.gauging import Gauges, Gauging
from bot.terms import Unavailable

METRICS_PATH = "/metrics"

_WITHIN = 5.0  # seconds


class Metrics:
    """Answers `/metrics`: the counters of this process, and gauges from the database, which all replicas share."""

    def __init__(self, gauging: Gauging) -> None:
        self._gauging = gauging

    def routes(self) -> list[web.RouteDef]:
        """The route of `/metrics`."""
        return [web.get(METRICS_PATH, self._show)]

    async def _show(self, _request: web.Request) -> web.Response:
        shared = CollectorRegistry()
        shared.register(_Shared(await self._read()))
        body = meters.counted() + generate_latest(shared)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _read(self) -> Gauges | None:
        try:
            async with asyncio.timeout(_WITHIN):
                return await self._gauging.read()
        except (Unavailable, TimeoutError):
            return None


class _Shared(Collector):
    """The gauges from the database; only `palier_database_up`, at 0, if it could not be read."""

    def __init__(self, gauges: Gauges | None) -> None:
        self._gauges = gauges

    def collect(self) -> Iterator[GaugeMetricFamily]:
        read = self._gauges
        yield _gauge("palier_database_up", "Whether the database answers.", read is not None)
        if read is None:
            return
        outbox = GaugeMetricFamily("palier_outbox_notices", "Notices that have not arrived.", labels=["state"])
        for state, number in read.outbox.items():
            outbox.add_metric([state], number)
        yield outbox
        requests = GaugeMetricFamily("palier_requests", "Requests not solved yet.", labels=["level", "status"])
        for (level, status), number in read.requests.items():
            requests.add_metric([str(level), status], number)
        yield requests
        yield _gauge("palier_outbox_oldest_seconds", "How long the first of the queued notices waits.", read.oldest)
        yield _gauge("palier_telegram_pause_seconds", "For how long Telegram asks to write to nobody.", read.paused)
        yield _gauge("palier_telegram_paused_chats", "Chats where Telegram asks to wait.", read.paused_chats)
        yield _gauge("palier_parked_updates", "Updates that an operator is to look at.", read.parked)
        yield _gauge("palier_audit_broken", "1 where lines of the audit were changed or are missing.", read.broken)


def _gauge(name: str, words: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, words, value=value)
