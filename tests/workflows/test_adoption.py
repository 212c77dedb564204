"""Who is linked: names to the school, names of staff to its ERUN, counts above; and each look leaves a line."""

from __future__ import annotations

from typing import Any

import pytest

from bot.ent.embedded.enrolment import Enrolment, enrol
from bot.ent.lists import Found, Query
from bot.terms import Declined, Notice, Profile, Refusal
from bot.workflows.linking import adoption, missing
from tests.world import World

SCHOOL = "jean-moulin"


async def people(world: World, profile: Profile, count: int, school: str = SCHOOL, room: str = "CM2") -> None:
    """Enrols so many people of that profile in a class of the school; each is called by a number."""
    place = f"{school}/{room}" if profile is Profile.STUDENT else school
    mark = f"{profile.value}{count}"
    rows = [
        Enrolment(
            id=f"{mark}-{n}",
            login=f"{mark}-{n}",
            first_name="X",
            last_name=f"{mark}-{n:03}",
            profile=profile,
            places=(place,),
        )
        for n in range(count)
    ]
    await world.desk.records.run(lambda connection: enrol(connection, [], rows))


def part(said: Notice, key: str, among: str = "parts") -> dict[str, Any]:
    """The count of that profile or class."""
    return next(dict(one) for one in said.facts[among] if key in (one["key"], one["name"]))


def pressed(said: Notice, action: str, words: str = "") -> str:
    """The target of the first button with that action, and those words where some are given."""
    keys = [key for row in said.buttons for key in row]
    return next(key.target for key in keys if key.action == action and words in ("", key.words))


async def shown(world: World, key: str, typed: str = "") -> Notice:
    """What that persona reads for `/adoption`."""
    return await adoption.start(world.desk, world.caller(key), typed)


async def test_a_director_reads_how_far_each_profile_and_class_is(world: World) -> None:
    before = await shown(world, "directeur")
    await people(world, Profile.STUDENT, 12)
    await world.enrol("student12-0", 7_000_001)

    after = await shown(world, "directeur")

    assert (after.kind, after.facts["place"]) == ("adoption", "École Jean-Moulin")
    assert after.facts["all"] == before.facts["all"] + 12
    assert after.facts["linked"] == before.facts["linked"] + 1
    assert part(after, "student")["all"] == part(before, "student")["all"] + 12
    assert part(after, "CM2", "rooms")["linked"] == part(before, "CM2", "rooms")["linked"] + 1


async def test_a_director_reads_who_is_missing_page_by_page_and_class_by_class(world: World) -> None:
    await people(world, Profile.STUDENT, 45)
    said = await shown(world, "directeur")
    director = world.caller("directeur")

    first = await missing.page(world.desk, director, pressed(said, "missing"))
    pupils = await missing.page(world.desk, director, pressed(first, "missing_of"))
    names = list[str]()
    page = await missing.page(world.desk, director, pressed(first, "missing_of", "CM2"))
    while True:
        names += [line["name"] for line in page.facts["lines"]]
        keys = {key.action: key.target for row in page.buttons for key in row}
        if "missing_next" not in keys:
            break
        page = await missing.page(world.desk, director, keys["missing_next"])

    assert pupils.facts["picked"] == "student"
    assert {f"X student45-{n:03}" for n in range(45)} <= set(names)
    assert len(names) == len(set(names)) == page.facts["count"]
    assert "directeur" not in {line["name"] for line in first.facts["lines"]}


async def test_who_was_linked_is_missing_no_more(world: World) -> None:
    await people(world, Profile.STUDENT, 3)
    target = pressed(await shown(world, "directeur"), "missing")
    before = await missing.page(world.desk, world.caller("directeur"), target)

    await world.enrol("student3-0", 7_000_001)

    after = await missing.page(world.desk, world.caller("directeur"), target)
    assert after.facts["count"] == before.facts["count"] - 1


