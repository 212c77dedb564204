"""What holds after every test of a use-case: whatever was done has its line in the audit, and the chain is whole."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from bot.storage.audit.walking import newest_cut, verify
from tests.people import NOON
from tests.world import World

YEAR = timedelta(days=365)


async def whole(world: World) -> None:
    """Fails where an event or an act on the ENT left no line, or where the lines do not form a chain."""
    found = await world.desk.records.read(verify, long=True)
    assert found.faults == []
    if (await world.desk.records.read(newest_cut)).position:
        return
    lines = await world.rows("audit")
    told = Counter((line["act"], line["person"]) for line in lines)
    events = Counter((event["act"], event["person"]) for event in await world.rows("events"))
    assert events <= told
    made = [act for act in await world.rows("interventions") if act["at"] >= NOON - YEAR]  # older ones were put there
    acts = Counter((act["act"], act["person"]) for act in made)
    assert acts <= told
