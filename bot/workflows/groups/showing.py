"""`/groupes`: the groups of a school, a page at a time, and the card of one with its members."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from bot.ent.groups import Group
from bot.folding import fold, tokens, words
from bot.storage import people
from bot.storage.work import Work
from bot.terms import Account, Button, Notice, Person, Refusal, Structure
from bot.workflows import looks
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk
from bot.workflows.groups import changing, sighting
from bot.workflows.rules import naming, written
from bot.workflows.rules.lists import filters
from bot.workflows.rules.screens import Row, grid, group_target

PAGE = 10  #: groups on a page of a school's
MEMBERS = 20  #: members on a page of a card
_SCHOOLS = 8  #: schools offered to choose from
_READ = 5  #: schools whose groups are read to find a name


async def start(desk: Desk, caller: Caller, typed: str) -> Notice:
    """`/groupes [NAME]`: the groups of the school, or the card of the one of that name.

    Whoever has several schools chooses one, or names it. Refused where nothing is called so.
    """
    me = await finding.administrator(desk, caller)
    schools = await finding.near_schools(desk, me)
    if typed and len(schools) > 1:
        schools, typed = _narrowed(schools, typed)
    if not typed:
        return await _of_school(desk, me, schools[0], 0) if len(schools) == 1 else _where(me, schools)
    if len(schools) > _READ:
        raise Refusal("no-group-so", name=typed)
    found = [(place, one) for place in schools for one in called(typed, await desk.directory.groups(place.id))]
    if not found:
        raise Refusal("no-group-so", name=typed)
    if len(found) == 1:
        return await card(desk, me, *found[0])
    rows = [(_open(me, place, one),) for place, one in found[:PAGE]]
    return Notice("groups_alike", {"words": typed, "more": len(found) > PAGE}, tuple(rows), me.tongue)


async def page(desk: Desk, caller: Caller, target: str) -> Notice:
    """The page of a school's groups that the button names."""
    me, place, index = await sighting.school(desk, caller, target)
    return await _of_school(desk, me, place, index)


async def show(desk: Desk, caller: Caller, target: str) -> Notice:
    """The card of the button's group, at the page of its members that the button names."""
    me, place, group, index = await sighting.group(desk, caller, target)
    return await card(desk, me, place, group, index)


def called(typed: str, groups: Sequence[Group]) -> list[Group]:
    """The groups that the words name: of that very name, else of a profile, else those whose names they begin.

    « parents CM2 » is the parents of that class, « enseignants » those of the school.
    """
    named = [one for one in groups if one.name]
    exact = [one for one in named if fold(one.name) == fold(" ".join(typed.split()))]
    return exact or _profiled(typed, groups) or [one for one in named if naming.begins(typed, one.name)]


async def card(desk: Desk, me: Person, place: Structure, group: Group, index: int = 0) -> Notice:
    """What a group is and who is in it, with what may be done about it; leaves a trace of who was looked at."""
    members = await desk.directory.members(place.id, group.id)
    index = min(index, max(0, (len(members) - 1) // MEMBERS))
    shown = members[index * MEMBERS : (index + 1) * MEMBERS]
    await desk.look(looks.at_accounts, desk.policy, me, ["group", group.id, index], shown, place.id)
    counts = Counter(one.profile.value for one in members)
    facts = described(group, place) | {
        "count": len(members),
        "members_by": sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])),
        "members": [_line(one, place) for one in shown],
        "further": index > 0,
        "last_change": await desk.look(_changed, place.id, group.id),
    }
    return Notice("group", facts, tuple(_rows(me, place, group, index, len(members))), me.tongue)


def described(group: Group, place: Structure) -> dict[str, Any]:
    """The facts by which a sentence names a group and says what it is."""
    return {
        "name": group.name,
        "kind": group.kind.value,
        "profile": group.profile.value if group.profile else "",
        "class": group.class_name or "",
        "place": place.name,
        "together": group.together,
        "fixed": group.fixed,
        "by_platform": group.composed,
        "maker": group.made_by,
        "made": group.made_at.isoformat() if group.made_at else "",
    }