async def test_an_erun_reads_schools_without_a_linked_director_first_and_no_small_number(world: World) -> None:
    said = await shown(world, "erun")

    heads = [line["head"] for line in said.facts["lines"]]
    parts = [one for line in said.facts["lines"] for one in line["parts"]]
    told = [one["linked"] for one in parts]
    assert said.kind == "adoption_schools"
    assert heads == sorted(heads)
    assert said.facts["headed"] == sum(heads)
    assert told
    assert not [number for number in told if 0 < number < 5]
    assert all(one["all"] > 0 for one in parts)
    assert [line["share"] % 10 for line in said.facts["lines"]] == [0, 0]  # the sum would tell the number


async def test_an_erun_reads_no_name_of_a_pupil_or_a_relative(world: World) -> None:
    for profile in (Profile.STUDENT, Profile.RELATIVE, Profile.TEACHER):
        await people(world, profile, 6)
    said = await shown(world, "erun", "Jean-Moulin")

    target = pressed(said, "missing")
    first = await missing.page(world.desk, world.caller("erun"), target)
    forced = await missing.page(world.desk, world.caller("erun"), target.replace("::", ":student:"))

    assert said.facts["rooms"] == []
    assert {line["profile"] for line in first.facts["lines"]} <= {"teacher", "personnel"}
    assert "X teacher6-000" in {line["name"] for line in first.facts["lines"]}
    assert forced.facts["lines"] == []


@pytest.mark.parametrize("key", ["danei", "plateforme"])
async def test_whoever_is_higher_reads_counts_and_no_school(world: World, key: str) -> None:
    await people(world, Profile.TEACHER, 6)
    for n in range(6):
        await world.enrol(f"teacher6-{n}", 7_000_001 + n)
    mark = pressed(await shown(world, "directeur"), "missing")

    said = await shown(world, key)

    assert said.kind == "adoption_above"
    assert max(line["staff"] for line in said.facts["lines"]) >= 6
    assert not [n for line in said.facts["lines"] for n in (line["staff"], line["families"]) if 0 < n < 5]
    with pytest.raises(Refusal, match="old-button"):
        await missing.page(world.desk, world.caller(key), mark)
    with pytest.raises(Refusal, match="old-button"):
        await adoption.one(world.desk, world.caller(key), mark.partition(":")[0])


async def test_nobody_reads_of_a_school_that_is_not_theirs(world: World) -> None:
    target = pressed(await shown(world, "directeur"), "missing")

    for key in ("directeur3", "erun2"):
        with pytest.raises(Refusal, match="old-button"):
            await missing.page(world.desk, world.caller(key), target)
    for key in ("eleve", "parent", "enseignant"):
        with pytest.raises(Refusal, match="administrators-only"):
            await shown(world, key)


@pytest.mark.parametrize("target", ["", "x", ":::", "0" * 8 + "::0", "0" * 8 + ":é:0", "0" * 8 + "::99999"])
async def test_a_forged_button_shows_nobody(sqlite_world: World, target: str) -> None:
    with pytest.raises(Refusal, match="old-button"):
        await missing.page(sqlite_world.desk, sqlite_world.caller("directeur"), target)


async def test_a_look_at_names_leaves_its_line(world: World) -> None:
    said = await shown(world, "directeur")
    await missing.page(world.desk, world.caller("directeur"), pressed(said, "missing"))

    acts = [(row["act"], row["school"]) for row in await world.rows("audit") if row["act"].startswith("see_")]
    assert acts == [("see_adoption", SCHOOL), ("see_missing", SCHOOL)]


class _Silent:
    """An ENT that tells its schools, and then answers no more."""

    def __init__(self, world: World) -> None:
        self._ent = world.desk.directory

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ent, name)

    async def search(self, query: Query, within: list[str], limit: int, after: str = "") -> Found:
        """Declines."""
        raise Declined("unreachable")


async def test_while_the_ent_is_down_nothing_old_is_shown(sqlite_world: World) -> None:
    sqlite_world.desk.directory = _Silent(sqlite_world)  # type: ignore[assignment]

    with pytest.raises(Declined, match="unreachable"):
        await shown(sqlite_world, "directeur")
