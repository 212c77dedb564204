"""Hands a request to a colleague of the same desk: one who is named, or chosen among those whom a message reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.storage import people
from bot.terms import Act, Button, Notice, Person, Refusal, Saying
from bot.workflows.conversations import course
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Turn
from bot.workflows.requests import events, serving, telling
from bot.workflows.requests.scenes import Scene, colleague, move, record, scene
from bot.workflows.rules.naming import begins
from bot.workflows.rules.requests.access import check
from bot.workflows.rules.requests.lifecycle import fire


@dataclass(slots=True)
class Handing:
    """The number of a request, and the login of the colleague once one is chosen."""

    number: int
    to: str = ""
    shown: list[tuple[int, str]] = field(default_factory=list)  #: the colleagues offered: `id` and name
    gone: str = ""  #: the name of one who was chosen, and to whom it cannot be handed any more


def hand(turn: Turn, number: int, name: str) -> Notice:
    """The holder, or any agent of the desk where there is none, hands the request to a colleague of the same desk.

    `name` is their login or the beginnings of their name. Refused as in `offered`, where it fits nobody or more than
    one, and where no message reaches whom it fits.
    """
    it = scene(turn, number)
    _check(it)
    away = [one for one in people.at_desk(turn.work, it.request.at) if not telling.reads(one)]
    if len(lost := _fitting(away, name)) == 1:
        raise Refusal("colleague-away", number=number, name=lost[0].name)
    to = named(offered(it), number, name)
    move(it, Act.HAND)
    it.request.holder = to.id
    return record(it, Act.HAND, events.HANDED, to=to.name)


def offered(it: Scene) -> list[Person]:
    """The agents of the desk to whom this person may hand the request now: those whom a message reaches.

    Refused where a colleague holds the request, where it cannot be handed now, and where there is nobody.
    """
    _check(it)
    others = [one for one in serving.readers(it.turn.work, it.request.at, it.request) if one.id != it.turn.me.id]
    if not others:
        raise Refusal("no-colleague", number=it.request.number)
    return others


def named(among: Sequence[Person], number: int, name: str) -> Person:
    """The one of them with that login, else the one whose name begins so; refused for nobody, and for several."""
    wanted = _fitting(among, name)
    if len(wanted) == 1:
        return wanted[0]
    names = ", ".join(f"{one.name} ({one.login})" for one in wanted or among)
    raise Refusal("which-colleague" if wanted else "no-such-colleague", number=number, name=name, names=names)


def choose(turn: Turn, number: int) -> Notice | course.Pending | None:
    """Asks to whom the request is handed; refused at once where `offered` refuses."""
    able = offered(scene(turn, number, to_change=False))
    return course.begin(turn, HANDING, Handing(number, shown=_shown(able)))


def _check(it: Scene) -> None:
    """Raises a `Refusal` where this person may not hand the request to anybody, or not now."""
    other = colleague(it)
    if it.mine.agent and other is not None:
        raise Refusal("held-by-colleague", number=it.request.number, name=other.name)
    if it.mine.agent and not it.mine.holder and it.request.holder is not None:
        fire(Act.HAND, it.case, it.request.number)  # held by somebody who counts as none
    else:
        check(Act.HAND, it.mine, it.request)
    fire(Act.HAND, it.case, it.request.number)


def _fitting(among: Sequence[Person], name: str) -> list[Person]:
    """Those with that login, or else those whose name begins so."""
    wanted = [one for one in among if one.login.casefold() == name.casefold()]
    return wanted or [one for one in among if name and begins(name, one.name)]


def _ask(turn: Turn, draft: Handing) -> Notice:
    able = offered(scene(turn, draft.number, to_change=False))
    rows = tuple((Button("colleague", str(one.id), turn.me.id, words=one.name, once=True),) for one in able)
    if draft.gone:
        return Notice("hand_gone", {"number": draft.number, "name": draft.gone}, rows)
    return Notice("ask_hand", {"number": draft.number}, rows)


def _hear(turn: Turn, draft: Handing, saying: Saying) -> bool:
    if not saying.text:
        raise Refusal("text-needed")
    able = offered(scene(turn, draft.number, to_change=False))
    draft.to = named(able, draft.number, saying.typed).login
    return True


def _pick(turn: Turn, draft: Handing, chosen: str) -> None:
    able = offered(scene(turn, draft.number, to_change=False))
    draft.to = next((one.login for one in able if str(one.id) == chosen), "")
    draft.gone = "" if draft.to else next((name for key, name in draft.shown if str(key) == chosen), "")
    if not draft.to and not draft.gone:
        raise Refusal("old-button")
    draft.shown = _shown(able)


def _shown(able: Sequence[Person]) -> list[tuple[int, str]]:
    return [(one.id, one.name) for one in able]


def _finish(turn: Turn, draft: Handing) -> Notice:
    return hand(turn, draft.number, draft.to)


def _may(turn: Turn, draft: Handing) -> None:
    """Refused where this person may not hand the request to anybody any more, or there is nobody."""
    offered(scene(turn, draft.number, to_change=False))


HANDING = Conversation(
    "handing",
    Handing,
    (Question("colleague", lambda _turn, draft: not draft.to, _ask, _hear, {"colleague": _pick}),),
    Waits.DETAILS,
    finish=_finish,
    may=_may,
)
