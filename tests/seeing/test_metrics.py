"""The metrics page: gauges from the database, counters of the process, and the cost of reading it."""

from __future__ import annotations

import asyncio
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot import meters
from bot.delivery.gauging import Gauging
from bot.ent.metered import metered
from bot.storage import gauges, parking
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Declined
from bot.workflows.requests import verbs
from tests.house.source import text
from tests.seeing.page import Page, showing
from tests.world import World

_ASKED = re.compile(r"\b(?:palier|process)_\w+")
_LABELS = re.compile(r"(?:by|without) \(([^)]*)\)|(\w+)(?:=~|!~|!=|=)\"")


def end(work: Work, lowest: int, state: str) -> None:
    """Sets the state of all notices from number `lowest` on."""
    table = DESK.tables["outbox"]
    work.execute(update(table).where(table.c.id >= lowest).values(state=state))


async def test_the_gauges_show_what_waits_what_ended_badly_and_whose_turn_it_is(world: World) -> None:
    before = await world.desk.look(gauges.read)
    await world.file("eleve")
    taken = await world.file("eleve")
    await world.act("directeur", verbs.take, taken)
    letters = [row["id"] for row in await world.rows("outbox", state="queued")]
    await world.desk.put(end, letters[-1], "dead")
    await world.desk.put(parking.park, "{}", "KeyError")
    world.wait(seconds=90)

    shown = await world.desk.look(gauges.read)

    assert shown.requests == {(0, "new"): 1, (0, "open"): 1}
    assert shown.outbox == {"queued": len(letters) - 1, "dead": 1, "uncertain": 0}
    assert shown.oldest == timedelta(seconds=90).total_seconds()
    assert (before.parked, shown.parked) == (0, 1)


async def test_the_page_shows_the_gauges_of_the_records(sqlite_world: World) -> None:
    await sqlite_world.file("eleve")
    async with showing(sqlite_world.desk) as site:
        page = await site.read()
    assert page.value("palier_requests", level="0", status="new") == 1
    assert page.value("palier_outbox_notices", state="dead") == 0
    assert page.value("palier_database_up") == 1


async def test_however_many_watch_the_records_are_read_once(sqlite_world: World) -> None:
    gauging = Gauging(sqlite_world.desk)
    shown = await asyncio.gather(*(gauging.read() for _ in range(10)))
    await sqlite_world.file("eleve")
    again = await gauging.read()
    assert all(one is again for one in shown)


async def test_a_page_without_the_database_says_so_and_shows_the_rest(sqlite_world: World) -> None:
    async with showing(sqlite_world.desk) as site:
        await sqlite_world.desk.records.close()
        page = await site.read()
    assert page.value("palier_database_up") == 0
    assert page.value("palier_requests", level="0", status="new") is None
    assert "palier_updates_total" in page.names()


async def test_calls_of_the_ent_are_counted_by_what_they_came_to(sqlite_world: World) -> None:
    async with showing(sqlite_world.desk) as site:
        before = await site.read()
        directory = metered(sqlite_world.desk.directory)
        assert await directory.account("eleve") is not None
        with pytest.raises(Declined) as no:
            await directory.renew_code("personne")
        after = await site.read()
    for operation, outcome in (("account", "done"), ("renew_code", str(no.value.reason))):
        name, labels = "palier_ent_seconds_count", {"operation": operation, "outcome": outcome}
        assert (after.value(name, **labels) or 0) - (before.value(name, **labels) or 0) == 1


async def full_page(world: World) -> Page:
    """The page of a bot in which every counted event has happened."""
    meters.update("message", "taken", 0.01)
    meters.notice("card", "sent", 0.1)
    meters.ent("account", "done", 0.1)
    await world.file("eleve")
    async with showing(world.desk) as site:
        return await site.read()


async def test_the_dashboard_asks_only_for_what_the_page_shows(sqlite_world: World) -> None:
    panels = json.loads(text(Path("deploy/grafana.json")))["panels"]
    asked = " ".join(target["expr"] for panel in panels for target in panel.get("targets", []))
    page = await full_page(sqlite_world)
    labels = {name.strip() for group, one in _LABELS.findall(asked) for name in (group or one).split(",")}

    assert not set(_ASKED.findall(asked)) - page.names()
    assert {"kind", "outcome", "le"} <= labels <= page.labels() | {"job", "instance"}


async def test_the_guide_tells_every_metric_and_no_other(sqlite_world: World) -> None:
    told = set(_ASKED.findall(text(Path("docs/guides/surveiller.md"))))
    shown = {name for name in (await full_page(sqlite_world)).names() if name.startswith("palier_")}
    whole = {re.sub("_(bucket|sum|count)$", "", name) for name in shown}
    assert not {name for name in told if not name.startswith("process_")} - shown - whole
    assert not whole - {re.sub("_(bucket|sum|count)$", "", name) for name in told}
