"""Who leaves with complete files: staff too, unless they work elsewhere or hold a function; who only moves."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from bot.ent.embedded.feeding.options import read_moving
from bot.terms.feed import AdultRecord, Change, Datum, FeedReport, PupilRecord, SchoolFeed, StaffRecord
from tests.ent.fed import BAY, ELM, OAK, Fed, adult, child, files, pupil, reasons, teacher, told

LEO = child("Léo", "ROY")
TEAM = [teacher(first, "ROUX", email=f"{first}@example.org") for first in ("Ada", "Bea", "Cléo", "Dina", "Eva")]


def table() -> dict[str, Any]:
    """What the `feed.toml` that is shipped says."""
    return tomllib.loads(Path("config/feed.toml").read_text("utf-8"))


def told_of(reports: list[FeedReport], name: str) -> list[Change]:
    """What all schools of a run say of somebody."""
    return [one.change for report in reports for one in report.changes if one.name == name]


async def test_whom_a_complete_file_of_staff_does_not_name_waits_and_comes_back_with_everything(fed: Fed) -> None:
    await fed.feed(files(ELM, *TEAM))
    before = await fed.picture()
    assert told(await fed.feed(files(ELM, *TEAM[1:])), Change.LEAVING) == []

    report = await fed.feed(files(ELM, *TEAM[1:]), complete=True)
    assert told(report, Change.LEAVING) == ["Ada ROUX"]
    assert (await fed.one("Ada ROUX")).missing_since == fed.now
    assert (await fed.feed(files(ELM, *TEAM[1:]), complete=True)).changes == ()

    report = await fed.feed(files(ELM, *TEAM), complete=True)
    assert (told(report, Change.RESTORED), await fed.picture()) == (["Ada ROUX"], before)


async def test_a_school_is_not_emptied_by_files_that_are_given_for_another_one(fed: Fed) -> None:
    crowd = [
        pupil(name, "ROY", f"12345678{at}AB") for at, name in enumerate(("Ana", "Bob", "Eva", "Léo", "Tom", "Zoé"))
    ]
    await fed.feed(files(ELM, *crowd))
    before = await fed.picture()

    report = await fed.feed(files(OAK, *crowd[1:]))
    assert (report.stopped, report.facts["moved"], report.facts["known"]) == ("too-many-move", "5", "6")
    assert await fed.picture() == before

    assert len(told(await fed.feed(files(OAK, *crowd), most_leaving=1), Change.MOVED)) == len(crowd)


async def test_a_class_moves_on_where_both_schools_are_of_the_run(fed: Fed) -> None:
    crowd = [
        pupil(name, "ROY", f"12345678{at}AB") for at, name in enumerate(("Ana", "Bob", "Eva", "Léo", "Tom", "Zoé"))
    ]
    await fed.feed(files(ELM, *crowd))
    report = await fed.feed(files(ELM, crowd[0]), files(OAK, *crowd[1:]), complete=True)

    assert (report.stopped, len(told(report, Change.MOVED))) == ("", 5)


async def test_too_many_of_the_staff_do_not_leave_but_one_of_a_small_team_may(fed: Fed) -> None:
    await fed.feed(files(ELM, *TEAM[:3]))
    assert (await fed.feed(files(ELM, TEAM[0]), complete=True)).stopped == "too-many-leave"
    assert told(await fed.feed(files(ELM, *TEAM[:2]), complete=True), Change.LEAVING) == ["Cléo ROUX"]


async def test_who_works_in_another_school_too_is_only_detached(fed: Fed) -> None:
    await fed.feed(files(ELM, *TEAM), files(OAK, TEAM[0]))
    report = await fed.feed(files(ELM, *TEAM[1:]), complete=True)

    assert [(one.change, one.data) for one in report.changes] == [
        (Change.CHANGED, (Datum("detached", "École des Ormes"),))
    ]
    assert await fed.places("Ada ROUX") == {"École des Chênes"}
    assert (await fed.feed(files(ELM, *TEAM[1:]), complete=True)).changes == ()


async def test_who_holds_a_function_stays_and_is_told(fed: Fed) -> None:
    await fed.feed(files(ELM, *TEAM))
    await fed.insert("functions", account=(await fed.one("Ada ROUX")).id, structure="elm", function="director")
    report = await fed.feed(files(ELM, *TEAM[1:]), complete=True)

    assert (report.changes, reasons(report)) == ((), ["staff-function"])
    [said] = report.findings
    assert (said.about, said.details["function"], said.spot.line) == ("Ada ROUX", "director", 0)
    assert (await fed.one("Ada ROUX")).missing_since is None


async def test_staff_whose_row_is_held_do_not_leave(fed: Fed) -> None:
    await fed.feed(files(ELM, *TEAM, teacher("Ada", "ROUX", email="other@example.org")))
    report = await fed.feed(files(ELM, *TEAM[1:], teacher("Ada", "ROUX")), complete=True)

    assert (told(report, Change.LEAVING), reasons(report)) == ([], ["staff-several"])


async def test_who_left_one_school_and_begins_in_another_one_belongs_to_that_one_alone(fed: Fed) -> None:
    await fed.feed(files(ELM, *TEAM))
    await fed.feed(files(ELM, *TEAM[1:]), complete=True)
    report = await fed.feed(files(OAK, TEAM[0]))

    assert told(report, Change.RESTORED) == ["Ada ROUX"]
    assert await fed.places("Ada ROUX") == {"École des Chênes"}


@pytest.mark.parametrize("dry", [False, True])
@pytest.mark.parametrize("order", list(permutations(range(3))))
async def test_a_move_between_schools_of_one_run_is_told_once_and_nobody_leaves(
    fed: Fed, order: tuple[int, ...], dry: bool
) -> None:
    await fed.feed(*years_end())
    picture = await fed.picture()
    schools = list(september())
    await fed.feed(*(schools[at] for at in order), complete=True, most_leaving=0.3, dry=dry)

    assert told_of(fed.reports, "Zoé BON") == [Change.MOVED]
    assert told_of(fed.reports, "Awa BON") == []
    assert sorted(told_of(fed.reports, "Eva ROUX")) == [Change.CHANGED, Change.CHANGED]
    assert not any(told(report, Change.LEAVING) or report.stopped for report in fed.reports)
    if dry:
        assert await fed.picture() == picture
    else:
        assert await fed.places("Zoé BON") == {"CE2"}
        assert await fed.places("Eva ROUX") == {"École des Chênes"}
        assert await fed.children((await fed.one("Awa BON")).id) == {"Zoé"}
        assert await fed.children((await fed.one("Ben BON")).id) == {"Zoé", "Léo0"}
        assert {row.missing_since for row in await fed.rows("accounts")} == {None}


def years_end() -> Iterator[SchoolFeed]:
    """Three schools in June: Zoé and a brother are in the first one."""
    parents = adult("Awa", "BON", child("Zoé", "BON")), adult("Ben", "BON", child("Zoé", "BON"), child("Léo0", "BON"))
    for at, place in enumerate((ELM, OAK, BAY)):
        own = [pupil(f"Léo{at}", "BON", f"{at:09}AA"), pupil(f"Tom{at}", "ROY", f"{at:09}BB")]
        of_elm: list[PupilRecord | AdultRecord | StaffRecord] = []
        if place == ELM:
            of_elm = [pupil("Zoé", "BON", "777777777GG"), *parents, *TEAM[3:]]
        yield files(place, *own, *of_elm, adult(f"Ida{at}", "ROY", child(f"Tom{at}", "ROY")), TEAM[at])


def september() -> Iterator[SchoolFeed]:
    """The same in September: Zoé goes to the second school, and so do a parent's row and a teacher."""
    for at, place in enumerate((ELM, OAK, BAY)):
        own = [pupil(f"Léo{at}", "BON", f"{at:09}AA"), pupil(f"Tom{at}", "ROY", f"{at:09}BB")]
        ben = [adult("Ben", "BON", child("Léo0", "BON"))] if place == ELM else []
        there: list[PupilRecord | AdultRecord | StaffRecord] = []
        if place == OAK:
            there = [pupil("Zoé", "BON", "777777777GG", "CE2"), TEAM[4]]
            there += [adult(first, "BON", child("Zoé", "BON")) for first in ("Awa", "Ben")]
        team = [TEAM[at], *(TEAM[3:4] if place == ELM else [])]
        yield files(place, *own, *ben, *there, adult(f"Ida{at}", "ROY", child(f"Tom{at}", "ROY")), *team)


