"""Several replicas on one PostgreSQL: they share the work and the rate limits, and survive each other's end."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.clocks import MachineClock
from tests.durability.ordeal import Ordeal, endure, played, staged
from tests.durability.previous import bring_back, has_history, unpack
from tests.durability.test_durability import judge
from tests.durability.town import SECRET
from tests.durability.verdict import read
from tests.house.source import ROOT
from tests.postgres import Cluster
from tests.processes import once


async def test_three_replicas_that_are_killed_and_stopped_under_load_leave_everything_there_once(
    lasting_cluster: Cluster, lasting_url: str
) -> None:
    ordeal = Ordeal(seed=3, updates=160, pupils=40, entrance="serve", replicas=3)

    judge(await endure(ordeal, lasting_url, lasting_cluster), ordeal, troubles=10)


async def test_three_replicas_keep_telegrams_pace_together(migrated_postgres_url: str) -> None:
    ordeal = Ordeal(seed=4, updates=50, pupils=20, entrance="serve", replicas=3, limits="on")
    async with staged(ordeal, migrated_postgres_url) as stage:
        await asyncio.gather(*(bot.start() for bot in stage.bots))
        outcome = await played(ordeal, stage, lambda _step: asyncio.sleep(0))
        calls = stage.town.emulator.api.calls.after(0, None)

    judge(outcome, ordeal)
    assert outcome.uncertain == 0
    sent = [call for call in calls if call["method"] == "sendMessage" and call["ok"]]
    assert len(sent) > ordeal.updates
    # On a busy machine a message may be sent later than planned, so one in fifty may come too close to another.
    assert len([call for call in calls if call.get("error_code") == 429]) <= len(sent) // 50


async def test_an_update_that_reaches_all_replicas_at_once_takes_effect_once(migrated_postgres_url: str) -> None:
    ordeal = Ordeal(seed=5, updates=0, pupils=2, entrance="serve", replicas=3)
    async with staged(ordeal, migrated_postgres_url) as stage, ClientSession() as http:
        await asyncio.gather(*(bot.start() for bot in stage.bots))
        pupil = stage.town.phones["eleve0"]
        person = {"id": pupil.user_id, "is_bot": False, "first_name": "Noé"}
        message = {"message_id": 900, "date": 1, "text": "/assistance connexion Une seule fois", "from": person}
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": 11}]
        update = {"update_id": 77, "message": message | {"chat": {"id": pupil.user_id, "type": "private"}}}

        async def post(address: str) -> int:
            headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
            async with http.post(f"http://{address}/telegram", json=update, headers=headers) as answer:
                return answer.status

        listening = [bot.environment["PALIER_LISTEN"] for bot in stage.bots]
        statuses = await asyncio.gather(*(post(address) for address in listening * 2))
        found = await stage.records.read(read)

    assert statuses == [200] * 6
    assert [m["text"] for m in found.messages] == ["Une seule fois"]
    assert len([row for row in found.outbox if row["kind"] == "card"]) == 2  # for the school's two administrators


@pytest.mark.skipif(not has_history(), reason="an archive brings no earlier release along")
async def test_the_previous_release_and_this_one_serve_together_while_the_schema_moves(
    lasting_cluster: Cluster, tmp_path: Path
) -> None:
    before = unpack(tmp_path)
    name = await lasting_cluster.create()
    url = lasting_cluster.url(name)
    assert (await once("migrate", PALIER_DATABASE_URL=url))[0] == 0
    ordeal = Ordeal(seed=6, updates=160, pupils=40, entrance="serve", replicas=3)
    async with staged(ordeal, url) as stage:
        first, second, new = stage.bots
        await bring_back(url, before)
        first.home = second.home = before
        await asyncio.gather(first.start(), second.start())

        async def roll(step: int) -> None:
            if step == 40:
                assert (await once("migrate", PALIER_DATABASE_URL=url))[0] == 0
            if step == 60:
                await new.start()
            if step in (90, 120):
                await (first if step == 90 else second).stop()

        outcome = await played(ordeal, stage, roll)

    assert not outcome.complaints, "\n".join(outcome.complaints[:20])
    assert outcome.steps >= ordeal.updates
    assert (first.alive, second.alive) == (False, False)


@pytest.mark.needs("faketime")
async def test_replicas_whose_clocks_are_ten_minutes_apart_share_the_work_all_the_same(
    migrated_postgres_url: str, tmp_path: Path
) -> None:
    ordeal = Ordeal(seed=7, updates=30, pupils=12, entrance="serve", replicas=2, limits="on")
    async with staged(ordeal, migrated_postgres_url) as stage:
        for bot, ahead in zip(stage.bots, (0.0, 600.0), strict=True):
            folder = tmp_path / f"{ahead:.0f}"
            folder.mkdir()
            bot.home = ROOT
            bot.environment |= MachineClock(folder, ahead).environment
        await asyncio.gather(*(bot.start() for bot in stage.bots))
        slow = {"method": "sendMessage", "error": "slow", "times": 4, "seconds": 8.0}  # longer than a look at claims
        async with stage.town.http.post(f"{stage.town.emulator.url}/control/faults", json=slow) as answer:
            assert answer.status == 200
        outcome = await played(ordeal, stage, lambda _step: asyncio.sleep(0))

    judge(outcome, ordeal)
    assert outcome.uncertain == 0
