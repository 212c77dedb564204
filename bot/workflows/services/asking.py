"""The conversation of `/services`: the school, its services by kind, the card of one, or a new link."""

from __future__ import annotations

from bot.ent.services import ServiceKind
from bot.terms import Button, Notice, Refusal, Saying
from bot.workflows.accounts import finding
from bot.workflows.conversations import course
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests import filing
from bot.workflows.rules import naming
from bot.workflows.rules.accounts import administration
from bot.workflows.services import describing, making, saving, showing
from bot.workflows.services.draft import Draft, Task, shown

_MOST = 40  #: schools that are offered as buttons; the others are typed
_CATEGORY = "application"  #: of a request for a connector


async def ask(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/services [ADDRESS] [NAME]`: what the school has; with an address, a new link; with a name, that service."""
    return await course.open_with(desk, cause, caller, SERVICES, Draft(typed=typed))


async def again(desk: Desk, cause: str, caller: Caller, target: str) -> Notice | None:
    """The button below a receipt: the services of one kind, of that school."""
    initial, _, school = target.partition(":")
    kind = next((one for one in ServiceKind if one[0] == initial), None)
    if kind is None or not school:
        raise Refusal("old-button")
    return await course.open_with(desk, cause, caller, SERVICES, Draft(school=school, kind=kind.value))


async def ask_for_connector(desk: Desk, cause: str, caller: Caller) -> Notice | None:
    """Begins a request to the assistance for a connector: setting one up takes an agreement (guide, chapter 3.D)."""
    said = await desk.act(cause, caller, lambda turn: filing.accept(turn, filing.Filing(_CATEGORY)))
    return await course.carry_on(desk, cause, caller, said)


async def _learn(desk: Desk, caller: Caller, draft: Draft) -> None:
    """Asks the ENT for the schools of whoever asks, then for what the school has; reads what was typed."""
    me = await finding.administrator(desk, caller)
    if not draft.schools:
        draft.schools = {one.id: one.name for one in await finding.near_schools(desk, me)}
    if not draft.school and len(draft.schools) == 1:
        (draft.school,) = draft.schools
    if not draft.school:
        return
    if draft.school not in draft.schools:
        raise Refusal("no-such-school", name="")
    draft.services, draft.known = shown(await desk.directory.services(draft.school), draft.school), True
    if draft.typed:
        typed, draft.typed = draft.typed, ""
        showing.read_line(draft, typed)
        if draft.name:
            describing.check_free(draft, draft.name)


def _ask_school(turn: Turn, draft: Draft) -> Notice:
    schools = [*draft.schools.items()]
    rows = [(Button("service_at", key, turn.me.id, words=f"🏫 {name}"),) for key, name in schools[:_MOST]]
    return Notice("services_where", {"more": len(schools) > _MOST}, tuple(rows))


def _hear_school(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    found = [key for key, name in draft.schools.items() if naming.begins(saying.typed, name)]
    if len(found) != 1:
        raise Refusal("no-such-school", name=saying.typed.strip())
    draft.school = found[0]
    return True


def _choose_school(_turn: Turn, draft: Draft, school: str) -> None:
    if school not in draft.schools or draft.known:
        raise Refusal("old-button")
    draft.school = school


async def _act(desk: Desk, cause: str, caller: Caller, draft: Draft) -> Notice:
    """Does what was confirmed; returns the receipt."""
    acts = {Task.GIVE: saving.give, Task.CREATE: making.make, Task.CHANGE: saving.change}
    return await acts.get(Task(draft.task), saving.withdraw)(desk, cause, caller, draft)


def _may(turn: Turn, _draft: Draft) -> None:
    """Refused where this person administers no school any more, nor a circonscription or town."""
    administration.near(turn.me)


SERVICES = Conversation(
    "services",
    Draft,
    (
        Question(
            "school", lambda _, draft: not draft.school, _ask_school, _hear_school, {"service_at": _choose_school}
        ),
        showing.LIST,
        showing.CARD,
        *describing.QUESTIONS,
    ),
    Waits.DETAILS,
    act=_act,
    learn=_learn,
    learns=lambda draft: not draft.known,
    may=_may,
)
