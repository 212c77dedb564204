"""The conversation that asks for connection sheets: for whom, in which form, and the count that is confirmed."""

from __future__ import annotations

from collections.abc import Callable

from bot.storage import outbox, printings, requests
from bot.storage.printings import Printing
from bot.terms import Button, Notice, Person, Profile, Refusal, Saying
from bot.workflows import looks
from bot.workflows.accounts import finding
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules import linking, naming
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.lists.filters import groups_called
from bot.workflows.rules.meaning import each
from bot.workflows.rules.screens import Row, grid, mark, marked
from bot.workflows.rules.sheets import reading
from bot.workflows.sheets import gathering, revoking
from bot.workflows.sheets.gathering import ACCOUNT, CLASS, Gathered
from bot.workflows.sheets.ordering import Order, Survey
from bot.workflows.sheets.understanding import understand

_PROFILES = (Profile.STUDENT, Profile.RELATIVE, Profile.TEACHER, Profile.PERSONNEL, Profile.GUEST)
_LAST = 3  #: printings that the first question names
_NAMED = 20  #: people named who get no sheet


async def ask(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/fiches [for whom] [tous] [form]`, in any order: asks for what was not typed, then for a confirmation.

    One person's sheet is made at once, unless it makes an earlier one void.
    """
    if reading.past(typed):
        return await revoking.last(desk, caller)
    return await course.open_with(desk, cause, caller, SHEETS, Order(typed=typed))


async def of_account(desk: Desk, cause: str, caller: Caller, account_id: str) -> Notice | None:
    """The button of an account: as `/fiches` with its login; refused where the person may not see it."""
    me = await finding.administrator(desk, caller)
    account = await finding.one(desk, me, account_id)
    return await ask(desk, cause, caller, account.login)


async def _learn(desk: Desk, caller: Caller, order: Order) -> None:
    """Asks the ENT who is meant, and counts them; refused where the person administers no school."""
    me = await finding.administrator(desk, caller)
    places = await finding.own_schools(desk, me)
    order.schools = {place.id: place.name for place in places}
    if len(places) == 1:
        order.school = places[0].id
    if order.school and order.school not in order.schools:
        raise Refusal("not-your-school")
    if order.typed:
        await understand(desk, me, order, [one for one in places if order.school in ("", one.id)])
    if order.school:
        order.classes = {one.id: one.name for one in await desk.directory.classes(order.school)}
        if order.kind == CLASS and not order.classes.keys() >= set(each(order.key)):
            raise Refusal("class-gone", name=order.name)
        if not order.kind:
            order.handed = await revoking.whose(desk, me, await desk.look(revoking.newest, [order.school], _LAST))
    if order.school and order.kind:
        await _count(desk, me, order)


async def _count(desk: Desk, me: Person, order: Order) -> None:
    """Counts whom the sheets are for; refused where it is one person, who gets none.

    Where it was confirmed already, it is asked anew if more has become true than was said.
    """
    gathered = await gathering.gather(desk, me, order.school, order.wanted)
    order.survey = _counted(gathered)
    if order.kind == ACCOUNT and not (order.survey.people or order.survey.linked):
        linking.check(me, await finding.one(desk, me, order.key))
    said, order.said = order.said, None
    order.anew = said is not None and order.survey.beyond(said)
    alone = order.kind == ACCOUNT and order.survey.people == 1 and not order.survey.waiting
    order.sure = not order.anew and (said is not None or alone)
    if order.survey.without and said is None:
        shown = gathered.chosen.without[:_NAMED]
        await desk.look(looks.at_accounts, desk.policy, me, ["sheets", order.key], shown, order.school)


def _counted(gathered: Gathered) -> Survey:
    chosen = gathered.chosen
    inactive = sum(not one.activated for one in chosen.accounts)
    left = (chosen.linked, chosen.barred, chosen.protected)
    without = sorted([naming.where(one), one.name] for one in chosen.without)[:_NAMED]
    return Survey(len(chosen.accounts), inactive, gathered.waiting, *left, without)


def _ask_school(turn: Turn, order: Order) -> Notice:
    rows = ((Button("sheets_at", key, turn.me.id, words=f"🏫 {name}"),) for key, name in order.schools.items())
    return Notice("sheets_school", order.facts, tuple(rows))


def _ask_whom(turn: Turn, order: Order) -> Notice:
    """Asks for whom the sheets are: a class, a profile, everybody, or a name; names the last ones handed out."""
    administration.check_school(turn.me, order.school)
    last = revoking.newest(turn.work, [order.school], _LAST)
    lines = [revoking.line(turn.work, one, order.classes | order.handed) for one in last]
    classes = [Button("sheets_class", mark(key), turn.me.id, words=name) for key, name in order.classes.items()]
    profiles = [Button("sheets_profile", one.value, turn.me.id) for one in _PROFILES]
    rows: list[Row] = [*grid(classes, 3), *grid(profiles, 3), (Button("sheets_whole", "", turn.me.id),)]
    rows += [(Button("handouts", "", turn.me.id),)] if last else []
    facts = {"words": order.unknown, "last": lines, "now": turn.work.now.isoformat()}
    return Notice("sheets_whom", order.facts | facts, tuple(rows))


def _ask_which(turn: Turn, order: Order) -> Notice:
    """Offers everything that the typed words may mean."""
    keys = [_meaning(turn, order, profile, key) for profile, key in order.meanings]
    keys += [Button("sheets_person", mark(key), turn.me.id, words=words) for key, words in order.people.items()]
    return Notice("sheets_person", order.facts | {"meanings": len(order.meanings)}, tuple((key,) for key in keys))


def _meaning(turn: Turn, order: Order, profile: str, key: str) -> Button:
    if key:
        return Button("sheets_class", f"{mark(key)}.{profile}", turn.me.id, words=order.called(key))
    return Button("sheets_profile" if profile else "sheets_whole", profile, turn.me.id)


def _ask_sure(turn: Turn, order: Order) -> Notice:
    """Says how many sheets would be made, and asks to confirm; refused where there is nobody to make one for."""
    administration.check_school(turn.me, order.school)
    survey = order.survey
    assert survey is not None
    if not survey.people and not survey.linked:
        raise Refusal("sheets-nobody", left=survey.barred + survey.protected)
    rows: list[Row] = []
    if survey.people:
        rows.append((Button("sheets_now", "", turn.me.id, style="primary"),))
        rows.append(tuple(Button("sheets_form", one, turn.me.id) for one in reading.FORMS if one != order.form))
    if survey.linked:
        rows.append((Button("sheets_linked", "one" if order.kind == ACCOUNT else "", turn.me.id),))
    counts = {name: getattr(survey, name) for name in Survey.__dataclass_fields__}
    return Notice("sheets_sure", order.facts | counts | {"anew": order.anew}, tuple(rows))


def _hear(_turn: Turn, order: Order, saying: Saying) -> bool:
    """Takes the name of a class, a profile or a person, and perhaps a form."""
    if not saying.typed:
        raise Refusal("text-needed")
    order.forget()
    order.past = reading.past(saying.typed)
    order.typed = saying.typed
    return True


def _hear_school(turn: Turn, order: Order, saying: Saying) -> bool:
    """Takes the name of a school; other words say for whom."""
    known = {name: key for key, name in order.schools.items()}
    found = groups_called(saying.typed, known)
    if len(found) != 1:
        return _hear(turn, order, saying)
    order.school = known[found[0]]
    return True


def _hear_sure(turn: Turn, order: Order, saying: Saying) -> bool:
    """Takes the word that confirms; other words name other people."""
    if steps.agrees(saying):
        _confirm(turn, order, "")
        return True
    return _hear(turn, order, saying)


def _choose_school(_turn: Turn, order: Order, school: str) -> None:
    if school not in order.schools:
        raise Refusal("old-button")
    order.school = school


def _choose_class(_turn: Turn, order: Order, value: str) -> None:
    """Takes the class with that mark; with a profile behind it, only those of that profile."""
    key, _, profile = value.partition(".")
    order.mean(profile, marked([*order.classes, *(one[1] for one in order.meanings)], key))


def _choose_profile(_turn: Turn, order: Order, value: str) -> None:
    order.mean(value, "")


def _choose_whole(_turn: Turn, order: Order, _value: str) -> None:
    order.mean("", "")


def _choose_person(_turn: Turn, order: Order, value: str) -> None:
    key = marked(order.people, value)
    order.pick(key, order.people[key])


def _choose_linked(_turn: Turn, order: Order, _value: str) -> None:
    order.everybody, order.survey, order.sure = True, None, False


def _choose_form(_turn: Turn, order: Order, value: str) -> None:
    if value not in reading.FORMS:
        raise Refusal("old-button")
    order.form = value


def _confirm(_turn: Turn, order: Order, _value: str) -> None:
    if order.survey is None or not order.survey.people:
        raise Refusal("old-button")
    order.sure, order.said, order.survey = True, order.survey, None  # the ENT is asked whether that is still all


async def _act(desk: Desk, cause: str, caller: Caller, order: Order) -> Notice | None:
    """Has the sheets made, and queues the message that follows them; or shows those handed out before."""
    if order.past:
        await desk.act(cause, caller, course.leave)
        return await revoking.last(desk, caller)
    await desk.act(cause, caller, _ordered, order)
    desk.stir()
    return None


def _ordered(turn: Turn, order: Order) -> None:
    administration.check_school(turn.me, order.school)
    if printings.under_way(turn.work, order.school):
        raise Refusal("sheets-under-way")
    course.leave(turn)
    packed = order.wanted.packed()
    asked = Printing(turn.me.id, turn.caller.chat_id, order.school, packed, turn.work.now, turn.caller.topic)
    printings.add(turn.work, asked)
    facts = {"school": order.school, "printing": asked.id, "form": order.form} | order.wanted.scope
    requests.write_event(turn.work, None, turn.me.id, "sheets", facts)
    outbox.screen(turn.work, turn.me, f"printing:{asked.id}")


def _fits(order: Order) -> bool:
    """Whether the typed words may mean several things."""
    return bool(order.people or order.meanings)


def _wants(missing: Callable[[Order], bool]) -> Callable[[Turn, Order], bool]:
    """Whether a question is still to be asked: where that is missing, unless nothing is to be made."""
    return lambda _, order: not order.past and missing(order)


def _may(turn: Turn, _order: Order) -> None:
    administration.own_schools(turn.me)


_WHOM = {
    "sheets_class": _choose_class,
    "sheets_profile": _choose_profile,
    "sheets_whole": _choose_whole,
}
_SURE = {"sheets_now": _confirm, "sheets_linked": _choose_linked, "sheets_form": _choose_form}

SHEETS = Conversation(
    "sheets",
    Order,
    (
        Question(
            "school", _wants(lambda order: not order.school), _ask_school, _hear_school, {"sheets_at": _choose_school}
        ),
        Question("whom", _wants(lambda order: not (order.kind or _fits(order))), _ask_whom, _hear, _WHOM),
        Question("which", _wants(lambda order: not order.kind), _ask_which, _hear, {"sheets_person": _choose_person}),
        Question("sure", _wants(lambda order: not order.sure), _ask_sure, _hear_sure, _SURE, amendable=False),
    ),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=lambda order: order.survey is None and not order.past,
    may=_may,
)