async def test_a_row_without_ine_does_not_take_the_account_of_a_pupil_who_moves_away_in_the_same_run(
    fed: Fed,
) -> None:
    await fed.feed(files(ELM, pupil("Léo", "ROY", "123456789AB"), pupil("Ana", "PETIT", "987654321CD")))
    namesake = files(ELM, pupil("Léo", "ROY", ""), pupil("Ana", "PETIT", "987654321CD"))
    await fed.feed(namesake, files(OAK, pupil("Léo", "ROY", "123456789AB", "CP")))

    assert await fed.places("Léo ROY") == {"CP"}
    assert [row.reason for row in await fed.rows("held")] == ["no-ine"]


async def test_a_parent_who_awaits_a_child_in_another_school_does_not_leave(fed: Fed) -> None:
    tom, of_tom = pupil("Tom", "BON", "555555555EE"), adult("Ida", "BON", child("Tom", "BON"))
    await fed.feed(
        files(
            ELM,
            tom,
            of_tom,
            pupil("Léo", "ROY", "123456789AB"),
            awa := adult("Awa", "ROY", LEO, email="a@example.org"),
        )
    )
    there = files(OAK, pupil("Léo", "ROY", "", birth_date=date(2017, 1, 1)), awa)
    await fed.feed(there)
    for _ in range(2):
        await fed.feed(files(ELM, tom, of_tom), there, complete=True, most_leaving=1.0)

    assert [report.changes for report in fed.reports] == [(), ()]
    assert (await fed.one("Awa ROY")).missing_since is None


