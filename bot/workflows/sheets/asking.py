"""The conversation that asks for connection sheets: for whom, in which form, and the count that is confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.storage import handouts, outbox, printings, requests
from bot.storage.printings import Printing
from bot.terms import Button, Notice, Profile, Refusal, Saying, Structure, Way
from bot.workflows.accounts import finding
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules import naming, written
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.lists.filters import called
from bot.workflows.rules.screens import Row, grid, mark
from bot.workflows.rules.sheets import reading
from bot.workflows.sheets import gathering, revoking
from bot.workflows.sheets.gathering import ACCOUNT, CLASS, PROFILE, SCHOOL, Gathered, Wanted

_PROFILES = (Profile.STUDENT, Profile.RELATIVE, Profile.TEACHER, Profile.PERSONNEL, Profile.GUEST)
_LAST = 3  #: printings that the first question names


@dataclass(slots=True)
class Survey:
    """How many people the sheets are for, and how many of them are of each kind."""

    people: int
    inactive: int  #: were never activated: their sheet has an activation code
    waiting: int  #: have an unused sheet already, which becomes void
    linked: int  #: are left out, since they are linked already
    barred: int  #: are left out, since they cannot log in
    protected: int  #: are left out, since they administer something


@dataclass(slots=True)
class Order:
    """For whom sheets are asked, and what the ENT said of them."""

    everybody: bool = False
    form: str = reading.FORMS[0]
    typed: str = ""  #: words that the ENT is still to be asked about
    unknown: str = ""  #: words that name nobody
    school: str = ""
    kind: str = ""  #: `CLASS` and so on; empty before it is chosen
    key: str = ""
    name: str = ""  #: of the class or the person
    schools: dict[str, str] = field(default_factory=dict)  #: of whoever asks: name by identifier
    classes: dict[str, str] = field(default_factory=dict)  #: of the school: name by identifier
    people: dict[str, str] = field(default_factory=dict)  #: accounts that the typed words fit: label by identifier
    survey: Survey | None = None
    sure: bool = False

    @property
    def wanted(self) -> Wanted:
        """What is asked for, as it is kept."""
        name = self.name if self.kind == CLASS else ""
        return Wanted(self.kind, self.key, name, self.everybody, self.form)

    @property
    def facts(self) -> dict[str, Any]:
        """The facts that every sentence of the conversation uses."""
        place = self.schools.get(self.school, "")
        whom = {"scope": self.kind, "name": self.name, "profile": self.key if self.kind == PROFILE else ""}
        return whom | {"place": place, "form": self.form, "everybody": self.everybody}


async def ask(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/fiches [for whom] [tous] [form]`: asks for what was not typed, then for a confirmation.

    One person's sheet is made at once.
    """
    said = reading.read(typed)
    order = Order(said.everybody, said.form, said.whom)
    return await course.open_with(desk, cause, caller, SHEETS, order)


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
        await _understand(desk, caller, order, [one for one in places if order.school in ("", one.id)])
    if order.school:
        order.classes = {one.id: one.name for one in await desk.directory.classes(order.school)}
        if order.kind == CLASS and order.key not in order.classes:
            raise Refusal("class-gone", name=order.name)
    if order.school and order.kind:
        order.survey = _counted(await gathering.gather(desk, me, order.school, order.wanted))
        order.sure = order.kind == ACCOUNT and order.survey.people == 1


async def _understand(desk: Desk, caller: Caller, order: Order, places: Sequence[Structure]) -> None:
    """Sets whom the typed words mean; where that depends on the school, they wait until it is chosen."""
    typed, order.unknown = order.typed, ""
    profile = written.profile(typed)
    if profile is not None or reading.names_school(typed):
        order.kind, order.key = (PROFILE, profile.value) if profile is not None else (SCHOOL, "")
        order.typed = ""
        return
    found = called(typed, [one for place in places for one in await desk.directory.classes(place.id)])
    if len(found) == 1:
        order.kind, order.key, order.name, order.typed = CLASS, found[0].id, found[0].name, ""
        order.school = found[0].above[-1].id
    elif found and not order.school:
        return  # the school is asked for first
    elif found:
        order.unknown, order.typed = typed, ""
    else:
        await _name(desk, caller, order, places)


async def _name(desk: Desk, caller: Caller, order: Order, places: Sequence[Structure]) -> None:
    """Sets the person, or the people to choose from, whose name or login was typed."""
    me = await finding.administrator(desk, caller)
    ours = {place.id for place in places}
    found = [one for one in await finding.named(desk, me, order.typed) if ours & {at.id for at in one.places}]
    order.unknown, order.typed = ("" if found else order.typed), ""
    if len(found) == 1:
        order.kind, order.key, order.name = ACCOUNT, found[0].id, found[0].name
        order.school = next(at.id for at in found[0].places if at.id in ours)
    elif found:
        order.people = dict(zip([one.id for one in found], naming.labels(found), strict=True))
        if not order.school:
            order.school = next(at.id for at in found[0].places if at.id in ours)


