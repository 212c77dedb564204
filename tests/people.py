"""Builders for tests of rules: structures, people and requests, with defaults for what a test does not mention."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.delivery.menus import Shown
from bot.storage.menus import Menu
from bot.terms import Kind, Level, Person, Profile, Request, Role, Status, Structure

USUAL = Shown(menu=Menu("", own=False))  # what a courier finds of a menu that needs no call
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)  # a Tuesday


def child(parent: Structure | None, key: str, kind: Kind) -> Structure:
    """A structure below another."""
    return Structure(key, key.title(), kind, (*parent.above, parent) if parent else ())


VENDOR = child(None, "ode", Kind.VENDOR)
RECTORAT = child(VENDOR, "amiens", Kind.RECTORAT)
DSDEN = child(RECTORAT, "oise", Kind.DSDEN)
CREIL = child(DSDEN, "creil", Kind.CIRCONSCRIPTION)
BEAUVAIS = child(DSDEN, "beauvais", Kind.CIRCONSCRIPTION)
JEAN_MOULIN = child(CREIL, "jean-moulin", Kind.SCHOOL)
LOUISE_MICHEL = child(CREIL, "louise-michel", Kind.SCHOOL)
JULES_VERNE = child(BEAUVAIS, "jules-verne", Kind.SCHOOL)

#: the desk of each level above a school, from the school up
CHAIN = (JEAN_MOULIN, CREIL, DSDEN, RECTORAT, VENDOR)


def person(profile: Profile = Profile.TEACHER, *roles: Role, key: int = 1, **values: Any) -> Person:
    """A person with that profile; of the school Jean-Moulin unless given other places."""
    made = Person(
        id=key,
        account=f"account-{key}",
        login=f"login{key}",
        name=f"Camille Exemple{key}",
        profile=profile,
        function="",
        places=(JEAN_MOULIN,),
        roles=roles,
        telegram_id=7_000_000 + key,
        language="fr",
        charter=1,
        reachable=True,
        speaking=True,
        seen_at=NOON,
    )
    return replace(made, **values)


def agent(level: Level, structure: Structure, key: int = 50) -> Person:
    """An agent of that level in that structure."""
    return person(Profile.PERSONNEL, Role(level, structure.id), key=key, places=(structure,))


def request(**values: Any) -> Request:
    """A new request of a pupil's, at the desk of the school Jean-Moulin; `values` change that."""
    here = Role(Level.SCHOOL, JEAN_MOULIN.id)
    made = Request(
        number=12,
        version=1,
        category="connexion",
        status=Status.NEW,
        level=Level.SCHOOL,
        desk=JEAN_MOULIN.id,
        place=JEAN_MOULIN,
        entry=Level.SCHOOL,
        visited=(here,),
        requester=1,
        created_at=NOON,
        updated_at=NOON,
        due_at=NOON,
    )
    return replace(made, **values)
