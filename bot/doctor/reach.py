"""Checks whether the bot's account in a real ENT reaches the structures that the desk has something to do with."""

from __future__ import annotations

from bot import opening
from bot.ent.finding import Finding
from bot.storage import gauges
from bot.terms import Declined
from bot.workflows.desk import Desk

_NAMED = 10  #: structures named, at most


async def examine(desk: Desk) -> Finding | None:
    """Whether all structures of linked people and of open requests are administered by the bot's account.

    None for an ENT that shows everything, and where the structures cannot be read: others check that.
    """
    try:
        own = await opening.administered(desk)
    except Declined:
        return None
    if own is None:
        return None
    known = await desk.look(gauges.places)
    missing = [place for place in known if place.id not in own]
    if not missing:
        return Finding("ENT reach", f"all {len(known)} structures of linked people and of open requests")
    named = ", ".join(f"{place.name} ({place.id})" for place in missing[:_NAMED])
    named += f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    words = f"{len(missing)} of {len(known)} structures of linked people and of open requests are out of reach"
    advice = "make the bot's account local administrator (ADML) of them"
    return Finding("ENT reach", f"{words}: {named}; {advice}", fine=False)
