"""What is asked once more before it is done: deleting a group, and whether its members may write to each other."""

from __future__ import annotations

from dataclasses import dataclass

from bot.terms import Button, Notice, Refusal, Saying, Structure
from bot.workflows import acting
from bot.workflows.accounts import finding
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.groups import changing, sighting
from bot.workflows.groups.changing import DELETE, KEEP, LET, Meant
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.screens import group_target


@dataclass(slots=True)
class Draft:
    """What is to be done to which group."""

    place: Structure
    group: str
    act: str = ""
    name: str = ""
    size: int = 0
    sure: bool = False


async def delete(desk: Desk, cause: str, caller: Caller, target: str) -> Notice | None:
    """`Supprimer`: says what is lost, and asks; refused for a group that nobody may delete."""
    _, place, group, _ = await sighting.group(desk, caller, target)
    if not group.manual or group.fixed:
        raise Refusal("old-button")
    return await course.open_with(desk, cause, caller, SURE, Draft(place, group.id, DELETE))


async def writing(desk: Desk, cause: str, caller: Caller, target: str) -> Notice | None:
    """`Communication`: says whether the members may write to each other, and asks whether to change that."""
    _, place, group, _ = await sighting.group(desk, caller, target)
    if not group.manual:
        raise Refusal("old-button")
    draft = Draft(place, group.id, KEEP if group.together else LET)
    return await course.open_with(desk, cause, caller, SURE, draft)


async def _learn(desk: Desk, caller: Caller, draft: Draft) -> None:
    """Asks the ENT what the group is called and how many are in it; refused where it is gone."""
    administration.check_near(await finding.administrator(desk, caller), draft.place)
    group = await desk.directory.group(draft.place.id, draft.group)
    if group is None:
        raise Refusal("group-gone")
    draft.name, draft.size = group.name, group.size


def _ask(turn: Turn, draft: Draft) -> Notice:
    style = "success" if draft.act == LET else "danger"
    facts = {"name": draft.name, "count": draft.size, "place": draft.place.name, "act": draft.act}
    kind = "group_delete_asked" if draft.act == DELETE else "group_writing_asked"
    return Notice(kind, facts, ((Button("group_now", "", turn.me.id, style=style),),))


def _hear(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    if not steps.agrees(saying):
        raise Refusal("group-confirm")
    draft.sure = True
    return True


def _confirm(_turn: Turn, draft: Draft, _value: str) -> None:
    draft.sure = True


async def _act(desk: Desk, cause: str, caller: Caller, draft: Draft) -> Notice:
    async def do() -> None:
        if draft.act == DELETE:
            await desk.directory.delete_group(draft.place.id, draft.group)
        else:
            await desk.directory.let_write(draft.place.id, draft.group, draft.act == LET)

    meant = Meant(draft.act, draft.place, draft.group, draft.name)
    number, _ = await changing.carry_out(desk, cause, caller, meant, do)
    return await desk.act(f"deed:{number}", caller, _done, number, draft)


def _done(turn: Turn, number: int, draft: Draft) -> Notice:
    acting.end(turn.work, number, InterventionEvent.SUCCEED)
    course.leave(turn)
    facts = {"name": draft.name, "act": draft.act}
    if draft.act == DELETE:
        return Notice("group_deleted", facts, ((Button("groups", group_target(draft.place.id), turn.me.id),),))
    aim = group_target(draft.place.id, draft.group)
    return Notice("group_writing_changed", facts, ((Button("group", aim, turn.me.id),),))


def _may(turn: Turn, draft: Draft) -> None:
    """Refused where this person does not administer the school any more."""
    administration.check_near(turn.me, draft.place)


SURE = Conversation(
    "group_sure",
    Draft,
    (Question("sure", lambda _, draft: not draft.sure, _ask, _hear, {"group_now": _confirm}, amendable=False),),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=lambda draft: not draft.sure,
    may=_may,
)
