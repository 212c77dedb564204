"""Accounts that are gone or out of scope: the server answers both alike, and only its lists tell them apart."""

from __future__ import annotations

import asyncio

import pytest

from bot.ent.directory import Query, Reason
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.terms import Account, Declined
from tests.entcore.standin import BOT, Fault, Standin

LISTS = "/directory/structure/jean-moulin/users"


async def read(directory: EntcoreDirectory, account_id: str, *places: str) -> Account:
    """The account; fails the test if there is none."""
    account = await directory.account(account_id, places)
    assert account is not None
    return account


def out_of_scope(standin: Standin, *places: str) -> None:
    """Takes structures from the bot's account."""
    assert standin.bot.scope is not None
    standin.bot.scope = [place for place in standin.bot.scope if place not in places]


async def test_an_account_in_none_of_its_structures_is_gone(standin: Standin, directory: EntcoreDirectory) -> None:
    del standin.town.users["lea.martin"]

    assert await directory.account("lea.martin", ["jean-moulin"]) is None


async def test_the_list_is_fetched_anew_though_it_is_cached(standin: Standin, patient: EntcoreDirectory) -> None:
    clock = [0.0]
    patient.server.lists._clock = lambda: clock[0]
    await patient.search(Query("martin"), ["jean-moulin"], 10)
    del standin.town.users["lea.martin"]
    clock[0] = 90.0  # the cached list still counts as new for a search

    assert await patient.account("lea.martin", ["jean-moulin"]) is None
    assert standin.asked(LISTS) == 2


async def test_a_list_is_fetched_once_a_minute_however_many_are_looked_for(
    standin: Standin, patient: EntcoreDirectory
) -> None:
    for _ in range(3):
        assert await patient.account("nobody", ["jean-moulin"]) is None
    await asyncio.gather(*(patient.account(f"nobody-{n}", ["jean-moulin"]) for n in range(20)))

    assert standin.asked(LISTS) == 1


async def test_an_account_last_known_where_the_bot_does_not_look_is_no_account_that_is_gone(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    out_of_scope(standin, "louise-michel")

    for places in ([], ["louise-michel"], ["nowhere"]):
        with pytest.raises(Declined, match=Reason.FORBIDDEN):
            await directory.account("lina.oukaci", places)


async def test_a_list_that_fails_declines_instead_of_saying_gone(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    del standin.town.users["solene.quemener"]
    standin.fail("/directory/structure/louise-michel/users", Fault.BROKEN, times=2)

    with pytest.raises(Declined, match=Reason.UNREACHABLE):
        await directory.account("solene.quemener", ["jean-moulin", "louise-michel"])


async def test_an_account_whose_card_is_refused_though_a_list_names_it_is_there(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.fail("/directory/user/lea.martin", Fault.UNAUTHORIZED)

    assert (await read(directory, "lea.martin", "jean-moulin")).name == "Léa Martin"


async def test_a_part_of_a_card_tells_nothing(standin: Standin, directory: EntcoreDirectory) -> None:
    out_of_scope(standin, "louise-michel")
    standin.town.users["lina.oukaci"].visible = True

    with pytest.raises(Declined, match=Reason.FORBIDDEN):
        await directory.account("lina.oukaci")
    assert await directory.account("lina.oukaci", ["jean-moulin"]) is None


async def test_an_act_on_an_account_that_is_gone_is_declined_as_gone(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    await read(directory, "lea.martin")
    directory.server.lists.spoil()
    del standin.town.users["lea.martin"]

    for act in (directory.block("lea.martin", True), directory.renew_code("lea.martin")):
        with pytest.raises(Declined, match=Reason.GONE):
            await act


async def test_an_account_that_left_between_its_card_and_the_block_is_gone(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.fail("/auth/block", Fault.HANG, times=2)
    blocking = asyncio.create_task(directory.block("lea.martin", True))
    await standin.hanging.wait()
    del standin.town.users["lea.martin"]
    standin._faults.clear()  # the block is sent again

    with pytest.raises(Declined, match=Reason.GONE):
        await blocking


async def test_a_pre_deleted_account_has_the_structures_of_the_list(
    standin: Standin, patient: EntcoreDirectory
) -> None:
    hugo = await read(patient, "hugo.vidal", "louise-michel")

    assert [place.id for place in hugo.places] == ["louise-michel"]
    assert hugo.deleted_at is not None
    assert [place.id for place in (await read(patient, "hugo.vidal")).places] == ["louise-michel"]
    with pytest.raises(Declined, match=Reason.DELETED):
        await patient.block("hugo.vidal", True)
    assert standin.asked("/auth/block") == 0


async def test_a_pre_deleted_account_that_no_list_names_is_still_known(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.town.users["hugo.vidal"].unlisted = True

    hugo = await read(directory, "hugo.vidal", "louise-michel")

    assert (hugo.places, hugo.barred) == ((), "deleted")


async def test_a_director_is_one_though_only_the_list_tells(directory: EntcoreDirectory) -> None:
    assert (await read(directory, "directeur")).function == "director"
    assert (await read(directory, "adjoint")).function == "adml"


async def test_somebody_whose_schools_are_not_all_served_has_only_the_served_ones(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    out_of_scope(standin, "louise-michel")

    assert [place.id for place in (await read(directory, "solene.quemener")).places] == ["jean-moulin"]
    [listed] = (await directory.search(Query("quemener"), ["jean-moulin"], 5)).accounts
    assert [place.id for place in listed.places] == ["jean-moulin"]


async def test_an_alias_finds_its_account(standin: Standin, directory: EntcoreDirectory) -> None:
    standin.town.users["lea.martin"].alias = "papillon60"

    found = await directory.by_login("Papillon60 ")
    searched = await directory.search(Query("papillon60"), ["jean-moulin"], 5)

    assert found is not None
    assert (found.id, found.login) == ("lea.martin", "lea.martin")
    assert [one.id for one in searched.accounts] == ["lea.martin"]
    assert (await directory.search(Query("papillon60"), ["louise-michel"], 5)).accounts == ()


async def test_names_and_logins_do_not_ask_for_the_list_of_aliases(
    standin: Standin, patient: EntcoreDirectory
) -> None:
    for typed in ("martin", "lea.martin", "Léa Martin", BOT):
        await patient.by_login(typed)
        await patient.search(Query(typed), ["jean-moulin"], 5)
    for _ in range(3):
        assert await patient.by_login("introuvable") is None

    asked = standin.asked("/directory/user/admin/list")
    assert asked == len(standin.bot.scope or ())


async def test_a_server_that_refuses_the_list_of_aliases_has_none(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.fail("/directory/user/admin/list", Fault.REFUSED, times=99)

    assert await directory.by_login("introuvable") is None
