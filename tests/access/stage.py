"""The stage: the demo's schools with people and things in several places, each told apart by words of its own.

Whatever belongs to a thing bears its mark, a word that is found nowhere else: `Texte<Mark>` in what its requester
wrote, `Note<Mark>` in what agents noted, `Nom<Mark>` in the name of an account. So a leak is a word in a chat where
nobody may read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, delete, select, text, update

from bot.ent.embedded.enrolment import Enrolment, enrol
from bot.ent.embedded.portal import Portal
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.tables.structures import StructureRow
from bot.storage.tables import DESK
from bot.terms import Attachment
from bot.workflows.blocks import whole
from bot.workflows.duplicates import sighting
from bot.workflows.linking import mailings
from bot.workflows.lists import pages
from bot.workflows.reports import treating, watching
from bot.workflows.requests import merging, prompts, verbs
from tests.access.cast import AWAY, FAR, HERE, MARKED, NEAR, PEOPLE, PHONES, PLACES, TWINNED, TWINS, WAITS
from tests.access.rehearsing import Rehearsed
from tests.world import World

_ATTACHED, _STRUCTURES, _DUPLICATES = (ENT.tables[f"ent_{n}"] for n in ("attachments", "structures", "duplicates"))
NOBODY = 99_999  #: a number that nothing has


@dataclass(slots=True)
class Stage:
    """The world, and the things in it: by sort and name, what stands for each in a command or button."""

    world: World
    records: Rehearsed
    requests: dict[str, int] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)
    reports: dict[str, int] = field(default_factory=dict)
    campaigns: dict[str, int] = field(default_factory=dict)
    mailings: dict[str, int] = field(default_factory=dict)
    lists: dict[str, int] = field(default_factory=dict)
    handouts: dict[str, int] = field(default_factory=dict)
    persons: dict[str, int] = field(default_factory=dict)
    children: dict[str, int] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    pairs: dict[str, str] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)  #: by mark, the request that a text is of
    notes: dict[str, int] = field(default_factory=dict)  #: as `texts`, for what its requester may not read
    names: dict[str, str] = field(default_factory=dict)  #: by mark, the account whose name it is
    walls: dict[str, str] = field(default_factory=dict)  #: by mark, the school on whose wall it was reported
    owners: dict[str, str] = field(default_factory=dict)  #: by mark of a text or a name, the account whose own it is
    authors: dict[str, str] = field(default_factory=dict)  #: by mark of a note, the account that wrote it
    homes: dict[str, str] = field(default_factory=dict)  #: by mark of a note, the school at which it was written

    @property
    def marks(self) -> tuple[str, ...]:
        """Every mark there is."""
        return (*self.texts, *self.notes, *self.names, *self.walls)

    def named(self, kind: str, which: str) -> str:
        """What stands in a line for that thing: its number, or the identifier of an account."""
        if kind == "name":
            return next((mark for mark, login in self.names.items() if login == self.accounts[which]), "NomNemo")
        if kind == "query":
            return f"n°{self.requests[which]}"
        things: Mapping[str, Mapping[str, int | str]] = {
            "request": self.requests,
            "account": self.accounts,
            "report": self.reports,
            "campaign": self.campaigns,
            "mailing": self.mailings,
            "list": self.lists,
            "handout": self.handouts,
            "person": self.persons,
            "child": self.children,
            "draft": self.drafts,
            "pair": self.pairs,
        }
        return str(things[kind][which])

    async def above(self, one: str) -> set[str]:
        """The structures in which an account or a structure is, and those above."""
        rows = await self.sql(select(_ATTACHED.c.structure).where(_ATTACHED.c.account == one))
        left, found = [str(row[0]) for row in rows] or [one], set[str]()
        parents = {
            str(place): above for place, above in await self.sql(select(_STRUCTURES.c.id, _STRUCTURES.c.parent))
        }
        while left:
            place = left.pop()
            found.add(place)
            left += [str(parents[place])] if parents.get(place) else []
        return found

    async def sql(self, statement: Any, rows: Any = None) -> list[Any]:
        """Executes a statement in the records; returns its rows."""

        def job(connection: Connection) -> list[Any]:
            answer = connection.execute(statement, rows) if rows is not None else connection.execute(statement)
            return list(answer) if answer.returns_rows else []

        return await self.records.run(job)


async def staged(world: World, records: Rehearsed) -> Stage:
    """Puts everybody and everything on stage."""
    stage = Stage(world, records)
    await _settle(stage)
    await _requests(stage)
    await _accounts(stage)
    await _reports(stage)
    await _campaigns(stage)
    await _lists(stage)
    await _handouts(stage)
    await _pairs(stage)
    stage.persons = {"other": (await world.person("parent2")).id, "none": NOBODY}
    await world.new("directeur3")
    stage.drafts = {"other": (await world.rows("drafts", chat_id=world.telegram["directeur3"]))[0]["data"]["serial"]}
    stage.drafts["none"] = "zzzzzz"
    await _children(stage)
    await world.carry()
    world.now += world.desk.policy.look_again + timedelta(minutes=1)  # each look from now on leaves its line
    return stage


async def _settle(stage: Stage) -> None:
    world = stage.world
    places = [StructureRow(id=one, parent=above, kind=kind, name=name) for one, above, kind, name in PLACES]
    people = [
        Enrolment(
            id=login,
            login=login,
            first_name=login.capitalize(),
            last_name=f"Nom{mark}",
            profile=profile,
            places=(place,) if place else (),
            functions=functions,
            deleted_at=world.now if login == "deneb" else None,
        )
        for login, mark, profile, place, functions in PEOPLE
    ]
    await world.desk.records.run(lambda connection: enrol(connection, places, people))
    stage.names = {f"Nom{mark}": login for login, mark, *_ in PEOPLE[:MARKED]}
    stage.owners |= stage.names
    for login, phone in PHONES.items():
        await world.enrol(login, phone)


async def _file(stage: Stage, kind: str, who: str, category: str = "connexion") -> int:
    mark = kind.capitalize()
    number = await stage.world.file(who, category, f"Texte{mark} je suis coincé")
    file = Attachment("document", f"file-{kind}", f"unique-{kind}", f"Fichier{mark}.pdf", "application/pdf", 1000)
    said = stage.world.saying(who, f"Suite{mark}", file)
    await stage.world.act(who, prompts.say, "answer", number, said)
    stage.requests[kind] = number
    marks = (f"Texte{mark}", f"Suite{mark}", f"Fichier{mark}", f"file-{kind}")
    stage.texts |= dict.fromkeys(marks, number)
    stage.owners |= dict.fromkeys(marks, who)
    return number


async def _requests(stage: Stage) -> None:
    world = stage.world
    await _number_from(stage, 4000)
    for kind in ("free", "held", "noted", "resolved", "closed", "withdrawn", "merged"):
        await _file(stage, kind, "eleve")
    await stage.sql(text("DELETE FROM requests WHERE number = 4000"))
    for kind, who in (("near", "rigel"), ("far", "procyon"), ("away", "vega")):
        await _file(stage, kind, who)
    await _file(stage, "risen", "enseignant", "application")
    await _file(stage, "top", "enseignant", "application")
    number = stage.requests
    await world.act("adjoint", verbs.take, number["held"])
    for who, kind in (("directeur", "noted"), ("directrice", "near"), ("directeur3", "far"), ("directeur4", "away")):
        await world.act(who, prompts.say, "note", number[kind], world.saying(who, f"Note{kind.capitalize()}"))
        stage.notes[f"Note{kind.capitalize()}"] = number[kind]
        stage.authors[f"Note{kind.capitalize()}"] = who
        stage.homes[f"Note{kind.capitalize()}"] = {"noted": HERE, "near": NEAR, "far": FAR, "away": AWAY}[kind]
    await world.act("directeur", verbs.escalate, number["noted"], world.saying("directeur", "NoteMontee"))
    stage.notes["NoteMontee"] = number["noted"]
    await world.act("erun", verbs.escalate, number["risen"], world.saying("erun", "NoteRisen"))
    for who in ("erun", "danei", "plateforme"):
        words = "NoteTop" if who == "erun" else "De même"
        await world.act(who, verbs.escalate, number["top"], world.saying(who, words))
    stage.authors |= {"NoteMontee": "directeur", "NoteRisen": "erun", "NoteTop": "erun"}
    stage.notes |= {"NoteRisen": number["risen"], "NoteTop": number["top"]}
    stage.homes |= dict.fromkeys(("NoteMontee", "NoteRisen", "NoteTop"), HERE)
    for kind in ("resolved", "closed"):
        await world.act("directeur", verbs.take, number[kind])
        await world.act("directeur", verbs.resolve, number[kind], world.saying("directeur", "C’est réglé"))
    await world.act("eleve", verbs.confirm, number["closed"])
    await world.act("eleve", verbs.withdraw, number["withdrawn"])
    await world.act("directeur", merging.ask, number["merged"], number["held"])
    number["none"] = NOBODY


async def _number_from(stage: Stage, first: int) -> None:
    """Has requests be numbered from there, so that no number stands for two things."""
    number = await stage.world.file("eleve")
    if await stage.records.postgres():
        await stage.sql(text(f"SELECT setval(pg_get_serial_sequence('requests', 'number'), {first})"))
        return
    columns = ", ".join(column.name for column in DESK.tables["requests"].columns if column.name != "number")
    copy = f"INSERT INTO requests (number, {columns}) SELECT {first}, {columns} FROM requests WHERE number = {number}"
    await stage.sql(text(copy))


async def _accounts(stage: Stage) -> None:
    stage.accounts = {
        "pupil": "altair",
        "teacher": "mizar",
        "admin": "adjoint",
        "director": "directeur",
        "blocked": "mathys.leroy",
        "deleted": "deneb",
        "near": "rigel",
        "far": "procyon",
        "away": "vega",
        "none": "nemo",
    }


async def _reports(stage: Stage) -> None:
    world, portal = stage.world, Portal(stage.world.desk.records, lambda: stage.world.now)
    table = DESK.tables["reports"]
    plan = {"waiting": ("altair", "lea.martin", HERE), "treated": ("lea.martin", "altair", HERE)}
    plan |= {"near": ("rigel", "yasmine.haddad", NEAR), "away": ("vega", "directeur4", AWAY)}
    for place, (kind, (author, reporter, school)) in enumerate(plan.items()):
        mark = f"Mur{kind.capitalize()}"
        await portal.publish(author, f"{mark} est moche")
        shown = next(one.id for one in await portal.wall(author) if one.author == author)
        assert await portal.report(reporter, shown)
        world.wait(minutes=2)
        await watching.look(world.desk)
        ((old,),) = await stage.sql(select(table.c.id).where(table.c.ent_id == shown))
        await stage.sql(update(table).where(table.c.id == old).values(id=501 + place))
        await stage.sql(update(DESK.tables["outbox"]).values(state="sent"))
        stage.reports[kind], stage.walls[mark] = 501 + place, school
    await treating.keep(world.desk, world.cause(), world.caller("directeur"), stage.reports["treated"])
    stage.reports["none"] = NOBODY


async def _campaigns(stage: Stage) -> None:
    world, table, mailed = stage.world, DESK.tables["campaigns"], DESK.tables["mailings"]
    for kind, who in (("here", "directeur"), ("near", "directrice"), ("away", "directeur4")):
        await whole.ask(world.desk, world.cause(), world.caller(who), "élèves 10/07/2027 28/08/2027", True)
        await world.say(who, "élèves")
        if not stage.campaigns:
            await stage.sql(update(table).values(id=table.c.id + 700))
        newest = [row for row in await world.rows("campaigns") if row["person"] == (await world.person(who)).id]
        stage.campaigns[kind] = min(row["id"] for row in newest)
        school = (await world.person(who)).places[0]
        made = await world.act(who, mailings.enter, school.id, school.name, {})
        stage.mailings[kind] = made.id + 800
        await stage.sql(update(mailed).where(mailed.c.id == made.id).values(id=made.id + 800))
    stage.campaigns["none"] = stage.mailings["none"] = NOBODY


async def _lists(stage: Stage) -> None:
    world, table = stage.world, DESK.tables["searches"]
    for place, (kind, who) in enumerate((("theirs", "directeur"), ("near", "directrice"))):
        await pages.start(world.desk, world.caller(who), "profil:eleve")
        owner = (await world.person(who)).id
        ((old,),) = await stage.sql(select(table.c.id).where(table.c.person == owner))
        await stage.sql(update(table).where(table.c.id == old).values(id=901 + place))
        stage.lists[kind] = 901 + place
    stage.lists["none"] = NOBODY


async def _handouts(stage: Stage) -> None:
    stage.handouts = {"here": 951, "near": 952, "away": 953, "none": NOBODY}
    same = {"way": "sheet", "scope": {}, "at": stage.world.now, "accounts": 3}
    rows = [{"id": 951 + at, "school": school, **same} for at, school in enumerate((HERE, NEAR, AWAY))]
    await stage.sql(DESK.tables["handouts"].insert(), rows)


async def _pairs(stage: Stage) -> None:
    stage.pairs = {kind: sighting.target(*two) for kind, two in TWINS.items()}
    await stage.sql(_DUPLICATES.insert(), [{"account": one, "other": other} for one, other in TWINNED])


async def _children(stage: Stage) -> None:
    """Pupils by what the answers about them go to; of an adult, there is nothing to answer."""
    whose = {"own": "eleve", "waiting": WAITS, "adult": "enseignant", "near": "rigel", "away": "vega"}
    stage.children = {kind: (await stage.world.person(login)).id for kind, login in whose.items()}
    stage.children["none"] = NOBODY
    await forget_yes(stage, WAITS)


async def forget_yes(stage: Stage, login: str) -> None:
    """Has nobody have said yes for that pupil, who waits once the ENT says again how old they are."""
    table, person = DESK.tables["consents"], await stage.world.person(login)
    await stage.sql(delete(table).where(table.c.child == person.id))
    await stage.world.ask_again(login)
