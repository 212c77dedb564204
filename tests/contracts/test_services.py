"""The services of a school, on every adapter."""

from __future__ import annotations

import asyncio

import pytest

from bot.ent.directory import Directory, Reason
from bot.ent.services import Service, ServiceKind, Services
from bot.terms import Declined, Profile
from tests.contracts.questions import why
from tests.contracts.stages import Stage

SCHOOL, OTHER = "jean-moulin", "louise-michel"
TOWN = "https://bibliotheque.creil.example/livres?page=1"
PUPILS, PARENTS, TEACHERS, STAFF = Profile.STUDENT, Profile.RELATIVE, Profile.TEACHER, Profile.PERSONNEL


async def had(directory: Services, service: str, school: str = SCHOOL) -> Service:
    """That service as the school has it; fails the test where it has none."""
    found = [one for one in await directory.services(school) if one.id == service]
    assert len(found) == 1
    return found[0]


async def names(directory: Services, kind: ServiceKind, school: str = SCHOOL) -> list[str]:
    """The names of the services of that kind."""
    return [one.name for one in await directory.services(school) if one.kind is kind]


async def test_a_school_has_applications_links_connectors_and_widgets_in_order(directory: Directory) -> None:
    found = await directory.services(SCHOOL)

    kinds = [one.kind for one in found]
    assert kinds == sorted(kinds, key=list(ServiceKind).index)
    assert set(kinds) == set(ServiceKind)
    for kind in ServiceKind:
        named = await names(directory, kind)
        assert named == sorted(named, key=str.casefold)
    assert len({one.id for one in found}) == len(found)


async def test_each_service_says_whose_it_is_where_it_leads_and_who_has_it(directory: Directory) -> None:
    blog = await had(directory, "app-blog")
    assert (blog.kind, blog.name, blog.owner, blog.locked) == (ServiceKind.APPLICATION, "Blog", "", False)
    assert blog.profiles == {PUPILS, PARENTS, TEACHERS, STAFF}
    assert not blog.inherited(SCHOOL)

    link = await had(directory, "cantine")
    assert (link.name, link.address) == ("Cantine de Creil", "https://cantine.ville-de-creil.example/")
    assert (link.owner, link.profiles) == (SCHOOL, frozenset({PARENTS, STAFF}))

    connector = await had(directory, "edumedia")
    assert (connector.kind, connector.owner, connector.inherited(SCHOOL)) == (ServiceKind.CONNECTOR, "oise", True)
    assert (await had(directory, "widget-notes")).profiles == {TEACHERS}


async def test_another_schools_services_and_those_above_that_are_not_passed_on_are_not_there(stage: Stage) -> None:
    await stage.service("piscine", "link", OTHER)
    await stage.service("reserve", "link", "oise")
    await stage.service("musee", "link", "oise", inherits=True)

    assert await names(stage.directory, ServiceKind.LINK) == ["Cantine de Creil", "musee"]
    assert await names(stage.directory, ServiceKind.LINK, OTHER) == ["musee", "piscine"]
    assert await stage.directory.services("atlantis") == []


@pytest.mark.parametrize("service", ["app-wiki", "cantine", "widget-notes"])
async def test_a_service_is_given_and_withdrawn_and_each_twice_is_as_once(directory: Directory, service: str) -> None:
    before = (await had(directory, service)).profiles
    for _ in range(2):
        await directory.offer(SCHOOL, service, {PUPILS, PARENTS}, {TEACHERS, STAFF})
        assert (await had(directory, service)).profiles == {PUPILS, PARENTS}

    await directory.offer(SCHOOL, service, before, set(Profile) - before)
    assert (await had(directory, service)).profiles == before


async def test_no_other_school_is_touched(directory: Directory) -> None:
    before = await directory.services(OTHER)

    await directory.offer(SCHOOL, "app-blog", {Profile.GUEST}, {PUPILS})

    assert await directory.services(OTHER) == before


async def test_the_schools_own_connector_is_given_and_neither_changed_nor_withdrawn(stage: Stage) -> None:
    await stage.service("labomep", "connector", SCHOOL)

    await stage.directory.offer(SCHOOL, "labomep", {TEACHERS}, ())

    assert (await had(stage.directory, "labomep")).profiles == {TEACHERS}
    assert await why(stage.directory.change_link(SCHOOL, "labomep", "Labo", TOWN)) == Reason.GONE
    assert await why(stage.directory.withdraw_link(SCHOOL, "labomep")) == Reason.GONE
    assert (await had(stage.directory, "labomep")).name == "labomep"


