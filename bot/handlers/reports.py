"""Reports: their lists, the card of one, its verdicts, and the steps of a grave case."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.folding import fold
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.terms import Notice, Refusal
from bot.workflows.desk import Caller, Desk
from bot.workflows.reports import cards, crisis, treating, watching

_LISTS = {"": False, "a traiter": False, "traites": True, "traite": True}  #: by typed word: True for treated reports


async def reports(entrance: Entrance, event: Event) -> None:
    """`/signalements [traites]`: a list of reports; `/signalements N`: the card of one."""
    wanted = fold(event.arguments)
    if wanted not in _LISTS:
        await entrance.desk.act(event.cause, event.caller, cards.show, _number(event.arguments))
        return
    said = await _listed(entrance, event, _LISTS[wanted])
    await entrance.tell_found(event, said, bool(said.facts["lines"]))


def leaf(treated: bool) -> Handler:
    """The handler of the button for the first page of the treated (or else the waiting) reports."""

    async def handle(entrance: Entrance, event: Event) -> None:
        await entrance.tell(event, await _listed(entrance, event, treated))

    return handle


async def _listed(entrance: Entrance, event: Event, treated: bool) -> Notice:
    """The first page of a list, as the ENT tells it now, or as it told it last where it is slow."""
    me = await entrance.desk.see(event.caller, lambda turn: turn.me)
    since = await watching.ask_now(entrance.desk, me)
    return await entrance.desk.see(event.caller, cards.listed, treated, "", since)


async def next_page(entrance: Entrance, event: Event) -> None:
    """`Suite`: the next page of either list."""
    which, _, after = event.button.target.partition(":")
    if which not in ("t", "w"):
        raise Refusal("old-button")
    await entrance.tell(event, await entrance.desk.see(event.caller, cards.listed, which == "t", after))


async def show(entrance: Entrance, event: Event) -> None:
    """Sends the card of a report in a new message."""
    await entrance.desk.act(event.cause, event.caller, cards.show, _number(event.button.target))
    await entrance.tell(event, None)


async def talk(entrance: Entrance, event: Event) -> None:
    """`En parler en classe`: the report waits until the person has talked about it in class."""
    said = await entrance.desk.act(event.cause, event.caller, treating.talk, _number(event.button.target))
    await entrance.tell(event, said)


async def delete_asked(entrance: Entrance, event: Event) -> None:
    """`Supprimer`: asks to confirm."""
    number, saw = _number_and_state(event)
    said = await entrance.desk.act(event.cause, event.caller, treating.delete_asked, number, saw)
    await entrance.tell(event, said)


async def delete(entrance: Entrance, event: Event) -> None:
    """`Confirmer`: deletes the publication."""
    number, saw = _number_and_state(event)
    await entrance.tell(event, await treating.delete(entrance.desk, event.cause, event.caller, number, saw))


async def note(entrance: Entrance, event: Event) -> None:
    """Writes what became of a report into the exchange of a request about it."""
    number, request = event.button.target.partition(":")[::2]
    said = await entrance.desk.act(event.cause, event.caller, treating.note, _number(number), _number(request))
    await entrance.tell(event, said)


async def leave(entrance: Entrance, event: Event) -> None:
    """`Annuler`, or the button that leaves the steps of a grave case."""
    number = _number(event.button.target)
    await entrance.tell(event, await entrance.desk.see(event.caller, treating.leave, number))


def step(verb: Callable[[Desk, str, Caller, int], Awaitable[Notice]]) -> Handler:
    """The handler of a button that runs this use-case on its report."""

    async def handle(entrance: Entrance, event: Event) -> None:
        number = _number(event.button.target)
        await entrance.tell(event, await verb(entrance.desk, event.cause, event.caller, number))

    return handle


def _number(typed: str) -> int:
    bare = typed.removeprefix("n°").removeprefix("#").strip()
    if not (bare.isascii() and bare.isdigit() and len(bare) < 10):
        raise Refusal("unknown-report")
    return int(bare)


def _number_and_state(event: Event) -> tuple[int, str]:
    number, _, saw = event.button.target.partition(":")
    return _number(number), saw


COMMANDS: Mapping[str, Handler] = {"signalements": reports}

BUTTONS: Mapping[str, Press] = {
    "reports": Press(leaf(False)),
    "report_note": Press(note),
    "reports_waiting": Press(leaf(False), in_place=True),
    "reports_treated": Press(leaf(True), in_place=True),
    "reports_page": Press(next_page, in_place=True),
    "report": Press(show),
    "report_keep": Press(step(treating.keep)),
    "report_delete": Press(delete_asked),
    "report_delete_now": Press(delete, in_place=True),
    "report_talk": Press(talk),
    "report_leave": Press(leave, in_place=True),
    "crisis": Press(step(crisis.begin)),
    "crisis_delete": Press(step(crisis.delete), in_place=True),
    "crisis_block": Press(step(crisis.block), in_place=True),
    "crisis_summon": Press(step(crisis.summon), in_place=True),
    "crisis_stop": Press(leave, in_place=True),
}
