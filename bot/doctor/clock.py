"""Whether this machine's clock is right, by those of others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime

import aiohttp

from bot.ent.finding import Finding

_APART = 5.0  # seconds that two clocks may be apart
_PATIENCE = aiohttp.ClientTimeout(total=10)  # seconds
_HEADERS = {"User-Agent": "Palier", "Accept": "application/json", "Accept-Language": "fr"}


async def against(subject: str, url: str, now: Callable[[], datetime]) -> Finding | None:
    """Our clock against that of a web server; None where it does not answer, which another line tells."""
    try:
        async with (
            aiohttp.ClientSession(timeout=_PATIENCE, headers=_HEADERS) as session,
            session.head(url, allow_redirects=False) as answer,
        ):
            return compared(subject, now(), parsedate_to_datetime(answer.headers["Date"]))
    except (aiohttp.ClientError, OSError, KeyError, ValueError):
        return None


def compared(subject: str, ours: datetime, theirs: datetime) -> Finding:
    """Our time against another's at the same moment."""
    ahead = (ours - theirs).total_seconds()
    if abs(ahead) <= _APART:
        return Finding(subject, "right")
    way = "ahead" if ahead > 0 else "behind"
    words = f"ours is {abs(ahead):.0f} s {way}: have this machine's clock set by the network (NTP)"
    return Finding(subject, words, fine=False)