async def test_a_pupil_whose_ine_a_refused_row_has_does_not_leave(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Zoé", "MARCHAND", "111111111AA"), pupil("Ana", "PETIT", "987654321CD")))
    wrong = pupil("Karim", "BERNARD", "111111111AA")
    report = await fed.feed(files(ELM, wrong, pupil("Ana", "PETIT", "987654321CD")), complete=True, most_leaving=1.0)

    assert (report.changes, reasons(report)) == ((), ["ine-of-another"])


@pytest.mark.parametrize(
    ("day", "number", "stopped"),
    [
        (date(2026, 9, 7), 6, ""),
        (date(2026, 9, 7), 9, "too-many-move"),
        (date(2026, 11, 2), 6, "too-many-move"),
        (date(2026, 11, 2), 4, ""),
    ],
)
async def test_the_oldest_of_a_small_nursery_move_on_in_september_only(
    fed: Fed, day: date, number: int, stopped: str
) -> None:
    few = [pupil(f"Ana{at}", "PETIT", f"{at:09}AB") for at in range(10)]
    await fed.feed(files(ELM, *few))

    assert (await fed.feed(files(OAK, *few[:number]), moving=read_moving(table(), day))).stopped == stopped


@pytest.mark.parametrize(
    ("name", "value"),
    [("few", 0), ("most_percent", 101), ("summer_percent", "85"), ("summer_begins", {"month": 2, "day": 30})],
)
def test_what_may_move_is_refused_by_its_name_where_it_cannot_be(name: str, value: object) -> None:
    wrong = table()
    wrong["moving"][name] = value

    with pytest.raises(ValueError, match=rf"feed\.toml, \[moving\] {name}"):
        read_moving(wrong, date(2026, 9, 7))
