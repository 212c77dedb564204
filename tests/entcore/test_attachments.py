"""What is particular to attaching in a real ENT: answers that say nothing or are lost, and its own search."""

from __future__ import annotations

import pytest

from bot.ent.directory import Reason
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.terms import Declined, InDoubt
from tests.entcore.standin import Fault, Standin
from tests.entcore.town import User

LINK, UNLINK = "/directory/structure/jules-verne/link/", "/directory/structure/jean-moulin/unlink/"


async def test_a_lost_answer_is_asked_for_again_and_the_account_is_attached_once(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.fail(LINK, Fault.CUT_AFTER)

    assert await directory.attach("enseignant", "jules-verne")

    assert standin.asked(LINK) == 2
    assert standin.town.users["enseignant"].structures.count("jules-verne") == 1


async def test_an_answer_that_stays_lost_is_in_doubt(standin: Standin, directory: EntcoreDirectory) -> None:
    standin.fail(LINK, Fault.CUT_AFTER, times=2)

    with pytest.raises(InDoubt):
        await directory.attach("enseignant", "jules-verne")


async def test_where_the_card_cannot_be_read_after_the_act_it_is_in_doubt(
    standin: Standin, directory: EntcoreDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    present = directory.server.present
    read = 0

    async def once(account: str) -> object:
        nonlocal read
        read += 1
        if read > 1:
            raise Declined(Reason.UNREACHABLE)
        return await present(account)

    monkeypatch.setattr(directory.server, "present", once)

    with pytest.raises(InDoubt):
        await directory.attach("enseignant", "jules-verne")


async def test_an_account_that_the_server_only_says_it_attached_is_declined(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    class Unchanged(list[str]):
        def append(self, _one: str) -> None:
            """As where the structure has no group for the profile."""

    teacher = standin.town.users["enseignant"]
    teacher.structures = Unchanged(teacher.structures)

    with pytest.raises(Declined, match=Reason.REFUSED):
        await directory.attach("enseignant", "jules-verne")


async def test_nobody_is_detached_while_nothing_else_keeps_them_and_the_server_is_not_asked(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    with pytest.raises(Declined, match=Reason.UNKEPT):
        await directory.detach("enseignant", "jean-moulin", "creil")

    assert not standin.asked(UNLINK)


async def test_a_right_without_an_attachment_is_not_taken_for_ended(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.town.users["adjoint"].structures = ["creil"]

    with pytest.raises(Declined, match=Reason.REFUSED):
        await directory.detach("adjoint", "jean-moulin", "creil")


async def test_the_bot_finds_nobody_outside_of_what_its_account_administers(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.town.add(User("far", "far", "Zoé", "Picard", "Teacher", []))
    assert await directory.staff("Picard", "amiens", 5) == []

    standin.town.users["far"].structures = ["jules-verne"]
    assert [one.id for one in await directory.staff("Picard", "amiens", 5)] == ["far"]
    assert await directory.staff("Picard", "creil", 5) == []


async def test_no_request_names_a_pupil_while_staff_is_looked_for(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.town.add(User("child", "child", "Zoé", "Picard", "Student", ["jules-verne"]))

    assert await directory.staff("Picard", "amiens", 5) == []
