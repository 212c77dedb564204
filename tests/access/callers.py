"""The columns: who does it, and what happened to them a moment before."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import update

from bot.ent.embedded.tables import ENT
from bot.storage.tables import DESK
from bot.terms import Level, Profile
from bot.workflows import talk
from bot.workflows.people import own_data
from tests.access.cast import AWAY
from tests.access.stage import Stage, forget_yes

_WAIT = 3  # minutes after which the ENT is asked again


Change = Callable[[Stage], Awaitable[None]]


async def set_account(stage: Stage, login: str, **values: Any) -> None:
    """Changes an account in the ENT."""
    table = ENT.tables["ent_accounts"]
    await stage.sql(update(table).where(table.c.id == login).values(**values))


async def set_person(stage: Stage, login: str, **values: Any) -> None:
    """Changes what the desk has of an account."""
    table = DESK.tables["people"]
    await stage.sql(update(table).where(table.c.account == login).values(**values))


@dataclass(frozen=True, slots=True)
class Caller:
    """One column. `key` names the account, whose Telegram account acts."""

    key: str
    words: str  #: who they are, in the page
    change: Change | None = None  #: what happened to them a moment before


def blocked(key: str) -> Change:
    """The ENT blocked the account."""

    async def change(stage: Stage) -> None:
        await set_account(stage, key, blocked=True)

    return change


def predeleted(key: str) -> Change:
    """The ENT pre-deleted the account."""

    async def change(stage: Stage) -> None:
        await set_account(stage, key, deleted_at=stage.world.now)

    return change


def gone(key: str) -> Change:
    """The ENT no longer knows the account."""

    async def change(stage: Stage) -> None:
        await stage.world.delete_account(key)

    return change


def appointed(key: str, *functions: tuple[str, str]) -> Change:
    """The account has these functions in the ENT and no others."""

    async def change(stage: Stage) -> None:
        await stage.world.appoint(key, *functions)

    return change


def moved(key: str, place: str) -> Change:
    """The account is of that place and no other."""

    async def change(stage: Stage) -> None:
        await stage.world.move(key, place)

    return change


def linked_elsewhere(key: str) -> Change:
    """The account was linked on another phone; the old one acts."""

    async def change(stage: Stage) -> None:
        phone = stage.world.telegram[key]
        await stage.world.enrol(key, 5_200_001)
        stage.world.telegram[key] = phone

    return change


def without_charter(key: str) -> Change:
    """The person has not accepted the charter."""

    async def change(stage: Stage) -> None:
        await set_person(stage, key, charter=0)

    return change


def waiting(key: str) -> Change:
    """Nobody says any more that the pupil may write here."""

    async def change(stage: Stage) -> None:
        await forget_yes(stage, key)

    return change


def erased(key: str) -> Change:
    """The person had their data erased."""

    async def change(stage: Stage) -> None:
        await stage.world.act(key, own_data.erase)

    return change


def stopped(key: str) -> Change:
    """The person blocked the bot in Telegram."""

    async def change(stage: Stage) -> None:
        world = stage.world
        await talk.reachable(world.desk, world.cause(), world.telegram[key], False)

    return change


#: by the short name at the head of a column
CALLERS: Mapping[str, Caller] = {
    "élè": Caller("eleve", "the pupil who filed the requests of the school"),
    "él2": Caller("lea.martin", "another pupil of the class"),
    "par": Caller("parent", "the pupil's mother"),
    "ens": Caller("enseignant", "a teacher, who filed the two requests that rose"),
    "per": Caller("agent", "personnel of the school, without a function"),
    "inv": Caller("invite", "a guest of the school"),
    "dir": Caller("directeur", "the director"),
    "adj": Caller("adjoint", "a local administrator who is no director, and holds the request that is held"),
    "eru": Caller("erun", "the ERUN above the school"),
    "dan": Caller("danei", "the DANEI above the school"),
    "pla": Caller("plateforme", "the help desk of the académie"),
    "édi": Caller("editeur", "the vendor"),
    "dr2": Caller("directrice", "the director of another school of the circonscription"),
    "er2": Caller("erun2", "the ERUN of another circonscription"),
    "da2": Caller("danei2", "the DANEI of another département"),
    "pl2": Caller("plateforme2", "the help desk of another académie"),
    "2ac": Caller("double", "a teacher of another school and a director of the school, in one chat"),
    "inc": Caller("inconnu", "somebody who is not linked"),
    "d-b": Caller("directeur", "the director, blocked in the ENT", blocked("directeur")),
    "d-p": Caller("directeur", "the director, pre-deleted in the ENT", predeleted("directeur")),
    "d-g": Caller("directeur", "the director, whom the ENT no longer knows", gone("directeur")),
    "d-f": Caller("directeur", "the director, whose function was just removed", appointed("directeur")),
    "d-m": Caller(
        "directeur",
        "the director, who just became the director of another school",
        appointed("directeur", ("director", AWAY)),
    ),
    "d-t": Caller(
        "directeur", "the director's old phone, since another one was linked", linked_elsewhere("directeur")
    ),
    "d-c": Caller("directeur", "the director, who has not accepted the charter", without_charter("directeur")),
    "d-e": Caller("directeur", "the director, whose data were erased", erased("directeur")),
    "d-s": Caller("directeur", "the director, who had blocked the bot in Telegram", stopped("directeur")),
    "e-f": Caller("erun", "the ERUN, whose function was just removed", appointed("erun")),
    "é-b": Caller("eleve", "the pupil, blocked in the ENT", blocked("eleve")),
    "é-m": Caller("eleve", "the pupil, who just changed schools", moved("eleve", f"{AWAY}/CP")),
    "é-g": Caller("eleve", "the pupil, whom the ENT no longer knows", gone("eleve")),
    "é-c": Caller("eleve", "the pupil, who has not accepted the charter", without_charter("eleve")),
    "é-w": Caller("eleve", "the pupil, who waits until somebody says yes", waiting("eleve")),
    "é-e": Caller("eleve", "the pupil, whose data were erased", erased("eleve")),
}

#: for each profile and level there is, the column in scope; a test holds this to the declarations
PROFILES = {
    Profile.STUDENT: "élè",
    Profile.RELATIVE: "par",
    Profile.TEACHER: "ens",
    Profile.PERSONNEL: "per",
    Profile.GUEST: "inv",
}
LEVELS = {
    Level.SCHOOL: "dir",
    Level.CIRCONSCRIPTION: "eru",
    Level.DSDEN: "dan",
    Level.RECTORAT: "pla",
    Level.VENDOR: "édi",
}


async def become(stage: Stage, caller: Caller) -> None:
    """Does to the caller what happened to them, and lets the ENT's word grow old enough to be asked again."""
    if caller.change is not None:
        await caller.change(stage)
        stage.world.wait(minutes=_WAIT)
