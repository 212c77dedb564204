"""Checks this machine's clock against those of the servers it talks to, and against the moments that were kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime

import aiohttp

from bot.ent.finding import Finding
from bot.storage import ahead
from bot.workflows.desk import Desk

_APART = 5.0  # seconds by which two clocks may differ
_PATIENCE = aiohttp.ClientTimeout(total=10)  # seconds
_HEADERS = {"User-Agent": "Palier", "Accept": "application/json", "Accept-Language": "fr"}


async def against(subject: str, url: str, now: Callable[[], datetime], proxy: str = "") -> Finding | None:
    """Compares our clock with the `Date` header of a web server, asked through `proxy` if given.

    None if it does not answer: others check that.
    """
    try:
        async with (
            aiohttp.ClientSession(timeout=_PATIENCE, headers=_HEADERS) as session,
            session.head(url, allow_redirects=False, proxy=proxy or None) as answer,
        ):
            return compared(subject, now(), parsedate_to_datetime(answer.headers["Date"]))
    except (aiohttp.ClientError, OSError, KeyError, ValueError):
        return None


def compared(subject: str, ours: datetime, theirs: datetime) -> Finding:
    """Compares our time with another machine's, both taken at the same moment."""
    ahead = (ours - theirs).total_seconds()
    if abs(ahead) <= _APART:
        return Finding(subject, "right")
    way = "ahead" if ahead > 0 else "behind"
    words = f"ours is {abs(ahead):.0f} s {way}: have this machine's clock set by the network (NTP)"
    return Finding(subject, words, fine=False)


async def kept(desk: Desk) -> Finding:
    """Whether what was kept last lies ahead of our clock: then that clock was ahead before, or is behind now."""
    seconds = (await desk.look(ahead.far)).total_seconds()
    if seconds <= _APART:
        return Finding("kept moments", "none lies in the future")
    advice = "have this machine's clock set by the network (NTP); the bot that runs then waits for none of them"
    return Finding("kept moments", f"the newest lies {seconds:.0f} s in the future: {advice}", fine=False)
