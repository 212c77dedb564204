"""Guessing at logins of the embedded ENT is slowed down, tells no login from another, and keeps nobody else out."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.ent.embedded import codes, guessing
from bot.ent.embedded.portal import Entry, Portal
from tests.ent.conftest import PASSWORD, Town

HERE = "127.0.0.1"
LOGINS = ("eleve", "tiago.ferreira", "mathys.leroy", "nobody")  #: active, never activated, blocked, and none at all


async def guessed(portal: Portal, login: str, times: int, address: str = HERE) -> list[str]:
    """The outcomes of that many wrong guesses, one after the other."""
    return [(await portal.sign_in(login, f"guess-{n}", address)).outcome for n in range(times)]


@pytest.mark.parametrize("login", LOGINS)
async def test_after_a_few_wrong_guesses_nothing_is_tried_for_a_growing_while(town: Town, login: str) -> None:
    portal, waits = town.portal, []
    assert await guessed(portal, login, guessing.FREE) == ["wrong"] * guessing.FREE
    for _ in range(10):
        entry = await portal.sign_in(login, PASSWORD, HERE)
        assert entry.outcome == "later"
        waits.append(entry.wait)
        town.wait(seconds=entry.wait)
        assert (await portal.sign_in(login, "guess", HERE)).outcome == "wrong"

    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]


async def test_a_thousand_guesses_at_once_are_as_few_as_one_after_the_other(town: Town) -> None:
    portal = town.portal
    found = await asyncio.gather(*(portal.sign_in("eleve", f"guess-{n}", HERE) for n in range(1000)))

    assert [entry.outcome for entry in found].count("wrong") == guessing.FREE


async def test_a_code_is_guessed_no_more_often_than_a_password(town: Town) -> None:
    portal, code = town.portal, (await town.directory.renew_code("eleve")).code
    wrong = "b" * len(code)
    tried = [(await portal.choose("eleve", wrong, "un-autre-mot", HERE)).outcome for _ in range(20)]

    assert tried.count("wrong") == guessing.FREE
    assert (await portal.sign_in("eleve", code, HERE)).outcome == "later"
    town.wait(minutes=1)
    assert (await portal.choose("eleve", code, "un-autre-mot", HERE)).outcome == "in"


async def test_the_owner_enters_after_the_pause_and_is_slowed_down_no_more(town: Town) -> None:
    portal = town.portal
    await guessed(portal, "eleve", 50)
    town.wait(minutes=1)

    assert (await portal.sign_in("eleve", PASSWORD, HERE)).outcome == "in"
    assert (await guessed(portal, "eleve", 1)) == ["wrong"]


async def test_the_owners_browser_enters_whoever_guesses_meanwhile(town: Town) -> None:
    portal = town.portal
    await guessed(portal, "eleve", 50)

    assert (await portal.sign_in("eleve", PASSWORD, HERE, browser="hers")).outcome == "in"
    assert (await guessed(portal, "eleve", 1)) == ["later"]


async def test_one_person_at_a_shared_address_keeps_nobody_else_out(town: Town) -> None:
    portal = town.portal
    for name in range(3 * guessing.FREE_OF_ADDRESS):
        await portal.sign_in(f"invented{name % 40}", "guess", HERE)

    assert (await portal.sign_in("eleve", PASSWORD, HERE)).outcome == "in"


async def test_an_address_that_guesses_at_many_logins_is_slowed_down_at_each_of_them(town: Town) -> None:
    portal = town.portal
    for name in range(guessing.FREE_OF_ADDRESS):
        await portal.sign_in(f"invented{name}", "guess", HERE)

    assert await guessed(portal, "invented1", 1) == ["later"]
    assert await guessed(portal, "invented1", 1, "192.0.2.7") == ["wrong"]


async def test_a_clock_that_is_set_back_keeps_nobody_out_for_longer(town: Town) -> None:
    portal = town.portal
    town.wait(days=300)
    await guessed(portal, "eleve", 50)
    town.wait(days=-300)
    entry = await portal.sign_in("eleve", PASSWORD, HERE)
    assert 0 < entry.wait <= guessing.LONGEST.total_seconds()
    town.wait(seconds=entry.wait)

    assert (await portal.sign_in("eleve", PASSWORD, HERE)).outcome == "in"


def test_ten_thousand_invented_logins_make_nobody_forget_the_one_guessed_at() -> None:
    now = datetime(2026, 11, 26)
    counts = guessing.Guessing(lambda: now)
    for _ in range(guessing.FREE):
        counts.take("eleve", "", "")
    for name in range(2 * guessing.KEPT):
        counts.take(f"invented{name}", "", "")

    assert counts.take("eleve", "", "") == 1
    assert len(counts._counts) <= guessing.KEPT
    now += guessing.FORGOTTEN + timedelta(seconds=1)
    assert counts.take("eleve", "", "") == 0


@pytest.mark.parametrize("login", LOGINS)
async def test_as_much_is_hashed_and_said_for_a_login_that_nobody_has(
    town: Town, monkeypatch: pytest.MonkeyPatch, login: str
) -> None:
    hashed: list[int] = []
    plainly = codes._scrypt

    def counted(secret: str, salt: bytes) -> str:
        hashed.append(1)
        return plainly(secret, salt)

    monkeypatch.setattr(codes, "_scrypt", counted)

    assert await town.portal.sign_in(login, "abcd3456", HERE) == Entry("wrong")
    assert len(hashed) == 2
