"""A new group, or another name for one: asks for the name, and has the ENT take it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.ent.groups import Group
from bot.storage import interventions
from bot.terms import Button, Declined, InDoubt, Notice, Refusal, Saying, Structure, Unavailable
from bot.workflows import acting
from bot.workflows.accounts import finding
from bot.workflows.conversations import course
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.groups import changing, sighting
from bot.workflows.groups.changing import MAKE, RENAME, Meant
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.groups import naming
from bot.workflows.rules.screens import group_target


@dataclass(slots=True)
class Draft:
    """The school, the group where there is one already, and the names that are taken."""

    place: Structure
    group: str = ""  #: identifier of the group that is renamed; empty for a new one
    was: str = ""  #: its name until now
    taken: list[str] = field(default_factory=list)
    known: bool = False  #: whether the ENT has said which names are taken
    name: str = ""  #: the name that was typed


async def start(desk: Desk, cause: str, caller: Caller, target: str) -> Notice | None:
    """`Nouveau groupe`: asks for its name."""
    _, place, _ = await sighting.school(desk, caller, target)
    return await course.open_with(desk, cause, caller, NAME, Draft(place))


async def rename(desk: Desk, cause: str, caller: Caller, target: str) -> Notice | None:
    """`Renommer`: asks for the other name; refused for a group that nobody may rename."""
    _, place, group, _ = await sighting.group(desk, caller, target)
    if not group.manual or group.fixed:
        raise Refusal("old-button")
    return await course.open_with(desk, cause, caller, NAME, Draft(place, group.id, group.name))


async def _learn(desk: Desk, caller: Caller, draft: Draft) -> None:
    administration.check_near(await finding.administrator(desk, caller), draft.place)
    draft.taken, draft.known = await desk.directory.group_names(draft.place.id), True


def _ask(_turn: Turn, draft: Draft) -> Notice:
    return Notice("group_named", {"name": draft.was, "place": draft.place.name, "new": not draft.group})


def _hear(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    """Takes the name; to write the present one in another case is no other group's name."""
    taken = [one for one in draft.taken if not draft.group or one != draft.was]
    draft.name = naming.checked(saying.typed, taken)
    return True


async def _act(desk: Desk, cause: str, caller: Caller, draft: Draft) -> Notice:
    if not draft.group:
        return await _make(desk, cause, caller, draft)

    async def do() -> None:
        await desk.directory.rename_group(draft.place.id, draft.group, draft.name)

    meant = Meant(RENAME, draft.place, draft.group, draft.was)
    number, _ = await changing.carry_out(desk, cause, caller, meant, do)
    return await desk.act(f"deed:{number}", caller, _done, number, draft, draft.group)


async def _make(desk: Desk, cause: str, caller: Caller, draft: Draft) -> Notice:
    async def do() -> Group:
        return await _made(desk, draft)

    number, made = await changing.carry_out(desk, cause, caller, Meant(MAKE, draft.place, "", draft.name), do)
    return await desk.act(f"deed:{number}", caller, _done, number, draft, made.id)


async def _made(desk: Desk, draft: Draft) -> Group:
    """The group that the ENT made, or that turns out to be there after its answer was lost; nothing is asked twice.

    Refused where the name was taken meanwhile: a group of that name would not be known for this one.
    """
    naming.checked(draft.name, await desk.directory.group_names(draft.place.id))
    try:
        return await desk.directory.make_group(draft.place.id, draft.name)
    except (InDoubt, Unavailable) as lost:
        try:
            there = [one for one in await desk.directory.groups(draft.place.id) if one.name == draft.name]
        except (Declined, Unavailable):
            raise lost from None
        if len(there) != 1:
            raise
        return there[0]


def _done(turn: Turn, number: int, draft: Draft, group: str) -> Notice:
    interventions.note(turn.work, number, group=group)
    acting.end(turn.work, number, InterventionEvent.SUCCEED)
    course.leave(turn)
    aim = group_target(draft.place.id, group)
    row = [Button("group", aim, turn.me.id)]
    row += [Button("group_add", aim, turn.me.id, style="primary")] if not draft.group else []
    facts = {"name": draft.name, "was": draft.was, "new": not draft.group}
    return Notice("group_kept", facts, (tuple(row),))


def _may(turn: Turn, draft: Draft) -> None:
    """Refused where this person does not administer the school any more."""
    administration.check_near(turn.me, draft.place)


NAME = Conversation(
    "group_name",
    Draft,
    (Question("name", lambda _, draft: not draft.name, _ask, _hear, amendable=False),),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=lambda draft: not draft.known,
    may=_may,
)
