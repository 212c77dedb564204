"""The demo's world of `demo.toml`: schools of the Oise, the staff above them, and their people."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from bot.ent.embedded import attendance
from bot.ent.embedded.database import Database, now
from bot.ent.embedded.enrolment import Enrolment, enrol
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.tables.structures import StructureRow
from bot.ent.namesakes import Named, told_apart
from bot.terms import Kind, Profile
from bot.terms.announcements import begins_at, day_of, ends_at

_WORLD = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
SEPTEMBER = Path(__file__).with_name("september")  #: files of ONDE of one day of September, of one school
SEPTEMBER_SCHOOL = "0609901A"  #: its code
_FIRST_ID = 5_000_001  # the personas' Telegram accounts are numbered from here, in the order of the file


@dataclass(frozen=True, slots=True)
class DemoPersona:
    """Somebody to play in the demo; the key is also their login and the identifier of their account."""

    key: str
    telegram_id: int
    first_name: str
    last_name: str
    role: str  #: in French, as people read it
    structure: str  #: the name of their school, or of the structure they answer for
    also: tuple[str, ...] = ()  #: logins of further accounts that are linked to the same Telegram account
    hats: bool = False  #: whether they show somebody with several roles, schools or accounts


async def seed(records: Database, clock: Callable[[], datetime] = now) -> None:
    """Writes the demo's world into the embedded ENT; changes nothing if it is there already."""
    moment = clock()
    await records.run(lambda connection: _seed(connection, moment))


def _seed(connection: Connection, moment: datetime) -> None:
    structures = ENT.tables["ent_structures"]
    top = _WORLD["structures"][0]["id"]
    if connection.execute(select(structures.c.id).where(structures.c.id == top)).first() is None:
        people = [_enrolment(person, moment) for person in _WORLD["people"]]
        enrol(connection, _structures(), people, _WORLD["groups"])
        connection.execute(ENT.tables["ent_teaching_groups"].insert(), _WORLD["teaching_groups"])
        connection.execute(ENT.tables["ent_rules"].insert(), [row | {"allowed": True} for row in _WORLD["rules"]])
        connection.execute(ENT.tables["ent_publications"].insert(), list(_publications(moment)))
        connection.execute(ENT.tables["ent_announcements"].insert(), list(_announcements(moment)))
        connection.execute(ENT.tables["ent_block_traces"].insert(), _WORLD["block_traces"])
        connection.execute(ENT.tables["ent_services"].insert(), [_service(row) for row in _WORLD["services"]])
        holders = [one for row in _WORLD["services"] for one in _holders(row)]
        connection.execute(ENT.tables["ent_service_profiles"].insert(), holders)
        attendance.write(connection, moment.date())


def _publications(moment: datetime) -> Iterator[dict[str, Any]]:
    for row in _WORLD["publications"]:
        told = {name: value for name, value in row.items() if name != "hours"}
        yield told | {"at": moment - timedelta(hours=row["hours"]), "kind": "BLOG", "hidden": False}


def _service(row: dict[str, Any]) -> dict[str, Any]:
    usual = {"address": "", "owner": None, "inherits": False, "locked": False}
    return usual | {name: value for name, value in row.items() if name != "for"}


def _holders(row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Which profiles of which schools have that service: of its owner alone, where it has one that is a school."""
    schools = [place["id"] for place in _WORLD["structures"] if place["kind"] == Kind.SCHOOL]
    mine = [row["owner"]] if row.get("owner") in schools else schools
    for school in mine:
        yield from ({"service": row["id"], "school": school, "profile": profile} for profile in row["for"])


def _announcements(moment: datetime) -> Iterator[dict[str, Any]]:
    for row in _WORLD["announcements"]:
        told = {name: value for name, value in row.items() if name not in ("begun", "lasts")}
        starts = begins_at(day_of(moment - timedelta(days=row["begun"])))
        ends = ends_at(day_of(starts + timedelta(days=row["lasts"], hours=12)))
        made = {"starts_at": starts, "ends_at": ends, "created_at": starts, "changed_at": starts}
        yield told | made | {"views": 0}


def _structures() -> Iterator[StructureRow]:
    for row in _WORLD["structures"]:
        kind = Kind(row["kind"])
        yield StructureRow(
            id=row["id"],
            parent=row.get("parent"),
            kind=kind.value,
            name=row["name"],
            uai=row.get("uai", ""),
            town=row.get("town", ""),
        )
        for name in row.get("classes", ()):
            number = row.get("onde", {}).get(name, "")
            key = f"{row['id']}/{name}"
            yield StructureRow(id=key, parent=row["id"], kind=Kind.CLASS.value, name=name, onde_id=number)


def _enrolment(person: dict[str, Any], moment: datetime) -> Enrolment:
    key, activated = _key(person), person.get("activated", True)
    first_name, last_name = person["name"]
    return Enrolment(
        id=key,
        login=key,
        first_name=first_name,
        last_name=last_name,
        profile=Profile(person["profile"]),
        places=tuple(person.get("at", ())),
        functions=tuple(_functions(person)),
        children=tuple(person.get("children", ())),
        email=person.get("email", ""),
        birth_date=person.get("born"),
        ine=person.get("ine"),
        duplicates=tuple(person.get("duplicates", ())),
        groups=tuple(person.get("groups", ())),
        source=person.get("source", "AAF1D"),
        activated=activated,
        blocked=person.get("blocked", False),
        federated=person.get("federated", False),
        password=_WORLD["password"] if activated else None,
        created_at=datetime.combine(person.get("created", _WORLD["created"]), time(6), UTC),
        last_login=_ago(moment, person.get("seen")),
        missing_since=_ago(moment, person.get("missing")),
        deleted_at=_ago(moment, person.get("deleted")),
    )


def _functions(person: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The person's functions, each with its structure; the file names one structure or a list of them."""
    for function, held in person.get("functions", {}).items():
        for place in [held] if isinstance(held, str) else held:
            yield function, place


def _ago(moment: datetime, days: int | None) -> datetime | None:
    return None if days is None else moment - timedelta(days)


def _key(person: dict[str, Any]) -> str:
    key: str = person.get("key") or person["login"]
    return key


def _personas() -> Iterator[DemoPersona]:
    rows = _WORLD["structures"]
    names = told_apart(
        Named(row["id"], Kind(row["kind"]), row["name"], row.get("town", ""), row.get("uai", "")) for row in rows
    )
    people = {_key(person): person for person in _WORLD["people"]}
    playable = (person for person in _WORLD["people"] if "key" in person)
    for telegram_id, person in enumerate(playable, _FIRST_ID):
        first_name, last_name = person["name"]
        placed = people[person["children"][0]] if "children" in person else person
        place = next(iter((*(held for _, held in _functions(placed)), *placed.get("at", ()))))
        structure = names[place.split("/")[0]]
        key, role, hats = person["key"], person["role"], person.get("hats", False)
        also = tuple(other["login"] for other in _WORLD["people"] if other.get("also") == key)
        yield DemoPersona(key, telegram_id, first_name, last_name, role, structure, also, hats)


PERSONAS = tuple(_personas())
