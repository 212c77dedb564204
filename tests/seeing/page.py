"""The page of metrics, read as Prometheus reads it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families

from bot.web.metrics import METRICS_PATH, Metrics
from bot.web.server import WebServer
from bot.workflows.desk import Desk
from bot.workflows.gauging import Gauging


@dataclass(slots=True)
class Page:
    """One answer: its metrics, each with its samples."""

    metrics: list[Metric]

    def value(self, name: str, **labels: str) -> float | None:
        """That sample's value; None where there is none."""
        samples = (sample for metric in self.metrics for sample in metric.samples)
        return next((s.value for s in samples if s.name == name and s.labels == labels), None)

    def names(self) -> set[str]:
        """Every name that may be asked for, of metrics that have no samples yet too."""
        told = {metric.name + ("_total" if metric.type == "counter" else "") for metric in self.metrics}
        told -= {metric.name for metric in self.metrics if metric.type == "histogram"}
        parts = ("_bucket", "_sum", "_count")
        return told | {metric.name + part for metric in self.metrics if metric.type == "histogram" for part in parts}

    def labels(self) -> set[str]:
        """Every label that a sample bears."""
        return {label for metric in self.metrics for sample in metric.samples for label in sample.labels}


async def page(http: aiohttp.ClientSession, url: str) -> Page:
    """What stands at that address."""
    async with http.get(url + METRICS_PATH) as answer:
        assert answer.status == 200
        assert answer.content_type == "text/plain"
        return Page(list(text_string_to_metric_families(await answer.text())))


@dataclass(slots=True)
class Site:
    """The page of one desk, at an address of its own."""

    url: str
    http: aiohttp.ClientSession

    async def read(self) -> Page:
        """The page as it stands now."""
        return await page(self.http, self.url)


@asynccontextmanager
async def showing(desk: Desk) -> AsyncIterator[Site]:
    """A site that shows that desk."""
    server = WebServer("127.0.0.1", 0, Metrics(Gauging(desk)).routes())
    await server.start()
    try:
        async with aiohttp.ClientSession() as http:
            yield Site(f"http://127.0.0.1:{server.port}", http)
    finally:
        await server.stop()