def _counted(gathered: Gathered) -> Survey:
    chosen = gathered.chosen
    inactive = sum(not one.activated for one in chosen.accounts)
    left = (chosen.linked, chosen.barred, chosen.protected)
    return Survey(len(chosen.accounts), inactive, gathered.waiting, *left)


def _ask_school(turn: Turn, order: Order) -> Notice:
    rows = ((Button("sheets_at", key, turn.me.id, words=f"🏫 {name}"),) for key, name in order.schools.items())
    return Notice("sheets_school", order.facts, tuple(rows))


def _ask_whom(turn: Turn, order: Order) -> Notice:
    """Asks for whom the sheets are: a class, a profile, everybody, or a name; names the last ones handed out."""
    administration.check_school(turn.me, order.school)
    last = handouts.of_school(turn.work, order.school, _LAST, way=Way.SHEET)
    lines = [revoking.line(turn.work, one, order.classes) for one in last]
    classes = [Button("sheets_class", mark(key), turn.me.id, words=name) for key, name in order.classes.items()]
    profiles = [Button("sheets_profile", one.value, turn.me.id) for one in _PROFILES]
    rows: list[Row] = [*grid(classes, 3), *grid(profiles, 3), (Button("sheets_whole", "", turn.me.id),)]
    rows += [(Button("handouts", "", turn.me.id),)] if last else []
    facts = {"words": order.unknown, "last": lines, "now": turn.work.now.isoformat()}
    return Notice("sheets_whom", order.facts | facts, tuple(rows))


def _ask_person(turn: Turn, order: Order) -> Notice:
    keys = ((Button("sheets_person", mark(key), turn.me.id, words=words),) for key, words in order.people.items())
    return Notice("sheets_person", order.facts, tuple(keys))


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
        rows.append((Button("sheets_linked", "", turn.me.id),))
    counts = {name: getattr(survey, name) for name in Survey.__dataclass_fields__}
    return Notice("sheets_sure", order.facts | counts, tuple(rows))


def _hear(_turn: Turn, order: Order, saying: Saying) -> bool:
    """Takes the name of a class, a profile or a person, and perhaps a form."""
    said = reading.read(saying.typed)
    if not said.whom:
        raise Refusal("text-needed")
    order.typed, order.people = said.whom, {}
    order.everybody = order.everybody or said.everybody
    order.form = said.form if said.form != reading.FORMS[0] else order.form
    return True


def _hear_sure(turn: Turn, order: Order, saying: Saying) -> bool:
    """Takes the word that confirms; other words name other people."""
    if steps.agrees(saying):
        _confirm(turn, order, "")
        return True
    order.kind, order.key, order.name, order.survey = "", "", "", None
    return _hear(turn, order, saying)


def _choose_school(_turn: Turn, order: Order, school: str) -> None:
    if school not in order.schools:
        raise Refusal("old-button")
    order.school = school


def _choose_class(_turn: Turn, order: Order, value: str) -> None:
    order.kind, order.key = CLASS, _marked(order.classes, value)
    order.name = order.classes[order.key]


def _choose_profile(_turn: Turn, order: Order, value: str) -> None:
    if value not in {one.value for one in Profile}:
        raise Refusal("old-button")
    order.kind, order.key = PROFILE, value


def _choose_whole(_turn: Turn, order: Order, _value: str) -> None:
    order.kind, order.key = SCHOOL, ""


def _choose_person(_turn: Turn, order: Order, value: str) -> None:
    order.kind, order.key = ACCOUNT, _marked(order.people, value)
    order.name = order.people[order.key]


def _choose_linked(_turn: Turn, order: Order, _value: str) -> None:
    order.everybody, order.survey = True, None


def _choose_form(_turn: Turn, order: Order, value: str) -> None:
    if value not in reading.FORMS:
        raise Refusal("old-button")
    order.form = value


def _confirm(_turn: Turn, order: Order, _value: str) -> None:
    if order.survey is None or not order.survey.people:
        raise Refusal("old-button")
    order.sure = True


def _marked(known: Mapping[str, str], value: str) -> str:
    """The identifier with that mark; refused where there is none."""
    found = next((key for key in known if mark(key) == value), None)
    if found is None:
        raise Refusal("old-button")
    return found


async def _act(desk: Desk, cause: str, caller: Caller, order: Order) -> None:
    """Has the sheets made, and queues the message that follows them."""
    await desk.act(cause, caller, _ordered, order)
    desk.stir()


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
        Question("school", lambda _, order: not order.school, _ask_school, _hear, {"sheets_at": _choose_school}),
        Question("whom", lambda _, order: not (order.kind or order.people), _ask_whom, _hear, _WHOM),
        Question("person", lambda _, order: not order.kind, _ask_person, _hear, {"sheets_person": _choose_person}),
        Question("sure", lambda _, order: not order.sure, _ask_sure, _hear_sure, _SURE, amendable=False),
    ),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=lambda order: order.survey is None,
    may=_may,
)
