"""Changing, deleting and restoring accounts made by hand; what the feed brings is changed where it comes from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from bot import texts
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.feeding.departing import depart
from bot.ent.embedded.feeding.options import Delays
from bot.ent.embedded.tables import ENT
from bot.terms import Account, InDoubt, Notice, Refusal
from bot.workflows.accounts import cards
from bot.workflows.creation import editing, removing
from tests.workflows.creating import LINE, asked, chose, confirmed, named, picked, said
from tests.workflows.steps import actions
from tests.world import World


async def made(world: World, typed: str = LINE) -> Account:
    """An account that the director made."""
    receipt = await confirmed(world, await asked(world, typed=typed))
    found = await world.desk.directory.by_login(receipt.facts["login"])
    assert found is not None
    return found


async def change(world: World, account: str, **values: Any) -> None:
    """Sets columns of an account in the ENT."""
    table = ENT.tables["ent_accounts"]

    def write(connection: Connection) -> None:
        connection.execute(table.update().where(table.c.id == account).values(values))
        index(connection, [account])

    await world.desk.records.run(write)


async def edits(world: World, account: str, key: str = "directeur") -> Notice | None:
    """That persona presses `Modifier` on the card."""
    return await editing.start(world.desk, world.cause(), world.caller(key), account)


async def removes(world: World, account: str, key: str = "directeur", restores: bool = False) -> Notice:
    """That persona presses `Supprimer le compte` or `Rétablir` on the card."""
    question = await removing.start(world.desk, world.cause(), world.caller(key), account, restores)
    assert question is not None
    return question


async def now(world: World, account: str) -> Account | None:
    """The account as the ENT has it."""
    return await world.desk.directory.account(account)


async def shown(world: World, account: str, key: str = "directeur") -> list[str]:
    """The buttons about accounts made by hand on the card that the persona sees."""
    card = await cards.show(world.desk, world.caller(key), account)
    return [action for action in actions(card) if action.startswith("hand_")]


async def test_only_cards_of_accounts_made_by_hand_have_the_buttons(world: World) -> None:
    account = await made(world)

    assert await shown(world, account.id) == ["hand_modify", "hand_remove"]
    assert await shown(world, account.id, "erun") == []
    assert await shown(world, "eleve") == []


async def test_names_change_once_it_is_confirmed_and_the_login_stays(world: World) -> None:
    account = await made(world)
    question = await edits(world, account.id)
    assert question is not None
    assert actions(question) == ["edit_part", "edit_part", "cancel"]
    await picked(world, "edit_part", "names")
    summary = await said(world, "Niels Aubert")
    assert "Nils Aubert" in texts.word(summary, "fr").text
    receipt = await picked(world, "edit_now")

    after = await now(world, account.id)
    assert after is not None
    assert (after.name, after.login) == ("Niels Aubert", account.login)
    assert receipt.kind == "account_modified"
    assert [row["act"] for row in await world.rows("interventions")] == ["create_account", "modify_account"]


async def test_a_birth_date_changes(world: World) -> None:
    account = await made(world)
    await edits(world, account.id)
    await picked(world, "edit_part", "born")
    with pytest.raises(Refusal, match="birth-age"):
        await said(world, "04/05/1990")
    await said(world, "04/05/2017")
    await picked(world, "edit_now")

    after = await now(world, account.id)
    assert after is not None
    assert after.birth_date == date(2017, 5, 4)


async def test_the_children_of_a_parent_change(world: World) -> None:
    await asked(world, typed="parent Odile Aubert")
    await chose(world, await said(world, "caron"), "☐ Inès", "create_child")
    receipt = await confirmed(world, await picked(world, "create_family"))
    account = await world.desk.directory.by_login(receipt.facts["login"])
    assert account is not None
    await edits(world, account.id)
    both = await picked(world, "edit_part", "children")
    await chose(world, both, "☑ Inès", "create_child")
    await chose(world, await said(world, "lea.martin"), "☐ Léa", "create_child")
    await picked(world, "create_family")
    await picked(world, "edit_now")

    after = await now(world, account.id)
    assert after is not None
    assert after.children == ("lea.martin",)


async def test_an_account_never_activated_is_deleted_at_once_after_it_is_said(world: World) -> None:
    account = await made(world)
    question = await removes(world, account.id)
    assert "tout de suite" in texts.word(question, "fr").text
    assert await now(world, account.id) is not None

    receipt = await picked(world, "remove_now")

    assert await now(world, account.id) is None
    assert actions(receipt) == []
    assert await named(world, "nils aubert") == []


async def test_an_activated_account_is_pre_deleted_restored_or_gone_after_ninety_days(world: World) -> None:
    account = await made(world)
    await change(world, account.id, activated=True)
    question = await removes(world, account.id)
    assert "90 jours" in texts.word(question, "fr").text
    await picked(world, "remove_now")
    assert await shown(world, account.id) == ["hand_restore"]

    await removes(world, account.id, restores=True)
    await picked(world, "remove_now")
    after = await now(world, account.id)
    assert after is not None
    assert after.deleted_at is None

    await removes(world, account.id)
    await picked(world, "remove_now")
    await depart(world.desk.records, world.now + timedelta(days=89), Delays())
    assert await now(world, account.id) is not None
    await depart(world.desk.records, world.now + timedelta(days=91), Delays())
    assert await now(world, account.id) is None


async def test_an_account_activated_meanwhile_is_not_deleted_unasked(world: World) -> None:
    account = await made(world)
    await removes(world, account.id)
    await change(world, account.id, activated=True)

    with pytest.raises(Refusal, match="activated-since"):
        await picked(world, "remove_now")
    after = await now(world, account.id)
    assert after is not None
    assert after.deleted_at is None


@pytest.mark.parametrize(
    ("key", "account", "reason"),
    [
        ("directeur", "eleve", "fed-account"),
        ("directeur", "enseignant", "fed-account"),
        ("directeur", "directeur", "hand-oneself"),
        ("directeur", "adjoint", "administrator-target"),
        ("directeur", "yasmine.haddad", "no-account"),
        ("erun", "eleve", "school-administrators-only"),
        ("enseignant", "eleve", "administrators-only"),
        ("parent", "eleve", "administrators-only"),
    ],
)
async def test_whom_nobody_may_change_or_delete(world: World, key: str, account: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        await edits(world, account, key)
    for restores in (False, True):
        with pytest.raises(Refusal, match=reason):
            await removes(world, account, key, restores)


async def test_what_the_feed_brings_is_corrected_in_onde(world: World) -> None:
    with pytest.raises(Refusal) as met:
        await edits(world, "eleve")

    assert "ONDE" in texts.refuse(met.value, "fr").text
    with pytest.raises(Refusal) as met:
        await edits(world, "enseignant")
    assert "ERUN" in texts.refuse(met.value, "fr").text


@pytest.mark.parametrize("done", [True, False])
async def test_a_deletion_whose_answer_was_lost_is_read_again(world: World, done: bool) -> None:
    account = await made(world)
    await removes(world, account.id)
    ent = world.desk.directory

    class Lossy:
        def __getattr__(self, name: str) -> Any:
            return getattr(ent, name)

        async def delete(self, account_id: str) -> None:
            if done:
                await ent.delete(account_id)
            raise InDoubt("lost")

    world.desk.directory = Lossy()
    if done:
        assert (await picked(world, "remove_now")).kind == "account_deleted"
        return
    with pytest.raises(Refusal, match="ent-doubt"):
        await picked(world, "remove_now")
    assert (await world.rows("interventions"))[-1]["state"] == "doubt"
