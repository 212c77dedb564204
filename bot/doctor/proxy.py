"""Checks the proxies of outgoing requests: that each answers, takes its credentials, and reaches its server."""

from __future__ import annotations

import aiohttp
from pydantic import SecretStr

from bot.ent.finding import Finding

_PATIENCE = aiohttp.ClientTimeout(total=10)  # seconds
_ASKS = 407  # the status of a proxy that takes no such credentials


async def answers(subject: str, setting: str, proxy: SecretStr, url: str) -> Finding | None:
    """Whether the server at `url` is reached through the proxy; None where the setting names no proxy."""
    if not proxy.get_secret_value():
        return None
    try:
        async with (
            aiohttp.ClientSession(timeout=_PATIENCE) as session,
            session.head(url, allow_redirects=False, proxy=proxy.get_secret_value()) as answer,
        ):
            status = answer.status if answer.status == _ASKS else 0
    except aiohttp.ClientProxyConnectionError:
        return Finding(subject, f"it cannot be reached: correct {setting}, or start it", fine=False)
    except aiohttp.ClientHttpProxyError as error:
        status = error.status
    except (aiohttp.ClientError, OSError) as error:
        words = f"it answers, but nothing came through it ({type(error).__name__}): have it let this machine through"
        return Finding(subject, words, fine=False)
    if status == _ASKS:
        return Finding(
            subject, f"it takes no such credentials (407): correct login and password in {setting}", fine=False
        )
    if status:
        return Finding(subject, f"it refuses ({status}): have it let this machine reach the server", fine=False)
    return Finding(subject, "it answers, and the server is reached through it")
