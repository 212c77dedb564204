"""Accounts that complete files no longer name leave with time, as `feed.toml` says; a bot that serves sees to it."""

from __future__ import annotations

import shutil
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot import opening
from bot.ent.embedded.enrolment import Enrolment, enrol
from bot.ent.embedded.tables import ENT
from bot.terms import Profile
from bot.workflows import upkeep
from config.settings import Settings

SHIPPED = Path("config/feed.toml")
ACCOUNTS = ENT.tables["ent_accounts"]


def settings(url: str, folder: Path, before: str = "", after: str = "") -> Settings:
    """Settings of which `feed.toml` has other words in place of some."""
    folder.mkdir()
    shutil.copy(SHIPPED, folder)
    (folder / SHIPPED.name).write_text(SHIPPED.read_text("utf-8").replace(before, after), "utf-8")
    return Settings(_env_file=None, database_url=url, config=folder)


def leave(connection: Connection, days: dict[str, int]) -> None:
    """Makes an account for each login; each left so many days ago."""
    ana = partial(Enrolment, first_name="Ana", last_name="Petit", profile=Profile.GUEST)
    enrol(connection, (), [ana(id=one, login=one) for one in days])
    for one, count in days.items():
        since = opening.now() - timedelta(days=count)
        connection.execute(ACCOUNTS.update().where(ACCOUNTS.c.id == one).values(missing_since=since))


@pytest.mark.parametrize(("waiting", "predeleted"), [("{days = 90}", {"long"}), ("{days = 30}", {"long", "while"})])
async def test_who_left_long_enough_ago_is_predeleted_by_the_sweep(
    migrated_sqlite_url: str, tmp_path: Path, waiting: str, predeleted: set[str]
) -> None:
    own = settings(migrated_sqlite_url, tmp_path / "config", "waiting = {days = 90}", f"waiting = {waiting}")
    async with opening.opened(own) as desk:
        await desk.records.run(partial(leave, days={"long": 91, "while": 31, "lately": 2}))
        await upkeep.sweep(desk)

        found = await desk.directory.accounts(["long", "while", "lately"])

    assert {one.id for one in found if one.deleted_at is not None} == predeleted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("waiting = {days = 90}", "waiting = {days = 0}"),
        ("waiting = {days = 90}", "waiting = 90"),
        ("predeleted = {days = 90}", "predeleted = {hours = 4}"),
        ("held = {days = 365}", ""),
    ],
)
async def test_a_time_that_cannot_be_is_refused_at_the_start_by_its_name(
    migrated_sqlite_url: str, tmp_path: Path, before: str, after: str
) -> None:
    own = settings(migrated_sqlite_url, tmp_path / "config", before, after)

    with pytest.raises(ValueError, match=rf"feed\.toml, \[leaving\] {before.partition(' ')[0]}"):
        async with opening.opened(own):
            pass
