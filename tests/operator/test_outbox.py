"""`palier outbox`: notices that may not have arrived are listed, queued again or dropped."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.opening import now
from tests.journeys.conftest import town as town
from tests.journeys.town import Town
from tests.operator.trouble import notice, palier, put


async def test_the_list_counts_and_shows_what_is_in_trouble_without_anybodys_data(migrated_url: str) -> None:
    dead, uncertain, waiting, _, _ = await put(
        migrated_url,
        "outbox",
        notice("dead", "Claire Martin", request=7, error="Telegram said 'Claire Martin' -1001234567 of no use"),
        notice("uncertain", "b", minutes=3 * 60),
        notice("queued", "c", error="Telegram cannot be reached", attempts=12),
        notice("queued", "d", minutes=1),
        notice("sent", "e"),
    )

    status, said = await palier(migrated_url, "outbox")

    assert status == 0
    assert said.splitlines() == [
        "2 queued, 1 uncertain, 1 dead",
        f"n°{dead}  dead  refusal  request n°7  30 min ago  1 attempt  Telegram said … … of no use",
        f"n°{uncertain}  uncertain  refusal  no request  3 h ago  1 attempt  -",
        f"n°{waiting}  queued  refusal  no request  30 min ago  12 attempts  Telegram cannot be reached",
    ]


async def test_the_list_is_as_long_as_asked_for_and_keeps_the_newest(migrated_sqlite_url: str) -> None:
    numbers = await put(migrated_sqlite_url, "outbox", *(notice("dead", str(n)) for n in range(4)))

    _, said = await palier(migrated_sqlite_url, "outbox", "--limit", "2")

    assert [line.split()[0] for line in said.splitlines()[1:]] == [f"n°{number}" for number in numbers[-2:]]


@pytest.mark.parametrize("asked", ["number", "--all-dead"])
async def test_a_dead_notice_is_said_by_the_bot_that_runs(town: Town, asked: str) -> None:
    url, chat = town.settings.database_url.get_secret_value(), town["directeur"].user_id
    [number] = await put(url, "outbox", notice("dead", "le-mot", chat=chat, attempts=300, error="blocked"))

    status, said = await palier(town.settings, "outbox", "retry", str(number) if asked == "number" else asked)

    assert (status, said) == (0, "1 queued again, for the bot that runs.\n")
    assert await town["directeur"].see("le-mot")


async def test_what_is_uncertain_is_said_again_only_where_asked_for(migrated_url: str) -> None:
    await put(migrated_url, "outbox", notice("dead"), notice("uncertain"))

    await palier(migrated_url, "outbox", "retry", "--all-dead")
    assert (await palier(migrated_url, "outbox"))[1].startswith("1 queued, 1 uncertain, 0 dead")
    assert "1 may be said twice" in (await palier(migrated_url, "outbox", "retry", "--uncertain"))[1]
    assert (await palier(migrated_url, "outbox"))[1].startswith("2 queued, 0 uncertain, 0 dead")


async def test_what_is_dropped_is_gone_from_the_list(migrated_url: str) -> None:
    numbers = await put(migrated_url, "outbox", notice("dead"), notice("queued"), notice("uncertain"))

    assert await palier(migrated_url, "outbox", "drop", *map(str, numbers)) == (0, "3 dropped.\n")
    assert await palier(migrated_url, "outbox") == (0, "0 queued, 0 uncertain, 0 dead\n")


async def test_where_one_cannot_be_chosen_nothing_changes(migrated_url: str) -> None:
    claimed = notice("queued", "a", claimed_until=now() + timedelta(minutes=1))
    held, sent, dead = map(str, await put(migrated_url, "outbox", claimed, notice("sent"), notice("dead")))

    for words, complaint in (
        (("retry", dead, held), f"notice {held} is being sent just now: look again in a minute"),
        (("drop", dead, sent), f"notice {sent} is sent: there is nothing left to do"),
        (("retry", dead, "777"), "the outbox has no notice 777"),
    ):
        assert await palier(migrated_url, "outbox", *words) == (1, f"palier: {complaint}\n")

    assert (await palier(migrated_url, "outbox"))[1].startswith("1 queued, 0 uncertain, 1 dead")


async def test_a_database_that_was_never_migrated_is_one_line(sqlite_url: str) -> None:
    status, said = await palier(sqlite_url, "outbox")

    assert status == 1
    assert said == "palier: The database is not at the present schema: run `palier migrate`.\n"


@pytest.mark.parametrize(
    ("words", "status", "complaint"),
    [
        (("drop",), 1, "name the notices by their numbers, or say --all-dead or --uncertain"),
        (("retry", "0"), 2, "'0' is not a number from 1 on"),
        (("--limit", "x"), 2, "'x' is not a number from 1 on"),
    ],
)
async def test_what_an_operator_mistypes_is_told(
    migrated_sqlite_url: str, words: tuple[str, ...], status: int, complaint: str
) -> None:
    ended, said = await palier(migrated_sqlite_url, "outbox", *words)

    assert ended == status
    assert complaint in said.splitlines()[-1]
