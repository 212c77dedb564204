"""Logging in to the embedded ENT: who may, and who is refused."""

from __future__ import annotations

import pytest

from tests.ent.conftest import PASSWORD, Town


async def test_a_password_opens_its_account_and_the_login_is_noted(town: Town) -> None:
    entry = await town.portal.sign_in("Eleve", PASSWORD)

    assert entry.account is not None
    assert (entry.outcome, entry.account.id) == ("in", "eleve")
    assert (await town.account("eleve")).last_login == town.now


@pytest.mark.parametrize("secret", ["", "bonjour", "Bonjour-one", "\ud800", "abcd3456", "é" * 5000])
async def test_another_word_opens_nothing(town: Town, secret: str) -> None:
    before = (await town.account("eleve")).last_login

    assert await town.outcome("eleve", secret) == "wrong"
    assert (await town.account("eleve")).last_login == before


@pytest.mark.parametrize("login", ["", "nobody", "elev", "eleve\0\0x", "\ud800"])
async def test_a_login_that_nobody_has_opens_nothing(town: Town, login: str) -> None:
    assert await town.outcome(login, PASSWORD) == "wrong"


async def test_an_account_never_activated_has_no_password(town: Town) -> None:
    assert await town.outcome("tiago.ferreira", PASSWORD) == "wrong"
    assert await town.outcome("tiago.ferreira", "") == "wrong"


async def test_a_blocked_account_stays_outside_with_its_password_and_with_a_code(town: Town) -> None:
    await town.directory.block("eleve", True)
    code = (await town.directory.renew_code("eleve")).code

    assert await town.outcome("eleve", PASSWORD) == "blocked"
    assert await town.outcome("eleve", code) == "blocked"
    assert (await town.portal.choose("eleve", code, "un-autre-mot")).outcome == "blocked"


async def test_an_unblocked_account_enters_again(town: Town) -> None:
    await town.directory.block("mathys.leroy", False)

    assert await town.outcome("mathys.leroy", PASSWORD) == "in"
    assert not (await town.account("mathys.leroy")).blocked


async def test_the_page_offers_everybody_by_name(town: Town) -> None:
    people = await town.portal.people()

    assert len(people) > 35
    assert [person.id for person in people[:3]] == ["adjoint", "francoise.boeuf", "eleve"]
