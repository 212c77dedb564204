"""Checks the ENT's own sign-in: that the ENT knows the bot, and that browsers reach the bot's pages."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp

from bot import opening
from bot.ent.finding import Finding
from bot.web.signing_in import SIGN_IN_PATH
from bot.workflows.desk import Desk
from config.settings import Settings

_PATIENCE = aiohttp.ClientTimeout(total=10)  # seconds
_PAGE = "sign-in page"
_OVER = 410  # the status of the bot's page for a browser that comes back with nothing


async def examine(desk: Desk, settings: Settings) -> AsyncIterator[Finding]:
    """Yields what it finds; nothing where no sign-in is configured."""
    findings = opening.sign_in_findings(desk)
    if findings is None:
        return
    yield await _page(settings.public_url)
    async for finding in findings:
        yield finding


async def _page(public: str) -> Finding:
    """Whether the bot's own page answers at its public address, as seen from here."""
    address = f"{public}{SIGN_IN_PATH}"
    if not public.startswith("https://"):
        words = "PALIER_PUBLIC_URL must begin with https://: people sign in on their own phones"
        return Finding(_PAGE, words, fine=False)
    try:
        async with (
            aiohttp.ClientSession(timeout=_PATIENCE) as session,
            session.get(address, allow_redirects=False) as answer,
        ):
            ours, status = answer.headers.get("X-Robots-Tag") == "noindex", answer.status
    except (aiohttp.ClientError, OSError) as error:
        words = f"nothing answers at {address} ({type(error).__name__}), as seen from here: start the bot, and have"
        return Finding(
            _PAGE, f"{words} what stands before it pass {SIGN_IN_PATH} on, as deploy/nginx.conf does", False
        )
    if ours and status in (_OVER, 503):
        return Finding(_PAGE, f"the bot answers at {address}")
    words = f"something else than the bot answers at {address} ({status}): have {SIGN_IN_PATH} and what is below"
    return Finding(_PAGE, f"{words} passed on to the bot, as deploy/nginx.conf does", fine=False)
