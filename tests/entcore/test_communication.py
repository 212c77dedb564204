"""Who may write to whom on a real ENT, which checks little, warns of much, and does not always answer."""

from __future__ import annotations

import pytest

from bot.ent.entcore.adapter import EntcoreDirectory
from bot.ent.reasons import Reason
from bot.terms import InDoubt
from tests.contracts.questions import why
from tests.entcore.communication import links_of
from tests.entcore.faults import Fault
from tests.entcore.standin import Standin

SCHOOL, CHORALE, COUNCIL = "jean-moulin", "jean-moulin/chorale", "jean-moulin/conseil"
PARENTS, TEACHERS, PUPILS = (f"jean-moulin-{one}-1700000000000" for one in ("Relative", "Teacher", "Student"))
PARENTS_OF_CM2 = "jean-moulin/CM2-Relative-1700000000000"


@pytest.mark.parametrize(
    ("one", "other"), [(PARENTS, TEACHERS), (PUPILS, TEACHERS), (CHORALE, PARENTS_OF_CM2), (PARENTS, PARENTS_OF_CM2)]
)
async def test_what_changes_all_parents_or_pupils_is_kept_for_the_administration_though_the_server_would_do_it(
    standin: Standin, directory: EntcoreDirectory, one: str, other: str
) -> None:
    before = {*links_of(standin.town)}

    assert await why(directory.widened(SCHOOL, one, other)) == Reason.RESERVED
    assert await why(directory.allow(SCHOOL, one, other, True)) == Reason.RESERVED

    assert links_of(standin.town) == before


async def test_the_groups_whose_members_would_write_to_each_other_are_told_before(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.town.manual[CHORALE].rule, standin.town.manual[COUNCIL].rule = "OUTGOING", "INCOMING"
    assert await directory.widened(SCHOOL, CHORALE, COUNCIL) == {CHORALE, COUNCIL}
    assert await directory.widened(SCHOOL, COUNCIL, CHORALE) == frozenset()

    await directory.allow(SCHOOL, CHORALE, COUNCIL, True)

    together = {one.id for one in await directory.groups(SCHOOL) if one.together}
    assert {CHORALE, COUNCIL} <= together


async def test_a_group_of_a_kind_that_is_no_group_here_is_left_out(directory: EntcoreDirectory) -> None:
    assert all("AdminLocal" not in group for rule in await directory.rules(SCHOOL) for group in rule)
    assert all("AdminLocal" not in group for rule in await directory.rules_of(SCHOOL, TEACHERS) for group in rule)


async def test_a_removal_that_is_answered_400_though_it_was_done_is_done(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    links_of(standin.town).add((CHORALE, COUNCIL))
    standin.town.manual[CHORALE].rule = None

    await directory.allow(SCHOOL, CHORALE, COUNCIL, False)

    assert (CHORALE, COUNCIL) not in links_of(standin.town)


async def test_a_removal_whose_answer_is_lost_is_read_again(standin: Standin, directory: EntcoreDirectory) -> None:
    links_of(standin.town).add((CHORALE, COUNCIL))
    standin.fail("/communication/group/jean-moulin/chorale/relations", Fault.CUT_AFTER, 2)

    await directory.allow(SCHOOL, CHORALE, COUNCIL, False)

    assert (CHORALE, COUNCIL) not in links_of(standin.town)


@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.BROKEN, Fault.HANG])
async def test_a_removal_that_is_not_seen_is_in_doubt(
    standin: Standin, directory: EntcoreDirectory, fault: Fault
) -> None:
    links_of(standin.town).add((CHORALE, COUNCIL))
    standin.fail("/communication/group/jean-moulin/chorale/relations", fault, 2)

    with pytest.raises(InDoubt):
        await directory.allow(SCHOOL, CHORALE, COUNCIL, False)


async def test_a_removal_that_the_server_refuses_is_declined(standin: Standin, directory: EntcoreDirectory) -> None:
    links_of(standin.town).add((CHORALE, COUNCIL))
    standin.fail("/communication/group/jean-moulin/chorale/relations", Fault.REFUSED, 2)

    assert await why(directory.allow(SCHOOL, CHORALE, COUNCIL, False)) == Reason.REFUSED


async def test_nothing_is_sent_about_what_is_so_already(standin: Standin, patient: EntcoreDirectory) -> None:
    links_of(standin.town).add((CHORALE, COUNCIL))

    await patient.allow(SCHOOL, CHORALE, COUNCIL, True)
    await patient.allow(SCHOOL, COUNCIL, CHORALE, False)

    assert {method for method, path in standin.calls if path.startswith("/communication")} == {"GET"}
    assert standin.asked("/communication/v2") == 0


async def test_nothing_is_asked_about_a_group_that_is_gone(standin: Standin, patient: EntcoreDirectory) -> None:
    assert await why(patient.allow(SCHOOL, CHORALE, "gone", True)) == Reason.GONE

    assert standin.asked("/communication") == 0


async def test_a_school_out_of_the_bots_scope_has_no_rules(standin: Standin, patient: EntcoreDirectory) -> None:
    standin.bot.scope = ["louise-michel"]

    assert await patient.rules(SCHOOL) == []
    assert await why(patient.allow(SCHOOL, CHORALE, COUNCIL, True)) == Reason.GONE
    assert await why(patient.reset_rules(SCHOOL)) == Reason.FORBIDDEN
    assert standin.asked("/communication") == 0
