"""Announcements, on every adapter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.ent.directory import Directory, Reason
from bot.terms import Profile
from bot.terms.announcements import Alert, Announced, Announcement, begins_at, day_of, ends_at
from tests.contracts.questions import why
from tests.contracts.stages import Stage

TODAY = day_of(datetime.now(UTC))
FETE = Announcement(
    title="Fête de l’école",
    texts={"fr": "La fête est samedi <à 10 h> & dimanche.\nVenez !", "en": "The fête is on Saturday."},
    starts=TODAY,
    ends=TODAY + timedelta(days=3),
    profiles=frozenset({Profile.RELATIVE, Profile.STUDENT}),
    color="green",
    signature="La direction",
)
LATER = replace(FETE, title="Plus tard", starts=TODAY + timedelta(days=5), ends=TODAY + timedelta(days=5))


async def listed(directory: Directory, school: str = "jean-moulin") -> list[Announced]:
    """What the ENT lists of the school."""
    return await directory.announcements(school)


async def test_an_announcement_is_listed_as_it_was_made(directory: Directory) -> None:
    made = await directory.announce("jean-moulin", FETE, "Nadia Belkacem")

    (found,) = await listed(directory)
    assert (found.id, found.school, found.said, found.views) == (made, "jean-moulin", FETE, 0)
    assert (found.starts_at, found.ends_at) == (begins_at(TODAY), ends_at(TODAY + timedelta(days=3)))
    assert found.stage(datetime.now(UTC)) == "running"
    assert found.may_be(FETE, datetime.now(UTC) - timedelta(minutes=1))
    assert not found.may_be(LATER, datetime.now(UTC) - timedelta(minutes=1))
    assert await listed(directory, "louise-michel") == []
    assert await listed(directory, "atlantis") == []


@pytest.mark.parametrize("color", ["red", "grey-dark", "#12ab3F"])
async def test_a_color_is_one_of_the_console_s_or_one_s_own(directory: Directory, color: str) -> None:
    await directory.announce("jean-moulin", replace(FETE, color=color), "Nadia Belkacem")

    assert (await listed(directory))[0].said.color == color


async def test_what_changes_is_changed_and_comes_first(directory: Directory) -> None:
    first = await directory.announce("jean-moulin", FETE, "Nadia Belkacem")
    second = await directory.announce("jean-moulin", LATER, "Nadia Belkacem")
    assert [one.id for one in await listed(directory)] == [second, first]

    changed = replace(FETE, texts={"fr": "Reportée !"}, color="#aa0000", profiles=frozenset(Profile), signature="")
    for _ in range(2):
        await directory.amend("jean-moulin", first, replace(changed, signature="La direction"))

    found = await listed(directory)
    assert [one.id for one in found] == [first, second]
    assert found[0].said == replace(changed, signature="La direction")


async def test_one_that_runs_ends_now_and_one_to_come_is_deleted(directory: Directory) -> None:
    runs = await directory.announce("jean-moulin", FETE, "Nadia Belkacem")
    comes = await directory.announce("jean-moulin", LATER, "Nadia Belkacem")

    for one in (runs, comes):
        await directory.end_announcement("jean-moulin", one)
    await directory.end_announcement("jean-moulin", runs)

    (left,) = await listed(directory)
    assert left.id == runs
    assert left.stage(datetime.now(UTC) + timedelta(seconds=1)) == "over"
    assert left.said.texts == FETE.texts
    assert await why(directory.end_announcement("jean-moulin", comes)) == Reason.GONE


async def test_only_the_school_s_own_is_changed(stage: Stage) -> None:
    directory = stage.directory
    above = await directory.announce("oise", FETE, "Karim Haddad")
    await stage.shown_below(above, "jean-moulin")

    (shown,) = await listed(directory)
    assert (shown.id, shown.school) == (above, "oise")
    for school, key in (("jean-moulin", above), ("jean-moulin", "999"), ("louise-michel", above)):
        assert await why(directory.amend(school, key, LATER)) == Reason.GONE
        assert await why(directory.end_announcement(school, key)) == Reason.GONE
        assert await why(directory.alert(school, key, "fr", Alert(mail=True))) == Reason.GONE
    assert (await listed(directory))[0].said == FETE


async def test_nobody_announces_in_a_school_that_is_not_administered(directory: Directory) -> None:
    assert await why(directory.announce("atlantis", FETE, "Nadia Belkacem")) == Reason.FORBIDDEN


async def test_those_it_is_for_are_told_in_other_ways(stage: Stage) -> None:
    made = await stage.directory.announce("jean-moulin", FETE, "Nadia Belkacem")

    told = await stage.directory.alert("jean-moulin", made, "fr", Alert(mail=True))

    there = await stage.alerted()
    assert {"parent", "lea.martin", "aurelie.martin"} <= there
    assert not {"directeur", "enseignant", "hugo.vidal"} & there
    assert told == len(there)


async def test_readers_are_counted_and_never_named(stage: Stage) -> None:
    made = await stage.directory.announce("jean-moulin", FETE, "Nadia Belkacem")

    for account in ("parent", "parent", "eleve"):
        await stage.read_in_the_ent(made, account)

    assert (await listed(stage.directory))[0].views == 2


async def test_an_ent_that_shows_announcements_counts_their_readers_itself(directory: Directory) -> None:
    made = await directory.announce("jean-moulin", FETE, "Nadia Belkacem")
    counted = await directory.count_reading(made, "parent")

    assert counted is not await directory.shows_announcements()
    assert (await listed(directory))[0].views == int(counted)
    assert not await directory.count_reading("999", "parent")
