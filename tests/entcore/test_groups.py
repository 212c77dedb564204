"""Groups of a real ENT: what its server does otherwise than it says."""

from __future__ import annotations

import pytest

from bot.ent.directory import Reason
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.terms import Declined, InDoubt
from tests.contracts.questions import why
from tests.entcore.faults import Fault
from tests.entcore.standin import Standin

SCHOOL, CHORALE = "jean-moulin", "jean-moulin/chorale"


async def test_what_the_platform_keeps_is_not_said_to_be_changed(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    one = standin.town.manual[CHORALE]
    one.fixed = one.composed = True

    assert await why(directory.rename_group(SCHOOL, CHORALE, "Chœur")) == Reason.LOCKED
    assert await why(directory.delete_group(SCHOOL, CHORALE)) == Reason.LOCKED
    assert await why(directory.put_in(SCHOOL, CHORALE, ["eleve"])) == Reason.LOCKED
    assert await why(directory.take_out(SCHOOL, CHORALE, ["eleve"])) == Reason.LOCKED
    await directory.let_write(SCHOOL, CHORALE, False)  # this is the school's own
    assert one.rule is None


async def test_members_whom_rules_need_go_on_writing_to_each_other(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.town.manual[CHORALE].tied = True

    assert await why(directory.let_write(SCHOOL, CHORALE, False)) == Reason.LINKED


async def test_a_group_whose_rule_was_lost_is_there_all_the_same(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.fail("/communication/group/", Fault.CUT_BEFORE, times=2)

    made = await directory.make_group(SCHOOL, "Atelier")

    assert not made.together
    assert standin.town.manual[made.id].rule is None


async def test_a_group_is_made_once_where_the_answer_is_lost(standin: Standin, directory: EntcoreDirectory) -> None:
    standin.fail("/directory/group", Fault.CUT_AFTER)

    with pytest.raises(InDoubt):
        await directory.make_group(SCHOOL, "Atelier")

    assert [one.name for one in standin.town.manual.values()].count("Atelier") == 1


@pytest.mark.parametrize("path", ["/directory/group/jean-moulin", "/communication/group"])
async def test_what_may_be_done_twice_is_asked_again_where_the_answer_is_lost(
    standin: Standin, directory: EntcoreDirectory, path: str
) -> None:
    standin.fail(path, Fault.CUT_AFTER)
    if path.startswith("/communication"):
        await directory.let_write(SCHOOL, CHORALE, False)
        assert standin.town.manual[CHORALE].rule is None
    else:
        await directory.delete_group(SCHOOL, CHORALE)  # the second time, it is gone
        assert CHORALE not in standin.town.manual


async def test_a_school_that_the_bot_does_not_administer_has_no_groups(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.bot.scope = ["louise-michel"]

    assert await directory.groups(SCHOOL) == []
    with pytest.raises(Declined) as no:
        await directory.make_group(SCHOOL, "Atelier")
    assert no.value.reason == Reason.FORBIDDEN
