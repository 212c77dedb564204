"""Reads the metrics page as Prometheus does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families

from bot.delivery.gauging import Gauging
from bot.web.metrics import METRICS_PATH, Metrics
from bot.web.server import WebServer
from bot.workflows.desk import Desk


@dataclass(slots=True)
class Page:
    """The metrics page as read once: its metrics with their samples."""

    metrics: list[Metric]

    def value(self, name: str, **labels: str) -> float | None:
        """The value of a sample; None if there is no such sample."""
        samples = (sample for metric in self.metrics for sample in metric.samples)
        return next((s.value for s in samples if s.name == name and s.labels == labels), None)

    def names(self) -> set[str]:
        """The names of all possible samples, including those of metrics without samples so far."""
        told = {metric.name + ("_total" if metric.type == "counter" else "") for metric in self.metrics}
        told -= {metric.name for metric in self.metrics if metric.type == "histogram"}
        parts = ("_bucket", "_sum", "_count")
        return told | {metric.name + part for metric in self.metrics if metric.type == "histogram" for part in parts}

    def labels(self) -> set[str]:
        """The names of all labels in use."""
        return {label for metric in self.metrics for sample in metric.samples for label in sample.labels}


async def page(http: aiohttp.ClientSession, url: str) -> Page:
    """Reads the metrics page at this URL."""
    async with http.get(url + METRICS_PATH) as answer:
        assert answer.status == 200
        assert answer.content_type == "text/plain"
        return Page(list(text_string_to_metric_families(await answer.text())))


@dataclass(slots=True)
class Site:
    """A web server with the metrics page of one desk."""

    url: str
    http: aiohttp.ClientSession

    async def read(self) -> Page:
        """Reads the page now."""
        return await page(self.http, self.url)


@asynccontextmanager
async def showing(desk: Desk) -> AsyncIterator[Site]:
    """Serves the metrics page of this desk."""
    server = WebServer("127.0.0.1", 0, Metrics(Gauging(desk)).routes())
    await server.start()
    try:
        async with aiohttp.ClientSession() as http:
            yield Site(f"http://127.0.0.1:{server.port}", http)
    finally:
        await server.stop()
