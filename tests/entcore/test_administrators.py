"""The function ADML over HTTP: its scope is sent whole, and nothing outside of the bot's sight is ended."""

from __future__ import annotations

import pytest

from bot.ent.directory import Reason
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.terms import Declined, InDoubt
from tests.entcore.standin import Fault, Standin

GIVE = "/directory/user/function/enseignant"


@pytest.mark.parametrize("held", [True, False])
async def test_who_administers_what_the_bot_does_not_see_is_left_alone(
    standin: Standin, patient: EntcoreDirectory, held: bool
) -> None:
    scope = ["far-away"] if held else ["jean-moulin", "far-away"]
    standin.town.users["enseignant"].scope = list(scope)

    with pytest.raises(Declined) as no:
        await patient.administer("enseignant", "jean-moulin", held)

    assert no.value.reason == Reason.ELSEWHERE
    assert standin.town.users["enseignant"].scope == scope
    assert standin.asked(GIVE) == 0


async def test_the_function_is_removed_only_where_nothing_is_left_of_it(
    standin: Standin, patient: EntcoreDirectory
) -> None:
    user = standin.town.users["solene.quemener"]
    for school in ("jean-moulin", "louise-michel"):
        await patient.administer(user.id, school, True)

    await patient.administer(user.id, "jean-moulin", False)
    assert user.scope == ["louise-michel"]
    await patient.administer(user.id, "louise-michel", False)
    assert user.scope is None


async def test_the_bots_own_right_is_not_withdrawn(standin: Standin, patient: EntcoreDirectory) -> None:
    standin.town.users["bot"].structures = ["jean-moulin"]

    with pytest.raises(Declined) as no:
        await patient.administer("bot", "jean-moulin", False)

    assert no.value.reason == Reason.FORBIDDEN
    assert "jean-moulin" in (standin.town.users["bot"].scope or ())


@pytest.mark.parametrize(("fault", "reason"), [(Fault.MFA, Reason.MFA), (Fault.UNAUTHORIZED, Reason.FORBIDDEN)])
async def test_each_refusal_has_its_reason(
    standin: Standin, patient: EntcoreDirectory, fault: Fault, reason: Reason
) -> None:
    standin.fail(GIVE, fault)

    with pytest.raises(Declined) as no:
        await patient.administer("enseignant", "jean-moulin", True)

    assert no.value.reason == reason
    assert standin.town.users["enseignant"].scope is None


async def test_a_lost_answer_is_asked_for_once_more_and_then_in_doubt(
    standin: Standin, patient: EntcoreDirectory
) -> None:
    standin.fail(GIVE, Fault.CUT_AFTER)
    await patient.administer("enseignant", "jean-moulin", True)
    assert standin.town.users["enseignant"].scope == ["jean-moulin"]

    standin.fail(GIVE, Fault.CUT_BEFORE, times=2)
    with pytest.raises(InDoubt):
        await patient.administer("enseignant", "jean-moulin", False)
