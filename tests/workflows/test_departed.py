"""Once the ENT has deleted an account for good, nothing is kept about it here either."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection

from bot import opening
from bot.ent.embedded.feeding import deleted
from bot.ent.embedded.feeding.options import Delays
from bot.ent.embedded.tables import ENT
from bot.terms import ERASED, Status
from bot.workflows import upkeep
from bot.workflows.people import departed, erasing
from bot.workflows.requests import verbs
from tests.workflows.codes import given
from tests.workflows.test_erasing import SECRET, dumped
from tests.world import TELEGRAM, World

ACCOUNTS = ENT.tables["ent_accounts"]
TRACES = ("Inès", "Ines", "Mot-très-privé", "secret.pdf", "unique-secret", '"eleve"')


def leave(connection: Connection, at: object, account: str) -> None:
    """Has the account be pre-deleted at that moment, since no complete file named it."""
    row = {"missing_since": at, "deleted_at": at}
    connection.execute(ACCOUNTS.update().where(ACCOUNTS.c.id == account).values(row))


@pytest.fixture
async def gone(world: World) -> World:
    """A pupil who asked for something, and whose account is to be deleted now."""
    number = await world.file("eleve", text="Mot-très-privé")
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Mot-très-privé encore", SECRET))
    await world.act("directeur", verbs.note, number, world.saying("directeur", "Vu avec Caron Inès en classe"))
    await given(world, "directeur", "eleve", number)
    await world.carry()
    world.desk.departures = opening.departures(world.desk.records, world.desk.clock, Delays())
    await world.desk.records.run(partial(leave, at=world.now - timedelta(days=91), account="eleve"))
    return world


async def swept(world: World) -> None:
    """Has an hour pass, and the upkeep of it be done."""
    world.wait(hours=1)
    await upkeep.sweep(world.desk)
    await erasing.go_on(world.desk)


async def test_what_is_kept_of_somebody_ends_with_their_account(gone: World) -> None:
    await swept(gone)
    assert "account_left" in await gone.told("eleve")
    assert (await gone.person("directeur")).telegram_id == TELEGRAM["directeur"]
    await gone.carry()
    await swept(gone)
    await swept(gone)

    left = await dumped(gone)
    for word in TRACES:
        assert word not in left, left[max(0, left.index(word) - 300) : left.index(word) + 100]
    assert [row["status"] for row in await gone.rows("requests")] == [Status.CLOSED.value]
    assert ERASED in left
    assert await deleted.deleted(gone.desk.records, 10) == []
    assert [row["act"] for row in await gone.rows("audit")].count("erase_deleted") == 1


@pytest.mark.parametrize("until", ["erased", "settled"])
async def test_a_crash_between_two_steps_loses_and_repeats_nothing(
    gone: World, until: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await swept(gone)

    def crash(*_: object) -> Any:
        raise RuntimeError("killed")

    assert gone.desk.departures is not None
    with monkeypatch.context() as patch:
        if until == "erased":
            patch.setattr(erasing, "erase_deleted", crash)
        else:
            patch.setattr(gone.desk, "departures", replace(gone.desk.departures, settle=crash))
        with pytest.raises(RuntimeError):
            await departed.erase_departed(gone.desk)
    await departed.erase_departed(gone.desk)

    assert await departed.erase_departed(gone.desk) == 0
    assert [row["act"] for row in await gone.rows("audit")].count("erase_deleted") == 1


async def test_who_was_only_spoken_of_is_forgotten_too(gone: World) -> None:
    await gone.twin("parent", "jumeau")
    await given(gone, "directeur", "jumeau")
    await gone.desk.records.run(partial(leave, at=gone.now - timedelta(days=91), account="jumeau"))
    await swept(gone)
    await swept(gone)

    assert await deleted.deleted(gone.desk.records, 10) == []
    assert '"jumeau"' not in await dumped(gone)


async def test_a_real_ent_tells_of_no_account_that_it_is_deleted(world: World) -> None:
    assert await departed.erase_departed(world.desk) == 0
