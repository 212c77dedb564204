"""Accounts made by hand, on every adapter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.ent.creation import Change, Newcomer
from bot.ent.directory import Directory, Query, Reason
from bot.terms import Profile
from tests.contracts.questions import ADMINISTRATORS, known, why
from tests.contracts.stages import Stage

BORN = date(2016, 5, 4)
NILS = Newcomer(
    first_name="Nils",
    last_name="Aubert-Roy",
    profile=Profile.STUDENT,
    school="jean-moulin",
    class_id="jean-moulin/CM2",
    birth_date=BORN,
)
ATSEM = Newcomer(first_name="Rita", last_name="D’Angelo", profile=Profile.PERSONNEL, school="jean-moulin")
MINUTE = timedelta(minutes=1)


async def test_a_pupil_is_made_in_a_class_and_was_never_activated(directory: Directory) -> None:
    made = await known(directory, await directory.create(NILS))

    assert (made.name, made.profile, made.birth_date) == ("Nils Aubert-Roy", Profile.STUDENT, BORN)
    assert (made.source, made.activated) == ("MANUAL", False)
    assert [place.id for place in made.classes] == ["jean-moulin/CM2"]
    assert [place.id for place in made.places] == ["jean-moulin"]
    assert await directory.by_login(made.login) == made
    assert len(await directory.activation_code(made.id)) == 8


async def test_who_was_made_is_found_by_name_at_once(directory: Directory) -> None:
    await directory.search(Query(words="nils"), ["jean-moulin"], 10)  # an ENT's answers may be kept
    made = await directory.create(NILS)

    found = await directory.search(Query(words="aub nils"), ["jean-moulin"], 10)
    assert [account.id for account in found.accounts] == [made]


async def test_a_parent_is_tied_to_the_children(directory: Directory) -> None:
    aunt = Newcomer(
        first_name="Odile",
        last_name="Caron",
        profile=Profile.RELATIVE,
        school="jean-moulin",
        class_id="jean-moulin/CM2",
        children=("eleve", "lea.martin"),
    )

    made = await known(directory, await directory.create(aunt))

    assert set(made.children) == {"eleve", "lea.martin"}
    assert made.id in (await known(directory, "eleve")).relatives
    assert [place.id for place in made.places] == ["jean-moulin"]


@pytest.mark.parametrize("profile", [Profile.PERSONNEL, Profile.GUEST])
async def test_staff_and_guests_are_of_the_school(directory: Directory, profile: Profile) -> None:
    made = await known(directory, await directory.create(replace(ATSEM, profile=profile)))

    assert (made.profile, [place.id for place in made.places]) == (profile, ["jean-moulin"])
    assert not made.classes


async def test_two_of_one_name_have_two_logins(directory: Directory) -> None:
    first, second = await directory.create(ATSEM), await directory.create(ATSEM)

    logins = {(await known(directory, one)).login for one in (first, second)}
    assert len(logins) == 2


@pytest.mark.parametrize(
    ("newcomer", "reason"),
    [
        (replace(NILS, class_id="louise-michel/CE2"), Reason.GONE),
        (replace(NILS, class_id="", school="nowhere"), Reason.FORBIDDEN),
        (replace(ATSEM, profile=Profile.RELATIVE, children=("nobody",)), Reason.GONE),
        (replace(ATSEM, profile=Profile.RELATIVE, children=("parent",)), Reason.GONE),
    ],
)
async def test_nobody_is_made_where_something_is_not_there(
    directory: Directory, newcomer: Newcomer, reason: Reason
) -> None:
    since = datetime.now(UTC) - MINUTE

    assert await why(directory.create(newcomer)) == reason
    assert await directory.made(replace(newcomer, school="jean-moulin"), since) == []


async def test_what_was_made_is_found_again_by_names_birth_date_and_moment(directory: Directory) -> None:
    since = datetime.now(UTC) - MINUTE
    assert await directory.made(NILS, since) == []

    first, second = await directory.create(NILS), await directory.create(NILS)

    assert set(await directory.made(replace(NILS, first_name="NILS"), since)) == {first, second}
    for other in (
        replace(NILS, birth_date=BORN + timedelta(days=1)),
        replace(NILS, last_name="Aubert"),
        replace(NILS, profile=Profile.GUEST),
        replace(NILS, school="louise-michel"),
    ):
        assert await directory.made(other, since) == []
    assert await directory.made(NILS, since + timedelta(hours=1)) == []


async def test_who_came_by_the_feed_was_not_made_by_hand(directory: Directory) -> None:
    child = await known(directory, "eleve")
    same = replace(NILS, first_name=child.first_name, last_name=child.last_name, birth_date=child.birth_date)

    assert await directory.made(same, datetime(2020, 1, 1, tzinfo=UTC)) == []


async def test_names_and_birth_date_change_and_the_login_stays(directory: Directory) -> None:
    before = await known(directory, await directory.create(NILS))
    day = BORN + timedelta(days=400)

    for _ in range(2):
        await directory.modify(before.id, Change(first_name="Nil", last_name="Aubert", birth_date=day))

    after = await known(directory, before.id)
    assert (after.name, after.birth_date, after.login) == ("Nil Aubert", day, before.login)
    found = await directory.search(Query(words="nil aubert"), ["jean-moulin"], 10)
    assert [account.id for account in found.accounts] == [before.id]


async def test_the_children_of_a_parent_change(directory: Directory) -> None:
    aunt = replace(ATSEM, profile=Profile.RELATIVE, children=("eleve",))
    made = await directory.create(aunt)

    await directory.modify(made, Change(children=("lea.martin",)))

    assert (await known(directory, made)).children == ("lea.martin",)
    assert made not in (await known(directory, "eleve")).relatives
    assert await why(directory.modify(made, Change(children=("nobody",)))) == Reason.GONE
    assert (await known(directory, made)).children == ("lea.martin",)


async def test_an_account_never_activated_is_deleted_at_once(directory: Directory) -> None:
    made = await directory.create(NILS)

    await directory.delete(made)

    assert await directory.account(made, ["jean-moulin"]) is None
    assert await why(directory.delete(made)) == Reason.GONE
    found = await directory.search(Query(words="nils aubert"), ["jean-moulin"], 10)
    assert not found.accounts


async def test_an_activated_account_is_pre_deleted_and_restored(stage: Stage) -> None:
    directory = stage.directory
    made = await directory.create(NILS)
    await stage.activated(made)

    for _ in range(2):
        await directory.delete(made)
    assert (await known(directory, made)).deleted_at is not None
    assert await why(directory.modify(made, Change(first_name="Nil"))) == Reason.DELETED
    for _ in range(2):
        await directory.restore(made)
    assert (await known(directory, made)).deleted_at is None


@pytest.mark.parametrize("account", ["eleve", "parent", *ADMINISTRATORS, "nobody"])
async def test_only_what_was_made_by_hand_is_changed_or_deleted(directory: Directory, account: str) -> None:
    reason = {"eleve": Reason.FED, "parent": Reason.FED, "nobody": Reason.GONE}.get(account, Reason.FORBIDDEN)

    assert await why(directory.modify(account, Change(first_name="Autre"))) == reason
    assert await why(directory.delete(account)) == reason
    assert await why(directory.restore(account)) == reason
