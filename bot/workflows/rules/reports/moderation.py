"""Who may treat a reported publication, and what a stranger learns of it: nothing (guide, chapter 10)."""

from __future__ import annotations

from bot.terms import Level, Person, Refusal, Role
from bot.workflows.rules.accounts import administration


def may(me: Person, school: str, circonscription: str = "") -> bool:
    """Whether a report of that school is theirs to treat: as its administrator, or as the ERUN who was told of it.

    `circonscription` is the one whose ERUN was told, as nobody of the school is linked; empty where the school was.
    """
    if Role(Level.SCHOOL, school) in me.roles:
        return True
    return bool(circonscription) and Role(Level.CIRCONSCRIPTION, circonscription) in me.roles


def check(me: Person, school: str, circonscription: str = "") -> None:
    """Raises the one `Refusal` of a report that is elsewhere, or nowhere."""
    if not may(me, school, circonscription):
        raise Refusal("unknown-report")


def posts(me: Person) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The schools and the circonscriptions of whose reports a person may be told; refused where there is neither."""
    schools = tuple(role.structure for role in me.roles if role.level is Level.SCHOOL)
    circonscriptions = tuple(role.structure for role in me.roles if role.level is Level.CIRCONSCRIPTION)
    if not schools and not circonscriptions:
        administration.own_schools(me)  # refuses, in the words of its own
    return schools, circonscriptions