@pytest.mark.parametrize(
    ("school", "service", "reason"),
    [
        (SCHOOL, "edumedia", Reason.INHERITED),
        (SCHOOL, "app-assistance", Reason.LOCKED),
        (SCHOOL, "nothing", Reason.GONE),
        (OTHER, "cantine", Reason.GONE),
        ("atlantis", "app-blog", Reason.FORBIDDEN),
    ],
)
async def test_what_may_not_be_given_is_declined(
    directory: Directory, school: str, service: str, reason: str
) -> None:
    before = await directory.services(SCHOOL)

    assert await why(directory.offer(school, service, {Profile.GUEST}, ())) == reason

    assert await directory.services(SCHOOL) == before


async def test_a_widget_that_is_locked_is_declined_too(stage: Stage) -> None:
    await stage.lock("widget-notes")

    assert (await had(stage.directory, "widget-notes")).locked
    assert await why(stage.directory.offer(SCHOOL, "widget-notes", {PUPILS}, ())) == Reason.LOCKED


async def test_a_link_is_made_for_nobody_then_changed_then_withdrawn(directory: Directory) -> None:
    link = await directory.create_link(SCHOOL, "Bibliothèque", TOWN)

    made = await had(directory, link)
    assert (made.kind, made.name, made.address) == (ServiceKind.LINK, "Bibliothèque", TOWN)
    assert (made.owner, made.locked, made.profiles) == (SCHOOL, False, frozenset())
    assert "Bibliothèque" not in await names(directory, ServiceKind.LINK, OTHER)
    await directory.offer(SCHOOL, link, {PUPILS}, ())

    for _ in range(2):
        await directory.change_link(SCHOOL, link, "Médiathèque", "https://mediatheque.example/")
    changed = await had(directory, link)
    assert (changed.name, changed.address) == ("Médiathèque", "https://mediatheque.example/")
    assert (changed.profiles, changed.kind) == (frozenset({PUPILS}), ServiceKind.LINK)

    await directory.withdraw_link(SCHOOL, link)
    assert link not in {one.id for one in await directory.services(SCHOOL)}
    assert await why(directory.withdraw_link(SCHOOL, link)) == Reason.GONE
    assert await why(directory.change_link(SCHOOL, link, "Médiathèque", TOWN)) == Reason.GONE


async def test_no_two_links_of_a_school_bear_one_name(directory: Directory) -> None:
    link = await directory.create_link(SCHOOL, "Bibliothèque", TOWN)

    for name in ("bibliotheque", "EDUMEDIA", "cantine de creil"):
        assert await why(directory.create_link(SCHOOL, name, TOWN)) == Reason.TAKEN
    assert await why(directory.change_link(SCHOOL, link, "Cantine de Creil", TOWN)) == Reason.TAKEN
    await directory.change_link(SCHOOL, link, "BIBLIOTHÈQUE", TOWN)  # its own name, written otherwise

    assert await directory.create_link(OTHER, "Bibliothèque", TOWN) != link
    assert await why(directory.create_link("atlantis", "Bibliothèque", TOWN)) == Reason.FORBIDDEN


async def test_the_name_that_a_link_had_before_is_free_again(directory: Directory) -> None:
    link = await directory.create_link(SCHOOL, "Bibliothèque", TOWN)
    await directory.change_link(SCHOOL, link, "Médiathèque", TOWN)

    again = await directory.create_link(SCHOOL, "Bibliothèque", TOWN)

    assert again != link
    assert {"Bibliothèque", "Médiathèque"} <= {*await names(directory, ServiceKind.LINK)}


async def test_of_two_who_make_one_link_at_once_one_is_declined(directory: Directory) -> None:
    both = (directory.create_link(SCHOOL, "Bibliothèque", TOWN) for _ in range(2))
    done = await asyncio.gather(*both, return_exceptions=True)

    assert sorted(type(one).__name__ for one in done) == ["Declined", "str"]
    assert [one.reason for one in done if isinstance(one, Declined)] == [Reason.TAKEN]
    assert (await names(directory, ServiceKind.LINK)).count("Bibliothèque") == 1


async def test_what_is_locked_or_inherited_is_neither_changed_nor_withdrawn(stage: Stage) -> None:
    await stage.service("musee", "link", "oise", inherits=True)
    await stage.lock("cantine")
    before = await stage.directory.services(SCHOOL)

    for link, reason in (("musee", Reason.INHERITED), ("cantine", Reason.LOCKED), ("app-blog", Reason.GONE)):
        assert await why(stage.directory.change_link(SCHOOL, link, "Autre", TOWN)) == reason
        assert await why(stage.directory.withdraw_link(SCHOOL, link)) == reason
    assert await stage.directory.services(SCHOOL) == before
