"""Examines whether an ENT ONE knows the bot as an application, as far as it says so without anybody signing in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from secrets import token_urlsafe
from urllib.parse import parse_qs, urlsplit

from bot.ent.entcore.signing_in import SCOPE, EntcoreSignIn
from bot.ent.finding import Finding
from bot.ent.reasons import Reason
from bot.terms import Declined

_KNOWN = "sign-in application"
_SECRET = "sign-in secret"
_RETURN = "sign-in return"


async def examine(sign_in: EntcoreSignIn) -> AsyncIterator[Finding]:
    """Tries the name of the application, the address that browsers come back to, and the secret.

    Whether the ENT gives the application the scope is only known once somebody signs in.
    """
    try:
        sent = await sign_in.sent_to(token_urlsafe(32), SCOPE)
        back = await sign_in.sent_to(token_urlsafe(32), "")
    except Declined:
        yield Finding(_KNOWN, "the ENT did not answer in time: see that it runs, then try again", fine=False)
        return
    error = _error(sent)
    if error == "unauthorized_client" or (not error and urlsplit(sent).path in ("", "/")):
        words = "the ENT knows no application of the name PALIER_ENT_CLIENT_ID: register it, see docs/entcore.md"
        yield Finding(_KNOWN, words, fine=False)
        return
    yield Finding(_KNOWN, f"known; that it has the scope “{SCOPE}” shows when somebody signs in")
    if back.startswith(sign_in.page):
        yield Finding(_RETURN, "the ENT sends browsers back to the bot")
    else:
        words = (
            f"the ENT does not send browsers back to {sign_in.page}: give the application that address; "
            "the ENT reads it within 30 minutes"
        )
        yield Finding(_RETURN, words, fine=False)
    yield await _secret(sign_in)


async def _secret(sign_in: EntcoreSignIn) -> Finding:
    """Whether the secret is right, told by how a code that nobody was given is refused."""
    try:
        await sign_in.account(token_urlsafe(32), "no-code")
    except Declined as no:
        if no.reason == Reason.GONE:
            return Finding(_SECRET, "accepted")
        advice = "correct PALIER_ENT_CLIENT_SECRET, and give the application the type “authorization_code”"
        return Finding(_SECRET, f"the ENT refuses it ({no}): {advice}", fine=False)
    return Finding(_SECRET, "the ENT takes any code: it is no ENT to sign in to", fine=False)


def _error(address: str) -> str:
    """The error with which a browser is sent to that address; empty where there is none."""
    return next(iter(parse_qs(urlsplit(address).query).get("error", [])), "")
