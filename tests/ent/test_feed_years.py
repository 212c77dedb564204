"""Random years of two schools: arrivals, moves, renames, leavers and returns keep what must always hold."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ent.embedded.enrolment import Enrolment
from bot.storage.engine import open_records
from bot.terms import Profile
from bot.terms.feed import SchoolFeed, Verdict
from tests.ent.fed import ELM, OAK, Fed, adult, child, files, pupil, settle

BORN = date(2018, 3, 4)
FIRST, LAST = ("Léo", "Ana"), ("ROY", "PETIT")  # few, so that namesakes are many
HAND = Enrolment(
    id="hand",
    login="hand",
    first_name="Léo",
    last_name="ROY",
    profile=Profile.RELATIVE,
    places=("elm",),
    email="a@example.org",
    source="MANUAL",
)


@dataclass(slots=True)
class Pupil:
    """A pupil as they are, whatever the files say."""

    number: int
    first_name: str
    last_name: str
    parent: int  #: who their parent is: a person, whatever their name
    born: date
    school: str = ELM
    class_name: str = "CP"
    has_ine: bool = True
    present: bool = True


@dataclass(slots=True)
class Year:
    """Two schools and their people."""

    pupils: list[Pupil] = field(default_factory=list)
    parents: dict[int, str] = field(default_factory=dict)  #: the mail of each person; all have one name

    def act(self, act: str, at: int, of: int) -> None:
        """Something happens to a pupil."""
        if act == "arrive" or not self.pupils:
            number = len(self.pupils)
            self.parents.setdefault(of, f"parent{of}@example.org" if of % 2 else "")
            has_ine = at % 5 != 0  # who has none is known by names and birth date: nobody else has theirs
            born = BORN if has_ine else BORN + timedelta(days=1 + number)
            self.pupils.append(Pupil(number, FIRST[at % 2], LAST[of % 2], of, born, has_ine=has_ine))
            return
        one = self.pupils[at % len(self.pupils)]
        if act == "move":
            one.school = OAK if one.school == ELM else ELM
        elif act == "rename":
            one.last_name = LAST[of % 2]
        elif act == "class":
            one.class_name = ("CP", "CE1")[of % 2]
        elif act == "learn":
            one.has_ine = True
        else:
            one.present = act == "return"

    def files(self, school: str) -> SchoolFeed:
        """What the school's files say."""
        here = [one for one in self.pupils if one.present and one.school == school]
        rows = [
            pupil(p.first_name, p.last_name, f"{p.number:09}AB" * p.has_ine, p.class_name, birth_date=p.born)
            for p in here
        ]
        parents = [
            adult(
                "Sophie",
                "PETITJEAN",
                *(child(p.first_name, p.last_name, p.class_name) for p in here if p.parent == number),
                email=mail,
            )
            for number, mail in self.parents.items()
            if any(p.parent == number for p in here)
        ]
        return files(school, *rows, *parents)


KINDS = ["arrive", "arrive", "move", "rename", "class", "learn", "leave", "return", "feed"]
ACTS = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.integers(0, 9),
        st.integers(0, 3),
    ),
    min_size=3,
    max_size=25,
)


@given(ACTS)
@settings(
    max_examples=20, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_a_year_brings_nobody_is_doubled_joined_by_names_alone_or_taken_from_their_maker(
    migrated_sqlite: Path, acts: list[tuple[str, int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_live(f"sqlite:///{shutil.copy(migrated_sqlite, Path(folder) / 'palier.db')}", acts))


@pytest.mark.parametrize("seed", [7, 23, 24, 39, 43, 58, 75, 85, 94, 99])
async def test_years_in_which_namesakes_change_schools_are_brought_in_once(
    migrated_sqlite_url: str, seed: int
) -> None:
    chance = Random(seed)
    acts = [(chance.choice(KINDS), chance.randint(0, 9), chance.randint(0, 3)) for _ in range(25)]
    await _live(migrated_sqlite_url, acts)


async def _live(url: str, acts: list[tuple[str, int, int]]) -> None:
    records = open_records(url)
    await records.run(settle)
    fed, year = Fed(records), Year()
    await fed.enrol(HAND)
    by_hand = [row for row in await fed.rows("accounts") if row.id == "hand"]
    for act, at, of in (*acts, ("feed", 0, 0)):
        if act != "feed":
            year.act(act, at, of)
            continue
        schools = [one for one in (year.files(ELM), year.files(OAK)) if one.kinds]
        for complete in (False, True):
            await _feed_twice(fed, schools, complete)
        assert [row for row in await fed.rows("accounts") if row.id == "hand"] == by_hand
        await _hold(fed, year)
    await records.close()


async def _feed_twice(fed: Fed, schools: list[SchoolFeed], complete: bool) -> None:
    """Feeds the schools; the second time, nothing changes."""
    if not schools:
        return
    options: dict[str, Any] = {"complete": complete, "most_leaving": 1.0}
    await fed.feed(*schools, **options)
    before = await fed.picture()
    await fed.feed(*schools, **options)
    assert [report.changes for report in fed.reports] == [() for _ in schools]
    assert await fed.picture() == before


async def _hold(fed: Fed, year: Year) -> None:
    """What always holds."""
    accounts = {row.id: row for row in await fed.rows("accounts")}
    refused = {one.about for report in fed.reports for one in report.findings if one.verdict is Verdict.REFUSED}
    numbers = [row.ine for row in accounts.values() if row.ine]
    assert len(numbers) == len(set(numbers))
    assert len({row.login for row in accounts.values()}) == len(accounts)
    for one in year.pupils:
        if one.present and one.has_ine:
            account = next(row for row in accounts.values() if row.ine == f"{one.number:09}AB")
            assert account.missing_since is None
            assert account.last_name == one.last_name or f"{one.first_name} {one.last_name}" in refused
    parents = {f"{one.number:09}AB": one.parent for one in year.pupils}
    for relative in {row.relative for row in await fed.rows("families")}:
        tied = [accounts[row.student].ine for row in await fed.rows("families") if row.relative == relative]
        assert len({parents[ine] for ine in tied if ine}) <= 1, "one account has the children of two people"
