"""Who waits for pre-deletion is pre-deleted, then gone; and who comes back in time has lost nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.ent.embedded.feeding.departing import depart
from bot.ent.embedded.feeding.options import Delays
from bot.terms.feed import PupilRecord
from tests.ent.fed import ELM, Fed, adult, child, files, pupil

ROWS = [pupil(f"Ana{n}", "PETIT", f"{n:09}AA") for n in range(10)]
PARENT = adult("Awa", "PETIT", child("Ana0", "PETIT"))


@pytest.fixture
async def leaving(fed: Fed) -> Fed:
    """A school that a pupil left, who published something; their parent is in no later file."""
    await fed.feed(files(ELM, *ROWS, PARENT))
    author = (await fed.one("Ana0 PETIT")).id
    row = {"id": "p", "author": author, "school": "elm", "kind": "BLOG", "html": "", "at": fed.now, "hidden": False}
    await fed.insert("publications", **row)
    await fed.insert("reports", publication="p", reporter=author, at=fed.now)
    await fed.feed(files(ELM, *ROWS[1:]), complete=True)
    return fed


async def after(fed: Fed, days: float) -> tuple[int, int]:
    """Lets so many days pass."""
    fed.now += timedelta(days=days)
    return await depart(fed.records, fed.now, Delays())


async def test_a_leaver_is_predeleted_after_90_days_and_gone_after_90_more(leaving: Fed) -> None:
    assert await after(leaving, 89.9) == (0, 0)
    assert await after(leaving, 0.1) == (1, 0)
    assert (await leaving.one("Ana0 PETIT")).deleted_at == leaving.now
    assert await after(leaving, 89.9) == (0, 0)
    assert await after(leaving, 0.1) == (0, 1)

    assert await leaving.named("Ana0 PETIT") == []
    assert (await leaving.rows("publications"), await leaving.rows("reports")) == ([], [])
    assert len(await leaving.rows("fed")) == 10


async def test_a_parent_left_without_a_child_by_a_deletion_begins_to_wait(leaving: Fed) -> None:
    await after(leaving, 90)
    await after(leaving, 90)
    assert (await leaving.one("Awa PETIT")).missing_since == leaving.now

    await after(leaving, 90)
    assert await after(leaving, 90) == (0, 1)
    assert await leaving.named("Awa PETIT") == []


async def test_who_comes_back_before_the_end_has_everything_and_later_begins_anew(leaving: Fed) -> None:
    before = await leaving.one("Ana0 PETIT")
    await after(leaving, 90)
    await after(leaving, 89)
    await leaving.feed(files(ELM, *ROWS))
    assert (await leaving.one("Ana0 PETIT")).id == before.id
    assert await after(leaving, 400) == (0, 0)
    assert len(await leaving.rows("publications")) == 1


async def test_an_account_made_by_hand_is_gone_ninety_days_after_its_school_pre_deleted_it(leaving: Fed) -> None:
    left = {"source": "MANUAL", "missing_since": None, "deleted_at": leaving.now}
    await leaving.write("accounts", left, first_name="Ana0")

    assert await after(leaving, 89) == (0, 0)
    assert await after(leaving, 1) == (0, 1)


async def test_an_account_made_by_hand_and_who_never_left_stay(leaving: Fed) -> None:
    await leaving.write("accounts", {"source": "MANUAL"}, first_name="Ana0")
    await after(leaving, 400)
    assert await after(leaving, 400) == (0, 0)
    assert len(await leaving.rows("accounts")) == 11


async def test_a_pupil_who_never_got_an_ine_is_forgotten_after_a_year(fed: Fed) -> None:
    waiting: PupilRecord = pupil("Léo", "ROY")
    await fed.feed(files(ELM, waiting))
    await after(fed, 364)
    assert len(await fed.rows("held")) == 1
    await after(fed, 1)
    assert await fed.rows("held") == []
