"""Making accounts on a real ENT: its form, its route without a code, and answers that are lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.ent.directory import Reason
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.terms import InDoubt
from tests.contracts.questions import why
from tests.contracts.test_creation import ATSEM, NILS
from tests.entcore.standin import Fault, Standin

API, CLASS = "/directory/api/user", "/directory/class/jean-moulin"


async def test_where_the_server_asks_for_a_code_the_route_of_the_class_makes_a_pupil(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    await directory.classes("jean-moulin")
    standin.mfa = True

    made = standin.town.users[await directory.create(NILS)]

    assert (made.classes, made.born, made.source) == (["jean-moulin/CM2"], NILS.birth_date, "MANUAL")
    assert not standin.complaints


async def test_without_a_class_there_is_no_way_around_the_code(standin: Standin, directory: EntcoreDirectory) -> None:
    standin.mfa = True

    assert await why(directory.create(ATSEM)) == Reason.MFA


async def test_what_the_server_finds_wrong_makes_nobody(standin: Standin, directory: EntcoreDirectory) -> None:
    before = len(standin.town.users)

    assert await why(directory.create(replace(NILS, birth_date=None))) == Reason.REFUSED
    assert len(standin.town.users) == before


@pytest.mark.parametrize("fault", [Fault.CUT_AFTER, Fault.CUT_BEFORE])
async def test_an_answer_that_is_lost_makes_nobody_twice(
    standin: Standin, directory: EntcoreDirectory, fault: Fault
) -> None:
    since = datetime.now(UTC) - timedelta(minutes=1)
    standin.fail(API, fault)

    with pytest.raises(InDoubt):
        await directory.create(NILS)

    assert standin.asked(API) == 1
    assert len(await directory.made(NILS, since)) == (fault is Fault.CUT_AFTER)


async def test_an_answer_without_identifier_is_no_answer(standin: Standin, directory: EntcoreDirectory) -> None:
    standin.fail(API, Fault.EMPTY)

    with pytest.raises(InDoubt):
        await directory.create(NILS)
