"""Random school years: few names, mails and homes, so that people are mixed up wherever they can be."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from bot.storage.engine import open_records
from bot.terms.feed import AdultRecord, NamedChild, PupilRecord, SchoolFeed, StaffRecord
from tests.conftest import migrate
from tests.ent.fed import BAY, ELM, OAK, Fed, adult, child, files, home, pupil, settle, teacher

SCHOOLS = ELM, OAK, BAY
_CLASSES = "CP", "CE1", "CE1-CE2", ""
_FIRST, _LAST = ("Léo", "Ana", "Zoé"), ("ROY", "PETIT", "ROY-PETIT")
_MAILS = "", "", "a@example.org", "b@example.org", "c@example.org"
_MOBILES = "", "", "0601020304", "0605060708"
_HOMES = home("1 rue du Lac"), home("2 rue du Lac"), home("")
_BORN = date(2018, 3, 4), date(2018, 3, 4), date(2017, 3, 5), None

Row = PupilRecord | AdultRecord | StaffRecord


@dataclass(slots=True)
class Year:
    """What the files of three schools say, which chance changes from one extraction to the next."""

    chance: Random
    rows: list[tuple[str, Row]]
    number: int = 0

    def pass_by(self) -> None:
        """Some rows go, some change, some come, some stand in the files of another school."""
        kept: list[tuple[str, Row]] = []
        for place, row in self.rows:
            fate = self.chance.random()
            if fate < 0.1:
                continue
            if fate < 0.2:
                kept.append((self.chance.choice(SCHOOLS), row))
                continue
            if fate < 0.25:
                kept.append((self.chance.choice(SCHOOLS), row))
            kept.append((place, self._changed(row) if fate > 0.6 else row))
        self.rows = kept
        for _ in range(self.chance.randint(1, 6)):
            self.rows.append((self.chance.choice(SCHOOLS), self._new()))

    def files(self) -> list[SchoolFeed]:
        """The files of each school that has any, as they would be exported now."""
        schools = [files(place, *(row for at, row in self.rows if at == place)) for place in SCHOOLS]
        return [one for one in schools if one.kinds]

    def options(self) -> dict[str, Any]:
        """How they are taken."""
        return {
            "complete": self.chance.random() < 0.5,
            "without_ine": self.chance.random() < 0.2,
            "birth_dates": self.chance.random() < 0.2,
            "most_leaving": 1.0,
        }

    def _new(self) -> Row:
        chance = self.chance
        first, last = chance.choice(_FIRST), chance.choice(_LAST)
        kind = chance.random()
        if kind < 0.4:
            self.number += 1
            ine = f"{self.number:09}AB" if chance.random() < 0.7 else ""
            return pupil(first, last, ine, chance.choice(_CLASSES), birth_date=chance.choice(_BORN))
        reached = {"email": chance.choice(_MAILS), "mobile": chance.choice(_MOBILES)}
        if kind < 0.8:
            children = [self._child() for _ in range(chance.randint(0, 2))]
            return adult(first, last, *children, address=chance.choice(_HOMES), title=self._title(), **reached)
        return teacher(first, last, chance.choice(_CLASSES), title=self._title(), **reached)

    def _changed(self, row: Row) -> Row:
        chance = self.chance
        what = chance.randint(0, 4)
        if what == 0:
            return replace(row, last_name=chance.choice(_LAST))
        if what == 1:
            return replace(row, external_id=chance.choice(("", "X1", "X2")))
        if isinstance(row, PupilRecord):
            if what == 2:
                return replace(row, birth_date=chance.choice(_BORN))
            return replace(row, class_name=chance.choice(_CLASSES), ine=row.ine if what == 3 else "")
        if what == 2:
            return replace(row, email=chance.choice(_MAILS))
        if isinstance(row, AdultRecord) and what == 3:
            return replace(row, children=(*row.children[:1], self._child()))
        return replace(row, mobile=chance.choice(_MOBILES))

    def _child(self) -> NamedChild:
        pupils = [row for _, row in self.rows if isinstance(row, PupilRecord)]
        if not pupils:
            return child("Léo", "ROY", "CP")
        one = self.chance.choice(pupils)
        return child(one.first_name, one.last_name, one.class_name)

    def _title(self) -> str:
        return self.chance.choice(("", "M.", "Mme"))


async def twice(fed: Fed, seed: int, extractions: int = 5) -> list[str]:
    """Feeds each extraction of that year twice; what the second time changed, in words."""
    year = Year(Random(seed), [])
    found = []
    for number in range(extractions):
        year.pass_by()
        schools, options = year.files(), year.options()
        if not schools:
            continue
        await fed.feed(*schools, **options)
        before = await fed.picture()
        await fed.feed(*schools, **options)
        found += [f"{number}: {change}" for report in fed.reports for change in report.changes]
        found += [] if await fed.picture() == before else [f"{number}: the ENT is not as it was"]
    return found


async def _main(first: int, last: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.db"
        await migrate(f"sqlite:///{empty}")
        for seed in range(first, last):
            records = open_records(f"sqlite:///{shutil.copy(empty, Path(folder) / f'{seed}.db')}")
            await records.run(settle)
            for one in await twice(Fed(records), seed):
                sys.stdout.write(f"Random({seed}), extraction {one}\n")
            await records.close()


if __name__ == "__main__":  # python -m tests.ent.years 0 300: the first seed, and the one after the last
    asyncio.run(_main(int(sys.argv[1]), int(sys.argv[2])))
