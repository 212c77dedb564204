"""Whether one group, profile or person may write to another one, and by which rules of which groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.terms import Account, Button, Notice, Person, Refusal
from bot.terms.communication import ORDER, Reach
from bot.workflows.accounts import finding
from bot.workflows.communication import reading
from bot.workflows.communication.reading import Known
from bot.workflows.desk import Caller, Desk
from bot.workflows.rules.communication import circles, sums
from bot.workflows.rules.communication.circles import Circle
from bot.workflows.rules.communication.sums import Answer, Side
from bot.workflows.rules.screens import group_target, mark

_MOST = 12  #: rules named in one answer


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two that are asked about: a group, or somebody."""

    side: Side
    circle: Circle | None = None
    account: Account | None = None

    @property
    def facts(self) -> dict[str, Any]:
        """What sentences say of it."""
        if self.account is not None:
            return {"name": self.account.name, "profile": "", "room": "", "person": True}
        assert self.circle is not None
        return self.circle.facts


async def ask(desk: Desk, caller: Caller, typed: str) -> Notice:
    """`/regles A B`: whether A may write to B in a school of the person's; for anybody else, as the ENT begins.

    Refused where the line names no two of what the person may know.
    """
    me = await finding.up_to_date(desk, caller)
    schools = await reading.own(desk, me)
    if not schools:
        return _usually(desk, me, typed)
    doubted: Refusal | None = None
    for school in schools:
        known = await reading.of_school(desk, school)
        try:
            two = circles.two_meant(typed, known.circles)
        except Refusal as refusal:
            doubted = doubted or refusal
            continue
        if two is not None:
            one, other = (Party(sums.side(circle, known.circles), circle) for circle in two)
            return _answered(desk, me, known, one, other)
        people = await _people(desk, me, known, typed)
        if people is not None:
            return _answered(desk, me, known, *people)
    raise doubted or Refusal("communication-unread")


def _usually(desk: Desk, me: Person, typed: str) -> Notice:
    """The answer of the usual table; of profiles alone, since who administers no school knows none of its groups."""
    profiles = [circles.of_profile(profile) for profile in ORDER]
    two = circles.two_meant(typed, profiles)
    if two is None:
        raise Refusal("communication-profiles")
    one, other = two
    reach = next(r for (a, b), r in desk.policy.communication.items() if (a, b) == (one.profile, other.profile))
    facts: dict[str, Any] = {
        "writers": one.facts,
        "written": other.facts,
        "reach": reach.value,
        "usual": reach.value,
        "rules": [],
    }
    return Notice("communication_answer", facts | {"place": "", "unnamed": 0}, (), me.tongue)


async def _people(desk: Desk, me: Person, known: Known, typed: str) -> tuple[Party, Party] | None:
    """The two that the line names where one of them is somebody of the school; None where it names no two."""
    names = circles.two_named(typed)
    if names is None:
        return None
    found = [await _party(desk, me, known, name) for name in names]
    return (found[0], found[1]) if found[0] is not None and found[1] is not None else None


async def _party(desk: Desk, me: Person, known: Known, name: str) -> Party | None:
    groups = circles.meant(name, known.circles)
    if len(groups) == 1:
        return Party(sums.side(groups[0], known.circles), groups[0])
    accounts = await finding.named(desk, me, name)
    here = [one for one in accounts if any(place.id == known.school.id for place in one.places)]
    if len(here) > 1:
        raise Refusal("communication-several", words=name)
    if not here:
        return None
    mine = circles.of_account(here[0], known.school.id, known.circles)
    return Party(Side(tuple(mine)), account=here[0])


def _answered(desk: Desk, me: Person, known: Known, one: Party, other: Party) -> Notice:
    """The answer, with a button that changes the rule between two groups."""
    usual = desk.policy.communication
    said = sums.answer(one.side, other.side, known.circles, known.rules, usual)
    if one.account and other.account and _family(one.account, other.account) and said.reach is Reach.NOBODY:
        said = Answer(Reach.OWN)
    profiles = (one.side.profile, other.side.profile)
    expected = usual[profiles[0], profiles[1]].value if profiles[0] and profiles[1] else ""
    rules = [{"writers": a.facts, "written": b.facts, "within": a.id == b.id} for a, b in said.by[:_MOST]]
    facts: dict[str, Any] = {
        "writers": one.facts,
        "written": other.facts,
        "reach": said.reach.value,
        "usual": expected,
        "rules": rules,
    }
    facts |= {
        "place": known.school.name,
        "unnamed": max(0, len(said.by) - _MOST),
        "within": _within(one, other, said),
    }
    return Notice("communication_answer", facts, _rows(me, known, one.circle, other.circle, said), me.tongue)


def _within(one: Party, other: Party, said: Answer) -> str:
    """Where it is changed that the members of one group write to each other; empty where nothing of it is asked."""
    if one.circle is None or other.circle is None or one.circle.id != other.circle.id or said.reach is Reach.ALL:
        return ""
    return "above" if one.circle.profile else "card"


def _rows(
    me: Person, known: Known, one: Circle | None, other: Circle | None, said: Answer
) -> tuple[tuple[Button, ...], ...]:
    back = (Button("rules_at", mark(known.school.id), me.id),)
    if one is None or other is None or (one.id == other.id and said.reach is Reach.ALL):
        return (back,)
    if one.id == other.id and not one.profile:
        return ((Button("group", group_target(known.school.id, one.id), me.id),), back)
    if one.id == other.id:
        aim = reading.target_of(known.school.id, one, other)
        return ((Button("rules_above", aim, me.id, once=True),), back)
    stands = (one.id, other.id) in known.rules
    if said.reach is Reach.ALL and not stands:
        return (back,)
    aim = reading.target_of(known.school.id, one, other)
    return ((Button("rule_forbid" if stands else "rule_allow", aim, me.id),), back)


def _family(one: Account, other: Account) -> bool:
    return other.id in (*one.children, *one.relatives) or one.id in (*other.children, *other.relatives)
