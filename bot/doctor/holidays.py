"""Checks until when the school holidays are known: after that, somebody may be reminded of something on a day off."""

from __future__ import annotations

from datetime import date, timedelta

from bot.ent.finding import Finding
from bot.workflows.rules.year import Year, known_until

_AHEAD = timedelta(days=60)  #: so long before the last day that is known, an operator is told


def known(year: Year, today: date) -> Finding:
    """Whether the school holidays of the zone are known for the time to come, and until when."""
    if not year.dated:
        return Finding("holidays", f"zone {year.zone}: public holidays only, its school holidays are in no data")
    last = known_until()
    told = f"school holidays of zone {year.zone} known until {last.isoformat()}"
    if today + _AHEAD <= last:
        return Finding("holidays", told)
    return Finding("holidays", f"{told}: install a newer release, or reminders may come on days off", fine=False)
