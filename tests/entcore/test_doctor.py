"""What `palier doctor` says: one line for each thing examined, and what to do if it is not fine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot import doctor, opening
from bot.ent.finding import Finding
from bot.workflows.desk import Caller
from bot.workflows.people import linking
from config.settings import Settings
from tests.bot_api import TOKEN, BotApi
from tests.entcore.oauth import CLIENT, SECRET
from tests.entcore.standin import BOT, PASSWORD, Fault, Standin
from tests.processes import once

ME = {"id": 123456, "is_bot": True, "first_name": "Palier", "username": "palier_bot", "supports_inline_queries": True}
NO_WEBHOOK = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}


def set_to(database: str, **values: Any) -> Settings:
    """Settings that do not read the environment."""
    return Settings(_env_file=None, database_url=database, **values)


async def examined(settings: Settings) -> dict[str, Finding]:
    """The findings, by subject."""
    return {finding.subject: finding async for finding in doctor.examine(settings)}


def ill(found: dict[str, Finding]) -> list[str]:
    """The subjects that are not fine."""
    return [subject for subject, finding in found.items() if not finding.fine]


@pytest.fixture
def attached(migrated_sqlite_url: str, standin: Standin) -> Settings:
    """Settings that name the stand-in server."""
    words = {"entcore_url": standin.url, "entcore_login": BOT, "entcore_password": PASSWORD}
    return set_to(migrated_sqlite_url, ent="entcore", **words)


async def test_all_is_well_with_a_bot_whose_ent_lets_it_work(attached: Settings) -> None:
    async with BotApi() as api:
        api.answer("getMe", 200, json.dumps({"ok": True, "result": ME}))
        api.answer("getWebhookInfo", 200, json.dumps({"ok": True, "result": NO_WEBHOOK}))
        reached = {"telegram_api": api.url.removesuffix("/bot"), "telegram_token": SecretStr(TOKEN)}
        found = await examined(attached.model_copy(update=reached))

    assert ill(found) == []
    assert found["Telegram"].words == "the bot is @palier_bot"
    assert found["ENT structures"].words == "13 administered, of which 7 schools"
    assert "in École Jean-Jaurès" in found["ENT accounts"].words
    assert found["ENT clock"].words == "right"
    assert list(found)[-2:] == ["ENT messages", "ENT reach"]


async def test_a_confirmation_by_code_is_told_where_it_is_in_the_way(attached: Settings, standin: Standin) -> None:
    standin.mfa = True

    found = await examined(attached)

    assert ill(found) == ["Telegram", "ENT account", "ENT accounts", "ENT reports"]
    assert "ignoreMFA" in found["ENT reports"].words


async def test_a_refused_login_ends_the_examination(attached: Settings, standin: Standin) -> None:
    standin.bot.password = "un autre"

    found = await examined(attached)

    assert list(found)[-1] == "ENT login"
    assert "PALIER_ENTCORE_PASSWORD" in found["ENT login"].words
    assert standin.asked("/auth/login") == 1


async def test_an_account_that_administers_nothing_is_told_apart(attached: Settings, standin: Standin) -> None:
    standin.bot.scope = None

    assert "local administrator" in (await examined(attached))["ENT structures"].words


@pytest.mark.parametrize(
    ("fault", "words"),
    [(Fault.BROKEN, "no answer in time"), (Fault.PAGE, "PALIER_ENTCORE_URL"), (Fault.TERMS, "by hand")],
)
async def test_each_refusal_of_the_ent_says_what_to_do(
    attached: Settings, standin: Standin, fault: Fault, words: str
) -> None:
    standin.fail("/directory/structure/admin/list", fault, times=2)

    assert words in (await examined(attached))["ENT structures"].words


async def test_an_ent_that_is_not_there_is_out_of_reach(migrated_sqlite_url: str, unused_tcp_port: int) -> None:
    words = {"entcore_url": f"http://127.0.0.1:{unused_tcp_port}", "entcore_login": BOT, "entcore_password": PASSWORD}

    found = await examined(set_to(migrated_sqlite_url, ent="entcore", **words))

    assert "no answer in time" in found["ENT login"].words


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault.SECURED, "PALIER_ENTCORE_URL must begin with https://"),
        (Fault.MISSING, "no ENT ONE is at PALIER_ENTCORE_URL"),
        (Fault.MOVED, "no ENT ONE is at PALIER_ENTCORE_URL"),
    ],
)
async def test_a_wrong_address_is_no_wrong_password(
    attached: Settings, standin: Standin, fault: Fault, words: str
) -> None:
    standin.fail("/auth/login", fault)

    found = await examined(attached)

    assert words in found["ENT login"].words
    assert "PALIER_ENTCORE_PASSWORD" not in found["ENT login"].words


async def test_schools_of_linked_people_that_the_account_does_not_reach_are_named(
    attached: Settings, standin: Standin
) -> None:
    async with opening.opened(attached) as desk:
        for login in ("directeur", "lina.oukaci"):
            account = await desk.directory.by_login(login)
            assert account is not None
            await desk.once(login, linking.enrol, account, Caller(len(login), len(login)), desk.policy)
    assert "all 2 structures" in (await examined(attached))["ENT reach"].words
    standin.bot.scope = [place for place in standin.bot.scope or [] if place != "louise-michel"]

    found = (await examined(attached))["ENT reach"]

    assert not found.fine
    assert "1 of 2 structures" in found.words
    assert "École Louise-Michel (louise-michel)" in found.words


async def test_a_real_ent_without_its_settings_is_told(migrated_sqlite_url: str) -> None:
    found = await examined(set_to(migrated_sqlite_url, ent="entcore"))

    assert "PALIER_ENTCORE_URL" in found["settings"].words
    assert not found["settings"].fine


async def test_a_database_that_was_never_migrated_is_told(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()

    found = await examined(set_to(f"sqlite:///{tmp_path / 'new.db'}"))

    assert found["database"].words == "The database is not at the present schema: run `palier migrate`."


async def test_an_empty_embedded_ent_is_told_from_one_that_has_accounts(migrated_sqlite_url: str) -> None:
    settings = set_to(migrated_sqlite_url)
    assert not (await examined(settings))["ENT accounts"].fine

    async with opening.opened(settings) as desk:
        await opening.seed_demo(desk)

    assert (await examined(settings))["ENT accounts"].fine


async def test_the_command_prints_a_line_each_and_ends_with_1_where_something_is_ill(
    migrated_sqlite_url: str, standin: Standin, tmp_path: Path
) -> None:
    secret = tmp_path / "password"
    secret.write_text(f"{PASSWORD}\n")

    status, said = await once(
        "doctor",
        PALIER_DATABASE_URL=migrated_sqlite_url,
        PALIER_ENT="entcore",
        PALIER_ENTCORE_URL=f"{standin.url}/",
        PALIER_ENTCORE_LOGIN=BOT,
        PALIER_ENTCORE_PASSWORD_FILE=str(secret),
    )

    assert status == 1
    assert "MEND  Telegram: PALIER_TELEGRAM_TOKEN is missing" in said
    assert "ok    ENT reports: those of École Jean-Jaurès" in said
    assert PASSWORD not in said


@pytest.mark.parametrize("missing", ["public_url", "ent_client_id", "ent_client_secret", "ent"])
async def test_half_of_a_sign_in_is_told(attached: Settings, missing: str) -> None:
    given = {"public_url": "https://palier.example", "ent_client_id": "palier", "ent_client_secret": SecretStr("s")}
    if missing == "ent":
        half = attached.model_copy(update=given | {"ent": "embedded"})
    else:
        half = attached.model_copy(update={name: value for name, value in given.items() if name != missing})
    found = await examined(half)
    assert "PALIER_ENT_CLIENT_ID" in found["settings"].words
    assert not found["settings"].fine


async def test_the_doctor_tries_the_sign_in_and_its_page(attached: Settings, standin: Standin) -> None:
    given = {"public_url": "http://127.0.0.1:9", "ent_client_id": CLIENT, "ent_client_secret": SecretStr(SECRET)}
    found = await examined(attached.model_copy(update=given))
    assert [one for one in found if one.startswith("sign-in")] == [
        *("sign-in page", "sign-in application", "sign-in return", "sign-in secret")
    ]
    assert [one for one in ill(found) if one.startswith("sign-in")] == ["sign-in page"]
    assert "https://" in found["sign-in page"].words


@pytest.mark.parametrize("url", ["ftp://a", "http://palier.example", "https://", "https://a/?b", "https://u@a", "x"])
def test_a_public_address_that_browsers_could_not_open_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="https://host"):
        Settings(_env_file=None, public_url=url)
