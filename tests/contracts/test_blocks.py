"""Blocking, on every adapter, and the history of whole profiles blocked."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.ent.directory import Directory, Reason
from bot.terms import Profile
from tests.contracts.questions import ADMINISTRATORS, known, why
from tests.contracts.stages import Stage


async def test_an_account_is_blocked_and_unblocked(directory: Directory) -> None:
    for blocked in (True, True, False, False):
        await directory.block("lea.martin", blocked)

        assert (await known(directory, "lea.martin")).blocked is blocked


@pytest.mark.parametrize("blocked", [True, False])
async def test_an_account_that_does_not_exist_is_not_blocked(directory: Directory, blocked: bool) -> None:
    assert await why(directory.block("nobody", blocked)) == Reason.GONE


@pytest.mark.parametrize("account", ADMINISTRATORS)
@pytest.mark.parametrize("blocked", [True, False])
async def test_administrators_are_not_blocked(directory: Directory, blocked: bool, account: str) -> None:
    assert await why(directory.block(account, blocked)) == Reason.FORBIDDEN
    assert not (await known(directory, account)).blocked


async def test_whole_profiles_blocked_are_remembered_newest_first(stage: Stage) -> None:
    july, september = datetime(2026, 7, 4, 16, tzinfo=UTC), datetime(2026, 8, 31, 7, tzinfo=UTC)
    await stage.trace("jean-moulin", Profile.STUDENT, True, "Marc Delattre", july)
    await stage.trace("jean-moulin", Profile.STUDENT, False, "Nadia Belkacem", september)
    await stage.trace("louise-michel", Profile.RELATIVE, True, "Hélène Vasseur", july)

    found = await stage.directory.block_traces("jean-moulin")

    traces = [trace for trace in found if trace.at in (july, september)]  # the demo has its own
    assert [(trace.at, trace.profile, trace.blocked, trace.by) for trace in traces] == [
        (september, Profile.STUDENT, False, "Nadia Belkacem"),
        (july, Profile.STUDENT, True, "Marc Delattre"),
    ]
