"""Who may treat a report (guide, chapter 10). A stranger does not even learn whether it exists."""

from __future__ import annotations

from bot.terms import Level, Person, Refusal, Role
from bot.workflows.rules.accounts import administration


def may(me: Person, school: str, circonscription: str = "") -> bool:
    """Whether the person may treat a report of that school: as its administrator, or as the ERUN who was told of it.

    `circonscription` is that ERUN's, told because nobody of the school is linked; empty where the school was told.
    """
    if Role(Level.SCHOOL, school) in me.roles:
        return True
    return bool(circonscription) and Role(Level.CIRCONSCRIPTION, circonscription) in me.roles


def check(me: Person, school: str, circonscription: str = "") -> None:
    """Raises the `Refusal` "no such report" where the person may not treat it."""
    if not may(me, school, circonscription):
        raise Refusal("unknown-report")


def posts(me: Person) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The schools and the circonscriptions whose reports a person may treat; refused where there are none."""
    schools = tuple(role.structure for role in me.roles if role.level is Level.SCHOOL)
    circonscriptions = tuple(role.structure for role in me.roles if role.level is Level.CIRCONSCRIPTION)
    if not schools and not circonscriptions:
        administration.own_schools(me)  # raises its own `Refusal`
    return schools, circonscriptions