async def _of_school(desk: Desk, me: Person, place: Structure, index: int) -> Notice:
    """A page: the manual groups first, which people look for; empty ones of the others are left out."""
    every = await desk.directory.groups(place.id)
    manual = [one for one in every if one.manual]
    groups = [*manual, *(one for one in every if one.size and not one.manual)]
    index = min(index, max(0, (len(groups) - 1) // PAGE))
    rows: list[Row] = [(_open(me, place, one),) for one in groups[index * PAGE : (index + 1) * PAGE]]
    leaf = [Button("groups_back", group_target(place.id, index=index - 1), me.id)] if index else []
    if (index + 1) * PAGE < len(groups):
        leaf.append(Button("groups_next", group_target(place.id, index=index + 1), me.id))
    rows += [tuple(leaf)] if leaf else []
    rows.append((Button("group_new", group_target(place.id), me.id, style="primary"),))
    facts = {"place": place.name, "manual": len(manual), "automatic": len(groups) - len(manual), "further": index > 0}
    return Notice("groups", facts, tuple(rows), me.tongue)


def _where(me: Person, schools: Sequence[Structure]) -> Notice:
    keys = [Button("groups", group_target(one.id), me.id, words=f"🏫 {one.name}") for one in schools[:_SCHOOLS]]
    return Notice("groups_where", {"more": len(schools) > _SCHOOLS}, grid(keys, 1), me.tongue)


def _narrowed(schools: list[Structure], typed: str) -> tuple[list[Structure], str]:
    """The school that the words name, and nothing left of them; else all the schools, and the words."""
    found = filters.called(typed, schools)
    return (list(found), "") if found else (schools, typed)


def _profiled(typed: str, groups: Sequence[Group]) -> list[Group]:
    """The groups of the one profile that the words name, of the class whose name is in them, else of the school."""
    profiles, left = written.apart(words(typed))
    if len(profiles) != 1:
        return []
    mine = [one for one in groups if one.profile is profiles[0]]
    in_class = [one for one in mine if one.class_name and tokens(one.class_name) <= tokens(typed)]
    return in_class or ([one for one in mine if one.class_id is None] if not left else [])


def _open(me: Person, place: Structure, group: Group) -> Button:
    """The button of a group, whose words `texts` makes of what it is, how many it has, and its name."""
    profile = group.profile.value if group.profile else ""
    told = f"{profile}|{group.size}|{group.class_name or ''}|{group.name}"
    return Button("group", group_target(place.id, group.id), me.id, words=told)


def _line(member: Account, place: Structure) -> dict[str, str]:
    """A member's name, profile, and class or, of somebody from elsewhere, school."""
    here = any(one.id == place.id for one in member.places)
    where = ", ".join(one.name for one in (member.classes if here else member.places)[:2])
    return {"name": member.name, "profile": member.profile.value, "where": where}


def _changed(work: Work, school: str, group: str) -> dict[str, str]:
    """Who was the last to change the group here, and when; empty where nobody is known to have."""
    act = changing.latest(work, school, group)
    if act is None or act.at is None:
        return {}
    person = people.by_id(work, act.person)
    return {"name": person.name if person is not None else "", "at": act.at.isoformat()}


def _rows(me: Person, place: Structure, group: Group, index: int, count: int) -> list[Row]:
    rows: list[Row] = []
    leaf = [Button("group_back", group_target(place.id, group.id, index - 1), me.id)] if index else []
    if (index + 1) * MEMBERS < count:
        leaf.append(Button("group_next", group_target(place.id, group.id, index + 1), me.id))
    rows += [tuple(leaf)] if leaf else []
    if group.manual:
        aim = group_target(place.id, group.id)
        inside = [Button("group_add", aim, me.id, style="primary")]
        inside += [Button("group_remove", aim, me.id)] if count else []
        rows += [tuple(inside)] if not group.composed else []
        own = [Button("group_rename", aim, me.id), Button("group_delete", aim, me.id, style="danger")]
        rows += [(Button("group_writing", aim, me.id),), *([tuple(own)] if not group.fixed else [])]
    return [*rows, (Button("groups", group_target(place.id), me.id),)]
