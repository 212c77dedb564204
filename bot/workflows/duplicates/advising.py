"""Asking the ERUN for advice about a pair: files, in one tap, a request that leads to it."""

from __future__ import annotations

from typing import Any

from bot.storage import pairs
from bot.terms import Button, Kind, Notice, Person, Refusal, Structure
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.duplicates import sighting
from bot.workflows.duplicates.sighting import Sighted
from bot.workflows.requests import filed
from bot.workflows.rules.accounts import administration

_CATEGORY = "compte"


async def worded(desk: Desk, caller: Caller, target: str) -> tuple[Notice, Sighted]:
    """The words of the request about the pair of a button's target, for `ask` to file; and the pair.

    They name the other account only where the person sees it. Refused as `sighting.aimed`.
    """
    me, pair = await sighting.aimed(desk, caller, target)
    other = pair.other
    facts: dict[str, Any] = {"name": pair.one.name, "login": pair.one.login}
    facts |= {"seen": other is not None, "other": other.name if other else "", "former": other.login if other else ""}
    return Notice("pair_advice_words", facts, language=me.tongue), pair


async def ask(desk: Desk, cause: str, caller: Caller, pair: Sighted, words: str) -> None:
    """Files the request at the level above the person's; its receipt is queued. Refused where one is treated now."""
    await desk.act(cause, caller, _file, pair, words)


def _file(turn: Turn, pair: Sighted, words: str) -> None:
    number = pairs.asked(turn.work, turn.me.id, pair.one.id, pair.other_id)
    if number is not None:
        refusal = Refusal("advice-asked", number=number)
        refusal.buttons = ((Button("open", str(number), turn.me.id, words=f"n°{number}"),),)
        raise refusal
    place = _place(turn.me, pair)
    wanted = filed.Filed(_CATEGORY, [(0, words)], (), place, above=True, composed=True)
    made = filed.file(turn, wanted, turn.me)
    pairs.put(turn.work, made, pair.one.id, pair.other_id)


def _place(me: Person, pair: Sighted) -> Structure:
    """The school of the request: one of the pair's that the person is of; refused where there is none."""
    accounts = [pair.one, *([pair.other] if pair.other is not None else [])]
    schools = [place for one in accounts for place in administration.shared(me, one) if place.kind is Kind.SCHOOL]
    if not schools:
        raise Refusal("no-account", name="")
    return schools[0]
