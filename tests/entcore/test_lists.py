"""The cache of lists: fetched whole, once for all who wait, and outdated by the bot's own acts."""

from __future__ import annotations

import asyncio

import pytest

from bot.ent.directory import Query
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.ent.entcore.keeping import STALE, Kept
from bot.terms import Declined
from tests.entcore.standin import Fault, Standin

USERS = "/directory/structure/jean-moulin/users"


class Clock:
    """A clock that the test sets, in seconds."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Source:
    """A fetch function that counts its calls, waits while `open` is not set, and fails while `broken`."""

    def __init__(self) -> None:
        self.asked = 0
        self.open = asyncio.Event()
        self.open.set()
        self.heard = asyncio.Event()
        self.broken = False

    async def __call__(self, key: str) -> str:
        self.asked += 1
        mine = self.asked
        self.heard.set()
        await self.open.wait()
        if self.broken:
            raise Declined("unreachable")
        return f"{key} {mine}"


async def test_a_list_of_800_is_asked_for_once_for_all_who_search_at_once(
    standin: Standin, patient: EntcoreDirectory
) -> None:
    standin.town.crowd("jean-moulin", 800)

    pages = await asyncio.gather(*(patient.search(Query("eleve7"), ["jean-moulin"], 5) for _ in range(8)))

    assert {page.count for page in pages} == {111}
    assert standin.asked(USERS) == 1


async def test_blocking_somebody_has_the_lists_of_their_school_asked_for_anew(
    standin: Standin, patient: EntcoreDirectory
) -> None:
    await patient.search(Query("martin"), ["creil"], 5)

    await patient.block("lea.martin", True)
    page = await patient.search(Query("martin", blocked=True), ["creil"], 5)

    assert [account.id for account in page.accounts] == ["lea.martin"]
    assert standin.asked(USERS) == 2
    assert standin.asked("/directory/structure/louise-michel/users") == 1


async def test_blocking_a_whole_class_asks_for_no_list_in_between(
    standin: Standin, patient: EntcoreDirectory
) -> None:
    pupils = [account.id for account in (await patient.search(Query("a"), ["jean-moulin"], 5)).accounts]

    for pupil in pupils:
        await patient.block(pupil, True)
        assert (await patient.accounts([pupil]))[0].blocked

    assert standin.asked(USERS) == 1


async def test_a_list_that_hangs_keeps_nobody_from_a_card(standin: Standin, directory: EntcoreDirectory) -> None:
    standin.fail(USERS, Fault.HANG, times=2)

    account = await directory.account("lea.martin")

    assert account is not None
    assert account.classes == ()


async def test_an_old_list_is_answered_from_while_a_new_one_comes() -> None:
    source, clock = Source(), Clock()
    kept = Kept(source, 60.0, clock)
    await kept.get("a")
    clock.now, source.broken = 61.0, True

    assert await kept.get("a") == "a 1"
    await asyncio.gather(*kept._under_way.values(), return_exceptions=True)
    source.broken = False
    assert await kept.get("a") == "a 1"
    await asyncio.gather(*kept._under_way.values())
    assert await kept.get("a") == "a 3"


async def test_a_list_older_than_an_hour_answers_nobody() -> None:
    source, clock = Source(), Clock()
    kept = Kept(source, 60.0, clock)
    await kept.get("a")
    clock.now, source.broken = STALE, True

    with pytest.raises(Declined):
        await kept.get("a")


async def test_a_list_that_an_act_made_false_is_not_kept_though_it_arrives_later() -> None:
    source = Source()
    kept = Kept(source, 60.0)
    source.open.clear()
    early = asyncio.create_task(kept.get("a"))
    await source.heard.wait()
    kept.spoil(["a"])
    late = asyncio.create_task(kept.get("a"))
    source.open.set()

    assert (await early, await late) == ("a 1", "a 2")
    assert await kept.get("a") == "a 2"


async def test_a_failure_is_heard_by_all_who_wait_and_the_next_asks_again() -> None:
    source = Source()
    kept = Kept(source, 60.0)
    source.broken = True

    results = await asyncio.gather(*(kept.get("a") for _ in range(3)), return_exceptions=True)
    source.broken = False

    assert [type(result) for result in results] == [Declined] * 3
    assert await kept.get("a") == "a 2"
