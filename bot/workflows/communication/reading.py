"""What the ENT says of the rules of one school, and of whoever asks about them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ent.groups import Group
from bot.terms import Level, Person, Refusal, Structure
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk
from bot.workflows.rules.communication import sums
from bot.workflows.rules.communication.circles import Circle
from bot.workflows.rules.communication.sums import Rule
from bot.workflows.rules.screens import mark, marked


@dataclass(frozen=True, slots=True)
class Known:
    """The groups of a school, and the rules between them and within each."""

    school: Structure
    circles: list[Circle]
    rules: frozenset[Rule]

    def circle(self, key: str) -> Circle:
        """The group of that mark; refused where there is none, or none any more."""
        by_id = {one.id: one for one in self.circles}
        return by_id[marked(by_id, key)]


async def of_school(desk: Desk, school: Structure) -> Known:
    """Asks the ENT for the groups of the school and their rules."""
    found = await circles(desk, school.id)
    return Known(school, found, sums.every(found, await desk.directory.rules(school.id)))


async def circles(desk: Desk, school: str) -> list[Circle]:
    """The groups of the school, in the order of the port."""
    return [_circle(one) for one in await desk.directory.groups(school)]


async def own(desk: Desk, me: Person) -> list[Structure]:
    """The schools that the person administers themselves; empty where there is none."""
    if not any(role.level is Level.SCHOOL for role in me.roles):
        return []
    return await finding.own_schools(desk, me)


async def one_of(desk: Desk, caller: Caller, key: str) -> tuple[Person, Structure]:
    """The person, and the school of theirs with that mark; refused where they administer none such."""
    me = await finding.administrator(desk, caller)
    mine = {one.id: one for one in await finding.own_schools(desk, me)}
    return me, mine[marked(mine, key)]


async def rule(desk: Desk, caller: Caller, target: str) -> tuple[Person, Known, Circle, Circle]:
    """The person, their school and its two groups of a button's target, which `target_of` wrote."""
    school, colon, pair = target.partition(":")
    one, other = pair.partition(":")[::2]
    if not colon or not other:
        raise Refusal("old-button")
    me, place = await one_of(desk, caller, school)
    found = Known(place, await circles(desk, place.id), frozenset())
    return me, found, found.circle(one), found.circle(other)


def target_of(school: str, one: Circle, other: Circle) -> str:
    """The target of a button about the rule from the one group to the other."""
    return ":".join((mark(school), mark(one.id), mark(other.id)))


def _circle(group: Group) -> Circle:
    return Circle(
        group.id,
        group.name,
        group.profile.value if group.profile else "",
        group.class_id or "",
        group.class_name or "",
        group.size,
        group.together,
    )
