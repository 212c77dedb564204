"""Functions that an operator gives and withdraws in the embedded ENT."""

from __future__ import annotations

import pytest

from bot.ent.embedded.granting import Function, grant, revoke
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.tree import plant
from bot.terms import Level, Role
from bot.terms.functions import Given, NotGiven
from bot.terms.tree import StructureRecord
from tests.ent.conftest import Town


async def given(town: Town, account: str, function: str, structure: str) -> Given:
    """What came of giving that function."""
    wanted = Function(account, function, structure)
    return await town.records.run(lambda connection: grant(connection, wanted))


async def withdrawn(town: Town, account: str, function: str, structure: str) -> Given:
    """What came of withdrawing that function."""
    wanted = Function(account, function, structure)
    return await town.records.run(lambda connection: revoke(connection, wanted))


@pytest.mark.parametrize(
    ("function", "structure", "level"),
    [
        *(("director", "jules-verne", Level.SCHOOL), ("adml", "0609903c", Level.SCHOOL)),
        *(("erun", "beauvais", Level.CIRCONSCRIPTION), ("danei", "oise", Level.DSDEN)),
        *(("plateforme", "amiens", Level.RECTORAT), ("vendor", "ode", Level.VENDOR)),
    ],
)
async def test_a_function_gives_its_role_once_and_its_withdrawal_leaves_no_trace(
    town: Town, function: str, structure: str, level: Level
) -> None:
    before = await town.everything()

    done = await given(town, " Enseignant", function, structure)
    again = await given(town, "enseignant", function, structure)

    assert (done.changed, done.moved, again.changed) == (True, True, False)
    account = await town.account("enseignant")
    assert account.roles == (Role(level, done.place.id),)
    assert (account.function, done.place.id in [place.id for place in account.places]) == (function, True)
    assert ("Yann Le Bihan", function) in done.holders

    gone = await withdrawn(town, "enseignant", function, structure)
    assert (gone.changed, gone.moved) == (True, True)
    assert not (await withdrawn(town, "enseignant", function, structure)).changed
    after = await town.everything()
    assert {name: rows for name, rows in after.items() if rows != before[name] and name != "ent_search"} == {}


async def test_who_worked_there_before_stays_attached_and_who_keeps_another_function_too(town: Town) -> None:
    assert not (await given(town, "enseignant", "adml", "jean-moulin")).moved
    assert not (await withdrawn(town, "enseignant", "adml", "jean-moulin")).moved
    assert (await given(town, "enseignant", "adml", "jules-verne")).moved
    await given(town, "enseignant", "director", "jules-verne")

    kept = await withdrawn(town, "enseignant", "adml", "jules-verne")
    gone = await withdrawn(town, "enseignant", "director", "jules-verne")

    assert (kept.moved, gone.moved) == (False, True)
    assert [place.id for place in (await town.account("enseignant")).places] == ["jean-moulin"]


@pytest.mark.parametrize(
    ("account", "function", "structure", "reason"),
    [
        ("nobody", "erun", "creil", "no-account"),
        ("enseignant", "erun", "nowhere", "no-structure"),
        ("enseignant", "erun", "jean-moulin", "wrong-kind"),
        ("enseignant", "director", "creil", "wrong-kind"),
        ("enseignant", "adml", "jean-moulin/CP", "wrong-kind"),
        ("enseignant", "director", "ville-creil", "wrong-kind"),
        ("enseignant", "adml", "0609950X", "wrong-letter"),
        ("enseignant", "adml", "École Jean-Jaurès", "several"),
        ("eleve", "adml", "jean-moulin", "wrong-profile"),
        ("parent", "director", "jean-moulin", "wrong-profile"),
    ],
)
async def test_what_cannot_be_given_is_refused_and_changes_nothing(
    town: Town, account: str, function: str, structure: str, reason: str
) -> None:
    rows = [
        StructureRecord(2, "syndicat", "smo", "", "SMO Oise", ("oise",)),
        StructureRecord(3, "ville", "ville-creil", "", "Creil", ("smo",)),
    ]
    await town.records.run(lambda connection: plant(connection, rows))
    before = await town.everything()

    with pytest.raises(NotGiven) as no:
        await given(town, account, function, structure)

    assert no.value.reason == reason
    assert await town.everything() == before


async def test_an_account_that_is_pre_deleted_is_given_nothing(town: Town) -> None:
    accounts = ENT.tables["ent_accounts"]
    gone = accounts.update().where(accounts.c.id == "enseignant").values(deleted_at=town.now)
    await town.records.run(lambda connection: connection.execute(gone))

    with pytest.raises(NotGiven, match="deleted"):
        await given(town, "enseignant", "adml", "jean-moulin")


async def test_a_structure_is_named_by_its_exact_name_where_only_one_has_it(town: Town) -> None:
    done = await given(town, "enseignant", "erun", "circonscription de BEAUVAIS")

    assert done.place.id == "beauvais"


async def test_what_else_the_account_holds_is_told(town: Town) -> None:
    done = await given(town, "erun3", "adml", "marie-curie")

    assert set(done.others) == {("erun", "Circonscription de Noyon"), ("adml", "École Paul-Éluard")}


async def test_who_is_given_a_function_does_not_leave(town: Town) -> None:
    accounts = ENT.tables["ent_accounts"]
    leaves = accounts.update().where(accounts.c.id == "enseignant").values(missing_since=town.now)
    await town.records.run(lambda connection: connection.execute(leaves))

    await given(town, "enseignant", "adml", "jean-moulin")
    asked = accounts.select().where(accounts.c.id == "enseignant")
    assert (await town.records.read(lambda connection: connection.execute(asked).one())).missing_since is None
