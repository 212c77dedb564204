"""The invented world of many accounts: complete, plausible, and reproducible from its seed."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.ent.directory import Query
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.population import seed_many
from bot.storage.engine import Records, open_records
from bot.terms import Account, Kind, Profile
from tests.ent.conftest import everything

MANY = 1500


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def many(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Records]:
    """A SQLite file with many accounts."""
    file = tmp_path_factory.mktemp("many") / "palier.db"
    records = open_records(f"sqlite:///{shutil.copy(migrated_sqlite, file)}")
    await seed_many(records, MANY)
    yield records
    await records.close()


async def everybody(records: Records) -> list[Account]:
    """All accounts, page by page."""
    directory, accounts, after = EmbeddedDirectory(records), list[Account](), ""
    while True:
        page = await directory.search(Query(), ["m-ode"], 500, after)
        accounts.extend(page.accounts)
        after = page.after
        if not after:
            return accounts


@pytest.mark.asyncio(loop_scope="module")
async def test_as_many_accounts_are_there_as_were_asked_for_and_all_are_found(many: Records) -> None:
    accounts = await everybody(many)

    assert len({account.id for account in accounts}) == len({account.login for account in accounts}) == MANY


@pytest.mark.asyncio(loop_scope="module")
async def test_everybody_has_a_place_and_every_parent_a_child_in_it(many: Records) -> None:
    accounts = {account.id: account for account in await everybody(many)}

    assert all(account.places for account in accounts.values())
    for parent in (account for account in accounts.values() if account.profile is Profile.RELATIVE):
        assert 1 <= len(parent.children) <= 3
        assert all(parent.id in accounts[child].relatives for child in parent.children)


@pytest.mark.asyncio(loop_scope="module")
async def test_every_school_has_its_director_and_eight_classes(many: Records) -> None:
    directory = EmbeddedDirectory(many)
    schools = await directory.schools(["m-circo-0"])

    assert len(schools) >= 3
    for school in schools:
        found = await directory.search(Query(administrators=True), [school.id], 10)
        assert [account.function for account in found.accounts] == ["director"]
        assert len(await directory.classes(school.id)) == 8
        assert [above.kind for above in school.above] == [
            Kind.VENDOR,
            Kind.RECTORAT,
            Kind.DSDEN,
            Kind.CIRCONSCRIPTION,
        ]


@pytest.mark.asyncio(loop_scope="module")
async def test_profiles_and_statuses_come_in_believable_shares(many: Records) -> None:
    accounts = await everybody(many)
    profiles = Counter(account.profile for account in accounts)

    assert 0.35 < profiles[Profile.STUDENT] / MANY < 0.6
    assert 0.35 < profiles[Profile.RELATIVE] / MANY < 0.6
    assert 0.7 < sum(account.activated for account in accounts) / MANY < 0.9
    assert len({account.first_name for account in accounts}) > 80
    assert len({account.last_name for account in accounts}) > 250


async def test_the_same_world_comes_again_on_any_database(records: Records, many: Records) -> None:
    told: list[tuple[int, int]] = []
    await seed_many(records, 300, lambda *done: told.append(done))

    accounts = await everybody(records)

    assert len(accounts) == 300
    assert told == sorted(told)
    assert told[-1] == (600, 600)
    known = {account.id: account.name for account in await everybody(many)}
    assert {account.id: account.name for account in accounts}.items() <= known.items()


async def test_a_second_world_is_refused_and_changes_nothing(records: Records) -> None:
    await seed_many(records, 50)
    before = await records.read(everything)

    with pytest.raises(ValueError, match="already"):
        await seed_many(records, 50)

    assert await records.read(everything) == before
