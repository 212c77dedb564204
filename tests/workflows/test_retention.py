"""Rows are deleted once their time is over: each kind by itself, a request whole, nothing by a wrong clock."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, update

from bot.storage.parking import park
from bot.storage.purging import batches
from bot.storage.purging.kinds import KINDS
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import DeliveryState, Status
from bot.workflows import upkeep
from bot.workflows.people import answering
from bot.workflows.requests import merging, verbs
from tests.workflows.steps import resolved
from tests.world import PHOTO, World

YEAR = timedelta(days=365)


async def swept(world: World) -> None:
    """Sweeps twice, an hour apart: after a long time, the first sweep does not believe the clock."""
    await upkeep.sweep(world.desk)
    world.wait(hours=1)
    await upkeep.sweep(world.desk)


async def put(world: World, table: str, *rows: dict[str, Any]) -> None:
    """Inserts rows as they are."""
    await world.desk.put(lambda work: work.execute(insert(DESK.tables[table]), list(rows)))


def delivery(world: World, key: str, state: DeliveryState, at: datetime) -> dict[str, Any]:
    """A row of the outbox."""
    row = {"dedupe": key, "chat_id": 7, "kind": "notice", "payload": {}, "state": state.value, "attempts": 0}
    return row | {"at": at, "not_before": at, "error": "", "bot": 0}


async def closed(world: World, words: str = "Mon secret") -> int:
    """The number of a request with a photo, an answer and cards, that was closed."""
    number = await world.file("eleve", text=words)
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Voici", PHOTO))
    await world.act("directeur", verbs.resolve, number, world.saying("directeur", "Code remis"))
    await world.act("eleve", verbs.confirm, number)
    await world.carry()
    return number


async def naming(world: World, number: int) -> dict[str, int]:
    """How many rows of each table are about that request, or hold its words."""
    found = {}
    for name, table in DESK.tables.items():
        rows = await world.rows(name)
        about = [
            row
            for row in rows
            if (name == "requests" and number in (row["number"], row["merged_into"]))
            or ("request" in table.c and row["request"] == number)
            or "Mon secret" in json.dumps(row, default=str, ensure_ascii=False)
        ]
        if about:
            found[name] = len(about)
    return found


async def test_a_closed_request_disappears_whole_once_its_time_is_over_and_not_before(world: World) -> None:
    number = await closed(world)
    other = await world.file("parent")
    world.now += YEAR - timedelta(hours=3)
    await swept(world)
    assert {"requests", "messages", "events", "parties"} <= set(await naming(world, number))

    world.wait(hours=3)
    await upkeep.sweep(world.desk)

    assert await naming(world, number) == {}
    assert await world.rows("attachments") == []
    assert [row["number"] for row in await world.rows("requests")] == [other]


async def test_a_request_that_is_not_closed_is_kept_however_old_it_is(world: World) -> None:
    number, _ = await resolved(world)
    world.now += 5 * YEAR

    await swept(world)

    assert (await world.request(number)).status is Status.RESOLVED
    assert await world.exchange(number)


async def test_what_was_merged_into_a_request_stays_as_long_as_that_and_goes_with_it(world: World) -> None:
    into = await world.file("eleve", text="Mon secret")
    one = await world.file("parent", text="Mon secret aussi")
    await world.act("directeur", merging.merge, one, into)
    await world.carry()
    assert (await world.request(one)).merged_into == into
    world.now += 2 * YEAR
    await swept(world)
    assert ((await world.request(one)).status, (await world.card("parent", one)).kind) == (Status.CLOSED, "card")

    await world.act("directeur", verbs.resolve, into)
    pupil = (await world.person("eleve")).id  # the yes ended meanwhile
    await answering.say(world.desk, world.cause(), world.caller("directeur"), pupil, True, "9" * 16, paper=True)
    await world.act("eleve", verbs.confirm, into)
    await world.carry()
    world.now += 2 * YEAR
    await swept(world)

    assert (await naming(world, one), await naming(world, into)) == ({}, {})
    assert await world.rows("requests") == []


async def test_the_number_of_a_request_that_disappeared_is_never_given_again(world: World) -> None:
    number = await closed(world)
    world.now += YEAR + timedelta(days=1)
    await swept(world)
    assert await world.rows("requests") == []

    assert await world.file("parent") > number
    refusal = await world.refused("directeur", verbs.take, number)
    assert refusal.reason


@pytest.mark.parametrize(
    ("state", "days"), [(DeliveryState.SENT, 30), (DeliveryState.DEAD, 90), (DeliveryState.UNCERTAIN, 90)]
)
async def test_deliveries_go_by_their_state(world: World, state: DeliveryState, days: int) -> None:
    old, young = world.now - timedelta(days=days, minutes=1), world.now - timedelta(days=days - 1)
    waiting = delivery(world, "waits", DeliveryState.QUEUED, old)
    await put(world, "outbox", delivery(world, "old", state, old), delivery(world, "young", state, young), waiting)

    await swept(world)

    left = [row["dedupe"] for row in await world.rows("outbox") if row["chat_id"] == 7]
    assert left == ["young", "waits"]


async def test_a_parked_update_keeps_its_own_causes_and_no_others(world: World) -> None:
    for cause in ("tg:1:2", "tg:1:2:typed", "later:tg:1:2", "tg:1:22", "tg:12:3", "deed:2"):
        await world.desk.do(cause, lambda work: None)
    await world.desk.put(park, json.dumps({"update_id": 2}), "KeyError")
    await world.desk.put(park, "unreadable", "ValueError")
    world.wait(days=40)

    await swept(world)
    kept = {row["cause"] for row in await world.rows("causes") if not row["cause"].startswith("sweep:")}
    assert kept == {"tg:1:2", "tg:1:2:typed", "later:tg:1:2"}

    world.wait(days=60)
    await swept(world)
    assert await world.rows("parked") == []
    assert [row for row in await world.rows("causes") if not row["cause"].startswith("sweep:")] == []


async def test_what_the_release_before_parked_keeps_its_causes_too(world: World) -> None:
    await world.desk.do("tg:1:2", lambda work: None)
    await put(world, "parked", {"at": world.now, "reason": "KeyError", "body": '{"update_id": 2}', "update_id": None})
    world.wait(days=40)

    await swept(world)

    assert "tg:1:2" in {row["cause"] for row in await world.rows("causes")}


async def test_a_clock_that_was_a_year_ahead_for_a_moment_deletes_nothing(world: World) -> None:
    number = await closed(world)
    await upkeep.sweep(world.desk)
    before = {name: len(await world.rows(name)) for name in DESK.tables if name not in ("causes", "purges")}
    right = world.now

    world.now = right + 2 * YEAR
    await upkeep.sweep(world.desk)
    world.now = right + timedelta(hours=1)
    await upkeep.sweep(world.desk)
    world.now = right + 2 * YEAR + timedelta(hours=5)
    await upkeep.sweep(world.desk)
    world.now = right + timedelta(hours=2)
    await upkeep.sweep(world.desk)

    assert {name: len(await world.rows(name)) for name in before} == before
    assert await naming(world, number)


async def test_after_a_clock_that_was_ahead_sweeps_go_on_within_two_hours(world: World) -> None:
    right = world.now
    world.now = right + 2 * YEAR
    await swept(world)
    world.now = right + timedelta(hours=1)
    await upkeep.sweep(world.desk)
    await put(world, "outbox", delivery(world, "old", DeliveryState.DEAD, right - timedelta(days=100)))
    world.wait(hours=1)
    await upkeep.sweep(world.desk)

    assert [row for row in await world.rows("outbox") if row["chat_id"] == 7] == []


async def test_a_first_sweep_with_a_clock_that_is_ahead_deletes_nothing(world: World) -> None:
    number = await closed(world)
    world.now += 2 * YEAR

    await upkeep.sweep(world.desk)

    assert await naming(world, number)


async def test_much_is_deleted_in_small_transactions(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    old = world.now - timedelta(days=100)
    await put(world, "outbox", *(delivery(world, f"old {n}", DeliveryState.DEAD, old) for n in range(1201)))
    left = []

    async def counted(function: Any, *args: Any) -> Any:
        result = await type(world.desk).put(world.desk, function, *args)
        left.append(len([row for row in await world.rows("outbox") if row["chat_id"] == 7]))
        return result

    monkeypatch.setattr(world.desk, "put", counted, raising=False)
    await upkeep.sweep(world.desk)

    assert left[-1] == 0
    assert max(first - then for first, then in zip([1201, *left], left, strict=False)) <= batches.BATCH


async def test_a_sweep_that_was_cut_off_is_gone_on_with(world: World) -> None:
    old = world.now - timedelta(days=100)
    await put(world, "outbox", *(delivery(world, f"old {n}", DeliveryState.DEAD, old) for n in range(700)))
    dead = next(kind for kind in KINDS if kind.name == "outbox-dead")
    assert await world.desk.put(batches.purge, dead, world.now - timedelta(days=90)) is not None
    assert len([row for row in await world.rows("outbox") if row["chat_id"] == 7]) == 200

    await upkeep.sweep(world.desk)

    assert [row for row in await world.rows("outbox") if row["chat_id"] == 7] == []


async def test_people_go_who_are_not_linked_and_party_to_nothing(world: World) -> None:
    await world.file("eleve")
    table = DESK.tables["people"]

    def unlink(work: Work) -> None:
        some = update(table).where(table.c.account.in_(["eleve", "parent", "adjoint"]))
        work.execute(some.values(telegram_id=None, speaking=False))
        work.execute(DESK.tables["roles"].delete())
        for name in ("outbox", "cards", "events"):
            rows = DESK.tables[name]
            work.execute(rows.delete().where(rows.c.person.is_not(None)))

    await world.desk.put(unlink)
    last = max(row["id"] for row in await world.rows("people"))
    world.now += YEAR + timedelta(days=1)
    await swept(world)

    left = {row["account"] for row in await world.rows("people")}
    assert not {"parent", "adjoint"} & left
    assert {"eleve", "directeur"} <= left
    await world.enrol("parent", 4242)
    assert (await world.person("parent")).id > min(last, 0)


async def test_nothing_is_left_of_acts_reports_tokens_and_searches_whose_time_is_over(world: World) -> None:
    director = (await world.person("directeur")).id
    at = world.now - 2 * YEAR
    act = {"act": "block", "person": director, "facts": {}, "state": "done", "at": at, "account": "", "whom": "Inès"}
    rows = [act | {"school": "", "why": "", "reason": "", "id": number} for number in (901, 902, 903)]
    await put(world, "interventions", *rows)
    await put(world, "holds", {"account": "a", "school": "s", "place": "", "deed": 901, "at": at})
    await put(world, "touches", {"school": "s", "deed": 902, "place": "", "accounts": 1, "at": at})
    await put(world, "tokens", {"hash": "h", "account": "a", "expires_at": at, "used_at": None})
    await put(world, "tokens", {"hash": "i", "account": "a", "expires_at": world.now + YEAR, "used_at": at})
    await put(world, "tokens", {"hash": "j", "account": "a", "expires_at": world.now, "used_at": None})
    await put(world, "searches", {"person": director, "query": {}, "pages": [], "at": at})
    await put(world, "screens", {"chat_id": 7, "message_id": 1, "about": "report:33", "person": 1, "bot": 0})
    await put(world, "reports", treated(33, at), treated(34, None))

    await swept(world)

    assert [row["id"] for row in await world.rows("interventions")] == [901]  # it holds an account blocked
    for empty in ("touches", "searches", "screens"):
        assert await world.rows(empty) == []
    assert [row["hash"] for row in await world.rows("tokens", account="a")] == ["j"]
    assert [row["id"] for row in await world.rows("reports")] == [34]


def treated(number: int, at: datetime | None) -> dict[str, Any]:
    """A report that was treated then, or waits."""
    names = ("school", "school_name", "text", "creator", "creator_name", "circonscription", "kind", "talk_by")
    moments = dict.fromkeys(("published_at", "reported_at"), datetime.fromisoformat("2024-01-01T00:00:00+00:00"))
    state: dict[str, Any] = {
        "verdict": "kept" if at else "",
        "treated_by": "",
        "treated_at": at,
        "version": 1,
        "reporters": [],
    }
    return dict.fromkeys(names, "") | moments | state | {"id": number, "ent_id": str(number), "remind_at": None}
