"""What `palier doctor` finds of Telegram, the clocks, the database and the work that waits, and what it advises."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot import doctor, opening
from bot.app import ALLOWED
from bot.doctor.database import filesystem
from bot.ent.embedded.demo import seed
from bot.ent.finding import Finding
from bot.storage.engine import open_records
from bot.storage.tables import DESK
from config.settings import Settings
from tests.bot_api import TOKEN, BotApi
from tests.journeys.conftest import town as town
from tests.journeys.town import Town
from tests.operator.trouble import notice, palier, parked, put
from tests.postgres import Cluster

ME = {"id": 123456, "is_bot": True, "first_name": "Palier", "username": "palier_bot"} | {
    "supports_inline_queries": True,
    "can_join_groups": False,
    "can_read_all_group_messages": False,
}
ADDRESS = "https://bot.example.org"


class Telegram:
    """A Bot API that answers one examination as the test wants."""

    def __init__(self, api: BotApi, database: str) -> None:
        self.api = api
        self.database = database

    async def finds(
        self,
        info: dict[str, Any] | None = None,
        ahead: float = 0.0,
        me: dict[str, bool] | None = None,
        **settings: Any,
    ) -> dict[str, Finding]:
        """The findings by subject, if Telegram says `info` of the webhook and `me` of the bot, and our clock is
        `ahead` seconds ahead."""
        known = {"url": "", "has_custom_certificate": False, "pending_update_count": 0, **(info or {})}
        self.api.answer("getMe", 200, json.dumps({"ok": True, "result": ME | (me or {})}))
        self.api.answer("getWebhookInfo", 200, json.dumps({"ok": True, "result": known}))
        given = Settings(
            _env_file=None,
            database_url=self.database,
            telegram_api=self.api.url.removesuffix("/bot"),
            telegram_token=SecretStr(TOKEN),
            **settings,
        )
        examined = doctor.examine(given, lambda: opening.now() + timedelta(seconds=ahead))
        return {finding.subject: finding async for finding in examined}


@pytest.fixture
async def telegram(migrated_sqlite_url: str) -> AsyncIterator[Telegram]:
    """A Bot API, and a database whose ENT has people."""
    records = open_records(migrated_sqlite_url)
    await seed(records)
    await records.close()
    async with BotApi() as api:
        yield Telegram(api, migrated_sqlite_url)


def ill(found: dict[str, Finding]) -> list[str]:
    """The findings that are not fine."""
    return [subject for subject, finding in found.items() if not finding.fine]


async def test_all_is_well_with_a_bot_that_runs_and_nothing_is_changed(town: Town) -> None:
    settings = (
        town.settings
        if town.webhook
        else town.settings.model_copy(update={"webhook_url": "", "webhook_secret": SecretStr("")})
    )

    set_up = {"can_join_groups": False, "can_read_all_group_messages": False, "supports_inline_queries": True}
    await town.control("POST", "bots", set_up)

    status, said = await palier(settings, "doctor")

    assert [line for line in said.splitlines() if line.startswith("MEND")] == []
    assert status == 0
    told = [line.split(":")[0][6:] for line in said.splitlines()]
    server = ["database server", "database clock"] if town.webhook else ["database file"]
    assert [subject for subject in told if subject.startswith("database ")] == ["database writes", *server]
    assert {"Telegram", "inline mode", "webhook", "clock", "settings", "database", "outbox", "parked", "bot"} <= set(
        told
    )
    assert not [secret for secret in (settings.telegram_token.get_secret_value(), "a-secret-of") if secret in said]


async def test_a_webhook_that_works_is_well(telegram: Telegram) -> None:
    hook = {"url": f"{ADDRESS}/telegram", "allowed_updates": list(ALLOWED)}

    found = await telegram.finds(hook, webhook_url=ADDRESS, webhook_secret="chut")

    assert ill(found) == []
    assert found["webhook"].words == "set, 0 waiting"


@pytest.mark.parametrize(
    ("info", "webhook", "words"),
    [
        ({"url": "https://other.example/s3cret"}, {}, "set to other.example, but PALIER_WEBHOOK_URL is empty"),
        ({}, {"webhook_url": ADDRESS, "webhook_secret": "chut"}, "not set: start `palier serve`"),
        (
            {"url": "https://other.example/s3cret"},
            {"webhook_url": ADDRESS, "webhook_secret": "chut"},
            "set to other.example, not to PALIER_WEBHOOK_URL",
        ),
        (
            {"url": f"{ADDRESS}/telegram", "allowed_updates": ["message"]},
            {"webhook_url": ADDRESS, "webhook_secret": "chut"},
            "callback_query, edited_message, inline_query, my_chat_member not asked for",
        ),
        ({"pending_update_count": 500}, {}, "500 updates wait"),
    ],
)
async def test_a_webhook_that_is_not_what_the_settings_say_is_told(
    telegram: Telegram, info: dict[str, Any], webhook: dict[str, Any], words: str
) -> None:
    found = await telegram.finds(info, **webhook)

    assert ill(found) == ["webhook"]
    assert words in found["webhook"].words
    assert "s3cret" not in found["webhook"].words


@pytest.mark.parametrize(("hours", "told"), [(0.1, True), (5.0, False)])
async def test_what_telegram_met_at_the_webhook_lately_is_told(telegram: Telegram, hours: float, told: bool) -> None:
    met = int((opening.now() - timedelta(hours=hours)).timestamp())
    hook = {"url": f"{ADDRESS}/telegram", "last_error_date": met, "last_error_message": "Connection timed out"}

    found = await telegram.finds(hook, webhook_url=ADDRESS, webhook_secret="chut")

    assert ("6 min ago Telegram met “Connection timed out”" in found["webhook"].words) == told
    assert found["webhook"].fine != told


@pytest.mark.parametrize(
    ("url", "secret", "words"),
    [
        (ADDRESS, "", "go together"),
        ("", "chut", "go together"),
        ("http://bot.example.org", "chut", "https://"),
        (ADDRESS, "chut !", "A-Z a-z 0-9"),
    ],
)
async def test_settings_that_make_no_webhook_are_told(telegram: Telegram, url: str, secret: str, words: str) -> None:
    told = (await telegram.finds(webhook_url=url, webhook_secret=secret))["webhook settings"]

    assert not told.fine
    assert words in told.words


@pytest.mark.parametrize(("ahead", "words"), [(90.0, "s ahead"), (-90.0, "s behind"), (3.0, "right")])
async def test_a_clock_that_is_wrong_is_told(telegram: Telegram, ahead: float, words: str) -> None:
    told = (await telegram.finds(ahead=ahead))["clock"]

    assert words in told.words
    assert told.fine == (words == "right")


async def test_a_bot_without_inline_mode_is_told(telegram: Telegram) -> None:
    assert "/setinline" in (await telegram.finds(me={"supports_inline_queries": False}))["inline mode"].words


@pytest.mark.parametrize(
    ("ability", "subject", "words"),
    [
        ("can_read_all_group_messages", "privacy mode", "/setprivacy to @BotFather"),
        ("can_join_groups", "groups", "/setjoingroups to @BotFather"),
    ],
)
async def test_a_setting_that_botfather_must_change_is_told(
    telegram: Telegram, ability: str, subject: str, words: str
) -> None:
    found = await telegram.finds(me={ability: True})

    assert ill(found) == [subject]
    assert words in found[subject].words


async def test_topics_in_private_chats_are_a_note(telegram: Telegram) -> None:
    found = await telegram.finds(me={"has_topics_enabled": True, "allows_users_to_create_topics": True})

    assert ill(found) == []
    assert "people may open some" in found["topics"].words


@pytest.mark.parametrize(
    "url", ["https://bot.example.org:8444", "https://10.0.0.4", "https://palier", "https://[2001:db8::1]"]
)
async def test_a_webhook_that_telegram_would_not_call_is_told(telegram: Telegram, url: str) -> None:
    told = (await telegram.finds(webhook_url=url, webhook_secret="chut"))["webhook settings"]

    assert not told.fine
    assert told.words.startswith("PALIER_WEBHOOK_URL has ") or told.words.startswith("PALIER_WEBHOOK_URL names ")


@pytest.mark.parametrize(("served", "fine"), [(123456, True), (654321, False)])
async def test_the_token_of_another_bot_than_the_last_is_told(
    telegram: Telegram, migrated_sqlite_url: str, served: int, fine: bool
) -> None:
    await put(migrated_sqlite_url, "bots", {"id": served, "since": opening.now()})

    found = (await telegram.finds())["bot"]

    assert found.fine is fine
    assert fine or "123456 is another bot than 654321" in found.words


async def test_what_waits_for_an_operator_is_told(telegram: Telegram, migrated_sqlite_url: str) -> None:
    await put(migrated_sqlite_url, "outbox", notice("dead"), notice("uncertain"))
    await put(migrated_sqlite_url, "parked", parked("{"))

    found = await telegram.finds()

    assert ill(found) == ["outbox", "parked"]
    assert "1 uncertain, 1 dead: look at them with `palier outbox`" in found["outbox"].words
    assert "1: look at them with `palier parked`" in found["parked"].words


async def test_a_notice_that_nobody_carries_is_told(telegram: Telegram, migrated_sqlite_url: str) -> None:
    await put(migrated_sqlite_url, "outbox", notice("queued", minutes=45))

    assert "one waits for 45 min: see that the bot runs" in (await telegram.finds())["outbox"].words


async def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    file = tmp_path / "new.db"

    status, said = await palier(f"sqlite:///{file}", "doctor")

    assert status == 1
    assert f"MEND  database: there is no file {file}: run `palier migrate`" in said
    assert not os.listdir(tmp_path)


async def test_a_database_that_takes_no_writing_is_told(cluster: Cluster, migrated_postgres_url: str) -> None:
    name = migrated_postgres_url.partition("?")[0].rpartition("/")[2]
    await cluster.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")

    status, said = await palier(migrated_postgres_url, "doctor")

    assert status == 1
    assert "MEND  database writes: nothing can be written (cannot execute INSERT in a read-only transaction" in said


async def test_a_database_that_cannot_be_reached_is_told_without_its_password() -> None:
    status, said = await palier("postgresql://palier:motdepasse@127.0.0.1:1/palier", "doctor")

    assert status == 1
    assert "MEND  database: The database cannot be reached" in said
    assert "motdepasse" not in said


def test_the_kind_of_file_system_is_that_of_the_nearest_mount() -> None:
    mounts = "/dev/vda / ext4 rw 0 0\nserver:/x /var/lib nfs4 rw 0 0\ntmpfs /var/lib/palier tmpfs rw 0 0\n"

    kinds = [filesystem(Path(path), mounts) for path in ("/srv/p.db", "/var/lib/p.db", "/var/lib/palier/p.db")]

    assert kinds == ["ext4", "nfs4", "tmpfs"]
    assert filesystem(Path("/srv/p.db"), "") == ""


async def test_moments_that_were_kept_while_the_clock_was_ahead_are_told(telegram: Telegram) -> None:
    records = open_records(telegram.database)
    later = opening.now() + timedelta(hours=2)
    table = DESK.tables["causes"]
    await records.run(lambda connection: connection.execute(table.insert(), {"cause": "test:ahead", "at": later}))
    await records.close()

    found = await telegram.finds()

    assert ill(found) == ["kept moments"]
    assert "in the future" in found["kept moments"].words
