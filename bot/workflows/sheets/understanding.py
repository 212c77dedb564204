"""Understands for whom sheets are asked: words that name classes, a profile, both, the school or a person."""

from __future__ import annotations

from collections.abc import Sequence

from bot.terms import Account, Person, Structure
from bot.workflows import search
from bot.workflows.accounts import finding
from bot.workflows.desk import Desk
from bot.workflows.rules import meaning, naming
from bot.workflows.rules.meaning import Meaning
from bot.workflows.rules.sheets import reading
from bot.workflows.sheets.ordering import Order


async def understand(desk: Desk, me: Person, order: Order, places: Sequence[Structure]) -> None:
    """Sets whom the typed words mean in these schools, or what to choose from where they may mean several things.

    Where that depends on the school, the words wait until it is chosen.
    """
    classes = [one for place in places for one in await desk.directory.classes(place.id)]
    said = reading.read(order.typed, [one.name for one in classes])
    found = meaning.read(said.whom, classes)
    homes = meaning.homes(found)
    if len(homes) > 1:
        return  # the school is asked for first
    order.everybody, order.form = order.everybody or said.everybody, said.form or order.form
    order.typed, order.unknown = "", ""
    people = await _people(desk, me, said.whom, found, {place.id for place in places})
    order.classes = {one.id: one.name for one in classes if one.above[-1].id in homes}
    order.school = next(iter(homes), order.school)
    if len(found) + len(people) > 1:
        order.meanings = [list(one.keys) for one in found]
        order.people = dict(zip([one.id for one in people], naming.labels(naming.ours(me, people)), strict=True))
        order.school = order.school or _home(people[0], places)
    elif found:
        order.mean(*found[0].keys)
    elif people:
        order.pick(people[0].id, people[0].name)
        order.school = _home(people[0], places)
    else:
        order.unknown = said.whom


async def _people(desk: Desk, me: Person, whom: str, found: Sequence[Meaning], ours: set[str]) -> list[Account]:
    """Those of our schools whose name or login the words are; beside a class, only where they are a whole name."""
    if not whom or not all(one.of_class for one in found):
        return []
    if found:
        like = await search.called(desk.directory, whom, sorted(ours), finding.MOST + 1)
        if not any(naming.whole(whom, one.name) for one in like):
            return []
    named = [one for one in await finding.named(desk, me, whom) if ours & {at.id for at in one.places}]
    return [one for one in named if not found or naming.whole(whom, one.name)]


def _home(account: Account, places: Sequence[Structure]) -> str:
    """The one of these schools that the account is of."""
    there = {at.id for at in account.places}
    return next(place.id for place in places if place.id in there)
