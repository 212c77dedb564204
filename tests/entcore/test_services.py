"""Services over HTTP: secrets stay behind, what the server says is done and is not, and lost answers."""

from __future__ import annotations

import pytest

from bot.ent.directory import Reason
from bot.ent.entcore import services
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.ent.services import Service, ServiceKind
from bot.terms import Declined, InDoubt, Profile
from tests.entcore.standin import Fault, Standin
from tests.entcore.town import Offered

SCHOOL, POOL = "jean-moulin", "https://www.ville.fr/piscine"
CREATE, CHANGE, ROLE = "/appregistry/application/external", "/appregistry/application/conf", "/appregistry/authorize"


async def had(directory: EntcoreDirectory, key: str) -> Service:
    """That service as the school has it."""
    return next(one for one in await directory.services(SCHOOL) if one.id == key)


async def test_no_secret_of_a_connector_is_kept_and_it_is_no_link(
    standin: Standin, patient: EntcoreDirectory
) -> None:
    row = {"name": "Palier", "address": "https://palier.example/", "owner": SCHOOL, "for": []}
    standin.town.offer(Offered("palier", "connector", "palier"), row)

    found = await had(patient, "palier")

    assert found.kind is ServiceKind.CONNECTOR
    assert "gardé-secret" not in repr(await patient.services(SCHOOL))
    with pytest.raises(Declined) as no:
        await patient.withdraw_link(SCHOOL, "palier")
    assert no.value.reason == Reason.GONE
    assert "palier" in standin.town.services


async def test_what_only_the_second_degree_has_is_left_out(standin: Standin, patient: EntcoreDirectory) -> None:
    for kind in ("application", "widget"):
        made = Offered(f"lycee-{kind}", kind, "Bourses", second=True)
        standin.town.services[made.id] = made

    assert "Bourses" not in {one.name for one in await patient.services(SCHOOL)}


def test_each_right_of_an_application_is_a_service_and_a_shared_one_is_there_once() -> None:
    roles = [{"id": "lire", "name": "lecture"}, {"id": "tous", "name": "Accès de base"}]
    first = {"id": "a", "name": "Blog", "isExternal": False, "roles": [*roles, {"id": "ecrire", "name": "écriture"}]}
    second = {"id": "b", "name": "", "displayName": "wiki", "isExternal": False, "roles": roles[1:]}
    other = {"id": "c", "name": "Autre", "isExternal": True, "roles": []}

    found = {one.service.id: one.service.name for one in services._applications([first, second, other, None])}

    assert found == {"lire": "Blog · lecture", "tous": "Accès de base", "ecrire": "Blog · écriture"}


async def test_widgets_have_the_names_of_the_console(standin: Standin, patient: EntcoreDirectory) -> None:
    standin.town.services["w"] = Offered("w", "widget", "birthday")

    assert (await had(patient, "w")).name == "Anniversaires"


async def test_one_name_is_one_link_of_the_platform_and_people_see_the_bare_one(
    standin: Standin, patient: EntcoreDirectory
) -> None:
    here = await patient.create_link(SCHOOL, "Piscine", POOL)
    there = await patient.create_link("louise-michel", "Piscine", POOL)

    made = [standin.town.services[key] for key in (here, there)]
    assert [one.shown for one in made] == ["Piscine", "Piscine"]
    assert [one.name for one in made] == ["Piscine · 0609901A", "Piscine · 0609902B"]
    assert not any(one.inherits for one in made)


async def test_groups_are_changed_one_by_one_and_those_of_classes_never(
    standin: Standin, patient: EntcoreDirectory
) -> None:
    before = {*standin.town.services["app-wiki"].groups}

    await patient.offer(SCHOOL, "app-wiki", {Profile.GUEST}, {Profile.STUDENT})

    changed = standin.town.services["app-wiki"].groups ^ before
    assert changed == {f"{SCHOOL}-Guest-1700000000000", f"{SCHOOL}-Student-1700000000000"}
    assert standin.asked(ROLE) == 2


@pytest.mark.parametrize(
    ("fault", "reason"), [(Fault.MFA, Reason.MFA), (Fault.TERMS, Reason.NOT_READY), (Fault.MISSING, Reason.GONE)]
)
async def test_each_refusal_has_its_reason(
    standin: Standin, patient: EntcoreDirectory, fault: Fault, reason: Reason
) -> None:
    for path, act in ((CREATE, patient.create_link(SCHOOL, "Piscine", POOL)), (ROLE, _given(patient))):
        standin.fail(path, fault)
        with pytest.raises(Declined) as no:
            await act
        assert no.value.reason == reason
    assert "Piscine" not in {one.name for one in await patient.services(SCHOOL)}


@pytest.mark.parametrize("fault", [Fault.CUT_AFTER, Fault.EMPTY, Fault.BROKEN])
async def test_making_is_never_repeated_and_a_lost_answer_is_in_doubt(
    standin: Standin, patient: EntcoreDirectory, fault: Fault
) -> None:
    standin.fail(CREATE, fault)

    with pytest.raises(InDoubt):
        await patient.create_link(SCHOOL, "Piscine", POOL)

    assert standin.asked(CREATE) == 1


async def test_giving_is_repeated_once_and_is_in_doubt_where_only_a_part_was_done(
    standin: Standin, patient: EntcoreDirectory
) -> None:
    standin.fail(ROLE, Fault.CUT_AFTER)
    await _given(patient)
    assert Profile.GUEST in (await had(patient, "app-wiki")).profiles

    standin.fail(f"{ROLE}/group/{SCHOOL}-Guest-1700000000000", Fault.UNAUTHORIZED)
    with pytest.raises(InDoubt):
        await patient.offer(SCHOOL, "app-wiki", {Profile.RELATIVE}, {Profile.STUDENT, Profile.GUEST})


async def _given(directory: EntcoreDirectory) -> None:
    await directory.offer(SCHOOL, "app-wiki", {Profile.GUEST}, ())


async def test_a_link_that_is_locked_meanwhile_is_said_to_be(standin: Standin, patient: EntcoreDirectory) -> None:
    standin.fail(CHANGE, Fault.EMPTY)

    with pytest.raises(Declined) as no:
        await patient.change_link(SCHOOL, "cantine", "Restaurant", POOL)

    assert no.value.reason == Reason.LOCKED
    assert standin.town.services["cantine"].shown == "Cantine de Creil"


async def test_withdrawing_whose_answer_was_lost_is_done(standin: Standin, patient: EntcoreDirectory) -> None:
    standin.fail(f"{CREATE}/cantine", Fault.CUT_AFTER)

    await patient.withdraw_link(SCHOOL, "cantine")

    assert "cantine" not in standin.town.services


async def test_a_school_without_a_group_for_a_profile_changes_nothing(
    standin: Standin, patient: EntcoreDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.entcore.groups._PROFILES", ["Student", "Teacher"])

    with pytest.raises(Declined) as no:
        await patient.offer(SCHOOL, "app-wiki", {Profile.GUEST}, {Profile.STUDENT})

    assert no.value.reason == Reason.REFUSED
    assert Profile.STUDENT in (await had(patient, "app-wiki")).profiles
