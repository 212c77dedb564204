"""What an operator sees of a running bot: log, metrics, health; without any personal data."""

from __future__ import annotations

import asyncio
import json
import re
from collections import defaultdict
from typing import Any

import pytest
from aiohttp import ClientSession

from bot import app, opening
from bot.opening import Misconfigured
from tests.durability.town import Town as Stage
from tests.durability.town import inhabited
from tests.journeys.phone import PATIENCE
from tests.journeys.test_codes import spoiler
from tests.journeys.town import Town
from tests.processes import palier
from tests.seeing.page import Page, page

WORDS = "Inès a perdu son doudou"
ANSWER = "Dans la corbeille bleue"


async def talk(town: Stage) -> list[str]:
    """A parent asks; the director forwards a code and answers, while Telegram fails once.

    Returns the texts that must not appear in logs or metrics.
    """
    parent, director = town.phones["parent"], town.phones["directeur"]
    fault = {"method": "sendMessage", "error": 429, "retry_after": 1}
    async with town.http.post(f"{town.emulator.url}/control/faults", json=fault) as answer:
        assert answer.status == 200
    await parent.write(f"/assistance connexion {WORDS}")
    await director.press("Code de connexion")
    await director.press("Code · Inès Caron")
    shown = await director.see("Code de connexion pour")
    await director.press("Transmettre", shown)
    await parent.see("Voici le code")
    await director.write(f"/repondre 1 {ANSWER}")
    await parent.see(ANSWER)
    return [WORDS, ANSWER, spoiler(shown), "Caron", "Inès"]


def private() -> list[str]:
    """The names, account ids and Telegram ids of everybody in the demo."""
    people = opening.PERSONAS
    return [word for p in people for word in (p.key, p.first_name, p.last_name, str(p.telegram_id))]


def lines(written: list[str]) -> list[dict[str, Any]]:
    """The lines of the log, parsed as JSON."""
    return [json.loads(line) for line in written]


async def counted(http: ClientSession, url: str) -> Page:
    """The metrics page once both messages are counted: each is after its answer was sent."""
    async with asyncio.timeout(PATIENCE):
        while True:
            shown = await metrics_of(http, url)
            if (shown.value("palier_updates_total", kind="message", verdict="taken") or 0) >= 2:
                return shown


async def metrics_of(http: ClientSession, url: str) -> Page:
    """Reads the metrics page, after checking that `/healthz` and `/readyz` answer 200."""
    for path, status in (("/healthz", "ok"), ("/readyz", "ready")):
        async with http.get(url + path) as answer:
            assert (answer.status, await answer.json()) == (200, {"status": status})
    return await page(http, url)


@pytest.mark.parametrize("entrance", ["run", "serve"])
async def test_a_journey_is_followed_by_its_cause_and_names_nobody(migrated_sqlite_url: str, entrance: str) -> None:
    async with inhabited(migrated_sqlite_url, pupils=0) as town:
        async with palier(entrance, **town.environment, PALIER_LOG="json") as bot:
            secret = await talk(town)
            shown = await counted(town.http, town.environment["PALIER_WEBHOOK_URL"])
        log = lines(bot.complaints)

    everything = "\n".join(bot.complaints)
    assert not [word for word in secret + private() if re.search(rf"(?<![\w-]){re.escape(word)}(?!\w)", everything)]
    ways = defaultdict(list)
    for line in log:
        ways[line.get("cause", "")].append(re.sub(r"\d+", "#", line["message"]))
    asked = next(way for way in ways.values() if "An update (message) is taken after # ms" in way)
    assert "Notice # (card) is sent after # attempts and # ms" in asked
    assert not [cause for cause in ways if not re.fullmatch(r"tg:\d+:\d+|deed:\d+|demo|", cause)]
    begun = {line["message"].split()[-1] for line in log if "goes on as" in line["message"]}
    assert begun == {cause for cause in ways if cause.startswith("deed:")}
    assert (shown.value("palier_updates_total", kind="message", verdict="taken") or 0) >= 2
    assert (shown.value("palier_notices_total", kind="card", outcome="sent") or 0) >= 1
    assert (shown.value("palier_ent_seconds_count", operation="renew_code", outcome="done")) == 1
    assert shown.value("palier_telegram_429s_total") == 1


async def get(town: Town, port: int, path: str) -> tuple[int, Any]:
    """The status and the body that the bot answers at this path."""
    async with town.http.get(f"http://127.0.0.1:{port}{path}") as answer:
        return answer.status, await answer.json()


async def test_a_bot_whose_courier_died_is_not_alive(small_town: Town) -> None:
    assert small_town.house is not None
    async with app.watched(small_town.settings, small_town.house, asyncio.Event()) as server:
        assert await get(small_town, server.port, "/healthz") == (200, {"status": "ok"})
        courier = next(task for task in asyncio.all_tasks() if task.get_name() == "courier")
        courier.cancel()
        await asyncio.wait([courier])
        assert await get(small_town, server.port, "/healthz") == (
            503,
            {"status": "dead", "troubles": ["courier died"]},
        )


async def test_a_bot_that_is_told_to_end_is_not_ready_but_alive(small_town: Town) -> None:
    assert small_town.house is not None
    stop = asyncio.Event()
    async with app.watched(small_town.settings, small_town.house, stop) as server:
        assert await get(small_town, server.port, "/readyz") == (200, {"status": "ready"})
        stop.set()
        assert await get(small_town, server.port, "/readyz") == (503, {"status": "unavailable"})
        assert await get(small_town, server.port, "/healthz") == (200, {"status": "ok"})


async def test_an_address_that_is_taken_is_told_by_the_name_of_its_setting(small_town: Town) -> None:
    assert small_town.house is not None
    async with app.watched(small_town.settings, small_town.house, asyncio.Event()):
        with pytest.raises(Misconfigured, match=r"PALIER_LISTEN: 127\.0\.0\.1:\d+ cannot be listened on"):
            async with app.watched(small_town.settings, small_town.house, asyncio.Event()):
                pass
