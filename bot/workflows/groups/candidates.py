"""Whom a group may be given, or who of its members may be taken out, by the filters that are set."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.ent.directory import Query, Reason
from bot.terms import Account, Person, Profile, Refusal, Structure
from bot.workflows import looks, search
from bot.workflows.desk import Desk
from bot.workflows.rules import naming
from bot.workflows.rules.accounts import staffing

MOST = 600  #: accounts read at once: more than the parents of a large school


@dataclass(slots=True)
class Filter:
    """What narrows whom is offered; nothing set offers nobody to add, and every member to take out."""

    words: str = ""
    profile: str = ""
    class_id: str = ""
    class_name: str = ""

    @property
    def set(self) -> bool:
        """Whether anything narrows it."""
        return bool(self.words or self.profile or self.class_id)

    @property
    def facts(self) -> dict[str, str]:
        """The facts by which a sentence says what is set."""
        return {"words": self.words, "profile": self.profile, "class": self.class_name}


@dataclass(slots=True)
class Found:
    """The accounts that are offered: each its identifier and the words by which it is told from the others."""

    people: list[list[str]] = field(default_factory=list)
    more: bool = False  #: whether there are more than could be read
    inside: int = 0  #: how many are in the group now
    already: int = 0  #: of those that the filter finds, how many are in it already


async def find(desk: Desk, me: Person, place: Structure, group_id: str, wanted: Filter, putting: bool) -> Found:
    """The accounts that may be put into the group, or taken out, by name; leaves a trace of who was looked at.

    By a name alone, people of the other schools of whoever asks are found, too. Refused where the group is gone, was
    not made by hand, or is composed by the platform.
    """
    group = await desk.directory.group(place.id, group_id)
    if group is None:
        raise Refusal("group-gone")
    if not group.manual or group.composed:
        reason = Reason.LOCKED if group.manual else Reason.AUTOMATIC
        raise Refusal(f"ent-{reason}", name=group.name)
    members = await desk.directory.members(place.id, group_id)
    if putting:
        read, more = await _offered(desk, me, place, wanted)
        inside = {one.id for one in members}
        offered = [one for one in read if one.id not in inside]
        already = len(read) - len(offered)
    else:
        offered, more, already = [one for one in members if _fits(one, wanted)], False, 0
    await desk.look(looks.at_accounts, desk.policy, me, ["group-choice", wanted.facts], offered, place.id)
    labels = naming.labels(offered, naming.across(me))
    people = [[one.id, label] for one, label in zip(offered, labels, strict=True)]
    return Found(people, more, len(members), already)


async def _offered(desk: Desk, me: Person, place: Structure, wanted: Filter) -> tuple[list[Account], bool]:
    if not wanted.set:
        return [], False
    if wanted.words and not (wanted.profile or wanted.class_id):
        named = await search.called(desk.directory, wanted.words, staffing.scopes(me), MOST + 1)
        return [one for one in named[:MOST] if one.deleted_at is None], len(named) > MOST
    query = Query(
        words=wanted.words,
        profiles=frozenset({Profile(wanted.profile)} if wanted.profile else ()),
        classes=frozenset({wanted.class_id} if wanted.class_id else ()),
    )
    found = await desk.directory.search(query, [place.id], MOST)
    return [one for one in found.accounts if one.deleted_at is None], bool(found.after)


def _fits(member: Account, wanted: Filter) -> bool:
    return (
        (not wanted.words or naming.begins(wanted.words, member.name))
        and (not wanted.profile or member.profile.value == wanted.profile)
        and (not wanted.class_id or any(one.id == wanted.class_id for one in member.classes))
    )
