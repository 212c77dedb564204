"""The day of September over real HTTP: where a reload leads, and what is said of whom the day updated."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.terms.feed import Change, Changed, Datum, FeedReport
from bot.web.september import Day, September
from bot.web.server import WebServer

UPDATED = (
    Changed(Change.CHANGED, "pupil", "Zoé MARCHAND", (Datum("address"), Datum("gender", "", "F"))),
    Changed(Change.CHANGED, "pupil", "Léo ROY", (Datum("address"),)),
    Changed(Change.CHANGED, "relative", "Ana MARCHAND", (Datum("child-added", "", "Zoé MARCHAND"), Datum("other"))),
)


async def fed() -> FeedReport:
    """What the day did."""
    return FeedReport("0609901A", "École Jean-Moulin", UPDATED)


@pytest.fixture
async def address() -> AsyncIterator[str]:
    """The address of the day."""
    server = WebServer("127.0.0.1", 0, September(Day({}, fed)).routes())
    await server.start()
    yield f"http://127.0.0.1:{server.port}/septembre"
    await server.stop()


async def test_whoever_reloads_what_the_day_brought_comes_back_to_the_page(address: str) -> None:
    async with aiohttp.ClientSession() as browser, browser.get(address, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/")


async def test_what_was_updated_is_said_by_kind_of_datum(address: str) -> None:
    async with aiohttp.ClientSession() as browser, browser.post(address) as answer:
        page = await answer.text()

    assert "<li>2 élèves : adresse (2), sexe (1)</li>" in page.replace("\xa0", " ")
    assert "<li>1 responsable : lien avec un enfant (1), autre donnée (1)</li>" in page.replace("\xa0", " ")
