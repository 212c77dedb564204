"""Merging on a real ENT: a lost answer, errors by their reason, and a platform that prefers other sources."""

from __future__ import annotations

import pytest

from bot.ent.entcore.adapter import EntcoreDirectory
from bot.ent.reasons import Reason
from bot.terms import Declined, InDoubt
from tests.entcore import duplicates
from tests.entcore.standin import Fault, Standin

KEPT, GONE = "zoe.da-silva-pereira", "zoe.pereira"
MERGE, IGNORE = "/directory/duplicate/merge", "/directory/duplicate/ignore"


@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.BROKEN, Fault.GARBLED])
async def test_a_merge_whose_answer_is_lost_is_in_doubt_and_asked_once(
    standin: Standin, directory: EntcoreDirectory, fault: Fault
) -> None:
    standin.fail(MERGE, fault)

    with pytest.raises(InDoubt):
        await directory.merge(GONE, KEPT)

    assert standin.asked(MERGE) == 1
    assert (GONE not in standin.town.users) is (fault is Fault.CUT_AFTER)


async def test_telling_apart_is_asked_again_after_a_lost_answer(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.fail(IGNORE, Fault.CUT_AFTER)

    await directory.part(GONE, KEPT)

    assert standin.asked(IGNORE) == 2
    assert standin.town.users[KEPT].ignored == [GONE]


async def test_what_changed_between_the_cards_and_the_merge_is_told_by_its_reason(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.town.users[GONE].duplicates = []

    with pytest.raises(Declined) as no:
        await directory.merge(GONE, KEPT)

    assert no.value.reason == Reason.APART


async def test_a_platform_that_keeps_the_other_account_leaves_a_doubt(
    standin: Standin, directory: EntcoreDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = standin.town.users[KEPT]
    user.code = standin.town.code()
    monkeypatch.setattr(duplicates, "_SOURCES", ("AAF1D", "MANUAL"))

    with pytest.raises(InDoubt):
        await directory.merge(GONE, KEPT)


async def test_an_account_out_of_scope_is_not_settled(standin: Standin, directory: EntcoreDirectory) -> None:
    standin.town.users[GONE].structures = []
    standin.town.users[GONE].unlisted = True

    for act in (directory.merge(GONE, KEPT), directory.part(KEPT, GONE)):
        with pytest.raises(Declined):
            await act
    assert standin.asked(MERGE) == standin.asked(IGNORE) == 0


async def test_the_lists_are_read_anew_after_a_merge(standin: Standin, directory: EntcoreDirectory) -> None:
    assert len(await directory.duplicates(["jean-moulin"])) == 1

    await directory.merge(GONE, KEPT)

    assert await directory.duplicates(["jean-moulin"]) == []


async def test_a_pre_deleted_account_is_told_apart_by_the_other_one(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    gone = standin.town.users[GONE]
    gone.deleted = gone.created

    await directory.part(GONE, KEPT)

    assert standin.town.users[KEPT].ignored == [GONE]
