"""Schools that are fed: records built by hand, and what is in the ENT afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Connection, select

from bot.ent.embedded.enrolment import Enrolment, enrol
from bot.ent.embedded.feeding.feeder import feed
from bot.ent.embedded.feeding.options import Options
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.tables.structures import StructureRow
from bot.storage.engine import Records
from bot.terms import Kind
from bot.terms.feed import (
    Address,
    AdultRecord,
    Change,
    FeedKind,
    FeedReport,
    NamedChild,
    PupilRecord,
    SchoolFeed,
    Spot,
    StaffRecord,
)

SEPTEMBER = datetime(2026, 9, 7, 6, tzinfo=UTC)
ELM, OAK, BAY = "0601001A", "0601002B", "0601003C"  #: the codes of three schools
_LINES = count(2)
_BORN = date(2018, 3, 4)


def pupil(first_name: str, last_name: str, ine: str = "", class_name: str = "CE1", **rest: Any) -> PupilRecord:
    """A pupil's row."""
    spot = Spot("eleves.csv", next(_LINES))
    return PupilRecord(
        spot, last_name, first_name, **{"birth_date": _BORN, "ine": ine, "class_name": class_name, **rest}
    )


def adult(first_name: str, last_name: str, *children: NamedChild, **rest: Any) -> AdultRecord:
    """An adult's row."""
    return AdultRecord(Spot("responsables.csv", next(_LINES)), last_name, first_name, children=children, **rest)


def teacher(first_name: str, last_name: str, *classes: str, **rest: Any) -> StaffRecord:
    """A teacher's row."""
    return StaffRecord(Spot("enseignants.csv", next(_LINES)), last_name, first_name, classes=classes, **rest)


def child(first_name: str, last_name: str, class_name: str = "", **rest: Any) -> NamedChild:
    """A child as an adult's row names it."""
    return NamedChild(last_name, first_name, class_name=class_name, **rest)


def home(street: str, postcode: str = "60100", town: str = "Creil") -> Address:
    """Where somebody lives."""
    return Address(street, postcode, town)


def files(place: str, *rows: PupilRecord | AdultRecord | StaffRecord, **rest: Any) -> SchoolFeed:
    """The files of a school, with these rows."""
    pupils = tuple(row for row in rows if isinstance(row, PupilRecord))
    adults = tuple(row for row in rows if isinstance(row, AdultRecord))
    staff = tuple(row for row in rows if isinstance(row, StaffRecord))
    several = {FeedKind.PUPILS: pupils, FeedKind.ADULTS: adults, FeedKind.STAFF: staff}
    kinds = frozenset(kind for kind, found in several.items() if found)
    return replace(SchoolFeed(place, (), kinds, pupils, adults, staff), **rest)


@dataclass(slots=True)
class Fed:
    """Three schools without anybody in them, and what the feed does to them."""

    records: Records
    now: datetime = SEPTEMBER
    reports: list[FeedReport] = field(default_factory=list)

    async def feed(self, *schools: SchoolFeed, **options: Any) -> FeedReport:
        """Feeds the schools; the last one's report."""
        self.now += timedelta(seconds=1)
        feeding = feed(self.records, self.now, schools, Options(**options))
        self.reports = [report async for report in feeding]
        return self.reports[-1]

    async def rows(self, table: str) -> list[Any]:
        """The rows of a table of the embedded ENT."""
        rows = ENT.tables[f"ent_{table}"]
        return await self.records.read(lambda connection: list(connection.execute(select(rows))))

    async def write(self, table: str, values: dict[str, Any], **where: Any) -> None:
        """Changes the rows of a table where the columns have these values."""
        rows = ENT.tables[f"ent_{table}"]
        statement = rows.update().where(*(rows.c[name] == value for name, value in where.items())).values(values)
        await self.records.run(lambda connection: connection.execute(statement).rowcount)

    async def insert(self, table: str, **values: Any) -> None:
        """Adds a row to a table."""
        rows = ENT.tables[f"ent_{table}"]
        await self.records.run(lambda connection: connection.execute(rows.insert(), values).rowcount)

    async def enrol(self, *people: Enrolment) -> None:
        """Adds accounts that no file brought."""
        await self.records.run(lambda connection: enrol(connection, (), people))

    async def named(self, name: str) -> list[Any]:
        """The accounts of that first and last name, oldest login first."""
        rows = [row for row in await self.rows("accounts") if f"{row.first_name} {row.last_name}" == name]
        return sorted(rows, key=lambda row: str(row.login))

    async def one(self, name: str) -> Any:
        """The one account of that name."""
        found = await self.named(name)
        assert len(found) == 1, f"{len(found)} accounts of {name}"
        return found[0]

    async def places(self, name: str) -> set[str]:
        """Where the account of that name is attached: names of classes and schools."""
        account = await self.one(name)
        structures = {row.id: row.name for row in await self.rows("structures")}
        ties = await self.rows("attachments")
        return {structures[row.structure] for row in ties if row.account == account.id}

    async def by_ine(self, ine: str) -> Any:
        """The account with that INE; there must be just one."""
        [row] = [row for row in await self.rows("accounts") if row.ine == ine]
        return row

    async def children(self, account: str) -> set[str]:
        """The first names of the children of that account."""
        accounts = {row.id: row.first_name for row in await self.rows("accounts")}
        return {accounts[row.student] for row in await self.rows("families") if row.relative == account}

    async def picture(self) -> list[Any]:
        """Everybody with their ties, without what is drawn at random: the same for two worlds that are the same."""
        structures = {row.id: (row.name, row.parent or "") for row in await self.rows("structures")}
        places = {
            key: f"{name} in {structures[parent][0]}" if parent in structures else name
            for key, (name, parent) in structures.items()
        }
        said = {
            row.id: (row.last_name, row.first_name, str(row.birth_date), row.email)
            for row in await self.rows("accounts")
        }
        kin = sorted((said[row.relative], said[row.student], row.fed) for row in await self.rows("families"))
        attached = sorted((said[r.account], places[r.structure], r.fed) for r in await self.rows("attachments"))
        brought = sorted(
            (
                places[row.place],
                *(
                    str(value)
                    for name, value in row._mapping.items()
                    if name not in ("account", "place", "changed_at")
                ),
            )
            for row in await self.rows("fed")
        )
        held = sorted((row.key, row.reason) for row in await self.rows("held"))
        awaited = sorted((said[row.relative], row.key) for row in await self.rows("awaited"))
        return [sorted(said.values()), kin, attached, brought, sorted(places.values()), held, awaited]


def settle(connection: Connection) -> None:
    """Writes three schools of one circonscription, without anybody."""
    above = [("top", None, Kind.VENDOR), ("academie", "top", Kind.RECTORAT), ("dsden", "academie", Kind.DSDEN)]
    above.append(("circo", "dsden", Kind.CIRCONSCRIPTION))
    rows = [StructureRow(id=key, parent=parent, kind=kind.value, name=key) for key, parent, kind in above]
    for key, name, uai in (
        ("elm", "École des Ormes", ELM),
        ("oak", "École des Chênes", OAK),
        ("bay", "École du Laurier", BAY),
    ):
        rows.append(StructureRow(id=key, parent="circo", kind=Kind.SCHOOL.value, name=name, uai=uai))
    enrol(connection, rows, [])


def told(report: FeedReport, change: Change) -> list[str]:
    """The names of whom, or what, a change of the report is about."""
    return sorted(one.name for one in report.changes if one.change is change)


def reasons(report: FeedReport) -> list[str]:
    """The reasons of the findings of a report, each once."""
    return sorted({finding.reason for finding in report.findings})
